// Foundation and CGDAL both bring the C library; which of them owns `stat` depends on the build.
internal import CGDAL
internal import Foundation

/// A file of a ``CacheFolder``: a key and some parts, each with its length and hash.
///
/// The head is a mark, the lengths of key and list of parts, and the hash of both; then key, list and parts follow. A file
/// of another key, or that is damaged in its head, counts as absent, and so does a part that is damaged.
package struct CacheEntry: ~Copyable {
  private static let magic: [UInt8] = Array("ATCACHE1".utf8)
  private static let hashSize = 32
  static let fixedSize = 24 + hashSize
  static let partSize = 8 + hashSize

  private let descriptor: Int32
  /// Where each part begins, how long it is and its hash.
  private var parts: [(start: Int, count: Int, hash: [UInt8])] = []
  private var next = 0

  deinit { close(descriptor) }

  init?(_ path: String, key: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0, let fixed: [UInt8] = read(24 + Self.hashSize, at: 0) else { return nil }
    let name = Array(key.utf8)
    let lengths = fixed.withUnsafeBytes { bytes in
      [8, 16].map { bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self) }
    }
    guard fixed.starts(with: Self.magic), lengths[0] == UInt64(name.count), lengths[1] % UInt64(Self.partSize) == 0,
      lengths[1] < 1 << 26, let list: [UInt8] = read(Int(lengths[1]), at: Self.fixedSize + name.count),
      let head: [UInt8] = read(Self.fixedSize + name.count, at: 0), head + list == Self.head(name, list)
    else { return nil }
    var start = head.count + list.count
    for offset in stride(from: 0, to: list.count, by: Self.partSize) {
      let count = list.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
      guard count < 1 << 40 else { return nil }
      parts.append((start, Int(count), Array(list[offset + 8..<offset + Self.partSize])))
      start += Int(count)
    }
  }

  /// How many parts it has.
  package var count: Int { parts.count }

  /// The cells of a part; nil when there are not as many, or they are damaged.
  package func cells<Cell: BitwiseCopyable>(of part: Int, count: Int, as type: Cell.Type = Cell.self) -> [Cell]? {
    guard parts.indices.contains(part), parts[part].count == count * MemoryLayout<Cell>.stride,
      let cells: [Cell] = read(count, at: parts[part].start),
      cells.withUnsafeBytes({ parts[part].hash.elementsEqual(ContentHash.text(of: $0).utf8) })
    else { return nil }
    return cells
  }

  /// The cells of the next part, however many.
  package mutating func take<Cell: BitwiseCopyable>(_ type: Cell.Type = Cell.self) -> [Cell]? {
    guard next < parts.count else { return nil }
    defer { next += 1 }
    return cells(of: next, count: parts[next].count / MemoryLayout<Cell>.stride)
  }

  /// The cells of the next part; nil when there are not as many.
  package mutating func take<Cell: BitwiseCopyable>(_ count: Int, as type: Cell.Type = Cell.self) -> [Cell]? {
    defer { next += 1 }
    return cells(of: next, count: count)
  }

  private func read<Cell: BitwiseCopyable>(_ count: Int, at offset: Int) -> [Cell]? {
    let size = count * MemoryLayout<Cell>.stride
    var done = 0
    let cells = [Cell].undefined(count) { bytes in
      while done < size, let base = bytes.baseAddress {
        let got = pread(descriptor, base + done, size - done, off_t(offset + done))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        done += got
      }
    }
    return done == size ? cells : nil
  }

  static func head(_ key: [UInt8], _ list: [UInt8]) -> [UInt8] {
    var bytes = magic
    for count in [key.count, list.count] { withUnsafeBytes(of: UInt64(count)) { bytes += $0 } }
    let rest = key + list
    bytes += rest.withUnsafeBytes { Array(ContentHash.text(of: $0).utf8) }
    return bytes + rest
  }
}
