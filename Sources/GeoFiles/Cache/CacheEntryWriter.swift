internal import CGDAL
internal import Foundation

/// Writes a ``CacheEntry`` part by part.
package struct CacheEntryWriter: ~Copyable {
  private let descriptor: Int32
  private let key: [UInt8]
  private let count: Int
  private var list: [UInt8] = []
  private var end: Int
  /// What the system said of the first write that failed.
  private(set) var failure: Int32?

  deinit { close(descriptor) }

  init(_ path: String, key: String, parts count: Int) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    self.key = Array(key.utf8)
    self.count = count
    end = CacheEntry.fixedSize + self.key.count + count * CacheEntry.partSize
    if descriptor < 0 { failure = errno }
  }

  /// Writes the next part.
  package mutating func add(_ cells: [some BitwiseCopyable]) {
    cells.withUnsafeBytes { bytes in
      withUnsafeBytes(of: UInt64(bytes.count)) { list += $0 }
      list += Array(ContentHash.text(of: bytes).utf8)
      write(bytes, at: end)
      end += bytes.count
    }
  }

  /// Writes the head, without which a file is none.
  mutating func finish() {
    precondition(list.count == count * CacheEntry.partSize, "as many parts as were announced")
    CacheEntry.head(key, list).withUnsafeBytes { write($0, at: 0) }
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    var done = 0
    while done < bytes.count, failure == nil, let base = bytes.baseAddress {
      let count = pwrite(descriptor, base + done, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      if count <= 0 { failure = errno }
      done += max(0, count)
    }
  }
}
