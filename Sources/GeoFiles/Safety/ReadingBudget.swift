// Foundation and CGDAL both bring the C library; which of them owns `timespec` depends on the build.
internal import CGDAL
internal import Foundation

/// What a layer has taken of ``ReadingLimits`` so far.
struct ReadingBudget {
  private let start = Self.processorSeconds
  private let mostRows = ReadingLimits.rows
  private var rows = 0
  private var points = 0
  private var bytes = 0
  private var values = 0

  /// Counts one more row.
  /// - Returns: What is too much of, and the limit; nil while it is not.
  mutating func excess(values count: Int, bytes: Int, points: Int) -> String? {
    rows += 1
    self.bytes += bytes
    values += count
    self.points += points
    if rows > mostRows { return "has more than \(mostRows) rows" }
    if self.points > ReadingLimits.points { return "has more than \(ReadingLimits.points) points" }
    if values > ReadingLimits.values { return "has more than \(ReadingLimits.values) values" }
    if self.bytes > ReadingLimits.attributeBytes {
      return "has more than \(ReadingLimits.attributeBytes >> 20) MiB of text"
    }
    if rows & 1023 == 0, Self.processorSeconds - start > ReadingLimits.layerSeconds {
      return "takes more than \(Int(ReadingLimits.layerSeconds)) s of processor time"
    }
    return nil
  }

  /// Processor time of this thread, seconds.
  static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
