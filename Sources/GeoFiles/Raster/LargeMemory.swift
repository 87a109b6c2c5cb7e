internal import Foundation

extension Array where Element == Float {
  /// As many floats that hold anything until they are written.
  ///
  /// Fresh memory costs more time than most work on it: nothing is filled beforehand, and a large array asks the system
  /// for large pages.
  package static func undefined(_ count: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { cells, initialized in
      #if os(Linux)
        let page = 4096
        if cells.count >= 1 << 20, let base = cells.baseAddress {
          let begin = (Int(bitPattern: base) + page - 1) / page * page
          let end = Int(bitPattern: base + cells.count) / page * page
          // Advice: the memory is the same when the system has none.
          _ = madvise(UnsafeMutableRawPointer(bitPattern: begin), end - begin, MADV_HUGEPAGE)
        }
      #endif
      initialized = count
    }
  }

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
