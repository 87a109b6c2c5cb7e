import Foundation
import Synchronization

/// A folder with the files of one input. Reading must leave it as it was.
struct FuzzFolder {
  let path: String
  private let names: Set<String>
  private static let number = Atomic<Int>(0)

  init(_ files: [(name: String, bytes: ArraySlice<UInt8>)]) throws {
    // GDAL keeps the lists of archives by name: a name comes again late.
    let number = Self.number.wrappingAdd(1, ordering: .relaxed).newValue % 10_000
    path = NSTemporaryDirectory() + "atalaya-fuzz-\(getpid())-\(number)"
    names = Set(files.map(\.name))
    guard mkdir(path, 0o700) == 0 else { throw CocoaError(.fileWriteUnknown) }
    for (name, bytes) in files { try add(name, bytes) }
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  private func add(_ name: String, _ bytes: ArraySlice<UInt8>) throws {
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    defer { close(descriptor) }
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count == bytes.count else { throw CocoaError(.fileWriteOutOfSpace) }
  }

  /// Traps when reading has made a file.
  func checkAndRemove() {
    let found = Set((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
    precondition(found.isSubset(of: names), "reading has made \(found.subtracting(names).sorted())")
    for name in found { unlink(path(name)) }
    rmdir(path)
  }
}
