internal import CGDAL

/// Runs `body` with a NULL-terminated list of C strings.
func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { CPLStrdup($0) }
  defer { for copy in copies { VSIFree(copy) } }
  let pointers = copies.map { UnsafePointer<CChar>($0) } + [nil]
  return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
}
