internal import Foundation

/// The date on a page: when it is made, or what the environment says so that a page can be made again byte for byte.
enum PageDate {
  /// `2026-03-01`, in UTC.
  ///
  /// - Parameter environment: `SOURCE_DATE_EPOCH` in it, whole seconds since 1970, takes the place of the clock
  ///   (https://reproducible-builds.org/specs/source-date-epoch/); what is not such a number does not count.
  static func text(_ environment: [String: String] = ProcessInfo.processInfo.environment, now: Date = Date()) -> String
  {
    let stated = environment["SOURCE_DATE_EPOCH"].flatMap { Int64($0) }.flatMap { seconds in
      (0...latest).contains(seconds) ? Date(timeIntervalSince1970: Double(seconds)) : nil
    }
    return (stated ?? now).formatted(.iso8601.year().month().day())
  }

  /// The last second of the year 9999.
  private static let latest: Int64 = 253_402_300_799
}
