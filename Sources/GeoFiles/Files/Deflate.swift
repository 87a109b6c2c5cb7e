internal import CGDAL

/// Packs bytes as zlib does (RFC 1950), which browsers unpack.
package enum Deflate {
  /// The bytes in zlib's format, at its highest level; the same bytes for the same input and library.
  /// - Returns: The packed bytes; nil when the library refuses, for want of memory.
  package static func zlib(_ bytes: [UInt8]) -> [UInt8]? {
    var size = 0
    let packed = bytes.withUnsafeBytes { CPLZLibDeflate($0.baseAddress, $0.count, 9, nil, 0, &size) }
    guard let packed else { return nil }
    defer { VSIFree(packed) }
    return Array(UnsafeRawBufferPointer(start: packed, count: size))
  }
}
