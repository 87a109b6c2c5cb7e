import Foundation

extension Duel {
  /// Time of all threads of this process, seconds.
  static var cpu: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The time of the processor that something takes, seconds.
  static func cpu(_ run: () throws -> Void) rethrows -> Double {
    let start = cpu
    try run()
    return cpu - start
  }
}
