internal import Foundation

extension Array where Element: BitwiseCopyable {
  /// As many cells, as a closure writes them; those that it leaves out hold anything.
  ///
  /// Fresh memory costs more time than most work on it: nothing is filled beforehand, and a large array asks the system
  /// for large pages.
  package static func undefined(
    _ count: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Void = { _ in }
  ) -> [Element] {
    [Element](unsafeUninitializedCapacity: count) { cells, initialized in
      #if os(Linux)
        let page = 4096
        if cells.count * MemoryLayout<Element>.stride >= 1 << 22, let base = cells.baseAddress {
          let begin = (Int(bitPattern: base) + page - 1) / page * page
          let end = Int(bitPattern: base + cells.count) / page * page
          // Advice: the memory is the same when the system has none.
          _ = madvise(UnsafeMutableRawPointer(bitPattern: begin), end - begin, MADV_HUGEPAGE)
        }
      #endif
      fill(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: cells[..<count])))
      initialized = count
    }
  }
}

extension Array where Element == Float {

  /// The same, in the memory of an array that is no longer needed where it has room.
  package static func undefined(_ count: Int, reusing old: consuming [Float]) -> [Float] {
    guard count > 0, old.capacity >= count else { return undefined(count) }
    if old.count > count { old.removeLast(old.count - count) }
    if old.count < count { old += repeatElement(0, count: count - old.count) }
    return old
  }

  /// Hands the array over and is empty then, so that the new owner is the only one.
  package mutating func take() -> [Float] {
    defer { self = [] }
    return self
  }
}
