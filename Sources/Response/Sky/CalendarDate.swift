public import Units

/// A day of the Gregorian calendar, from 1900 to 2100.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The years of which the sky is computed.
  public static let years = 1900...2100

  /// A day.
  /// - Throws: ``ConditionsError`` with code ``ConditionsFault/impossibleDate`` for a day that the calendar does not have, and
  ///   for years outside ``years``.
  public init(year: Int, month: Int, day: Int) throws(ConditionsError) {
    func wrong(_ remedy: String) -> ConditionsError {
      ConditionsError(.impossibleDate, "\(year)-\(Self.two(month))-\(Self.two(day)) is not a date", remedy: remedy)
    }
    guard Self.years.contains(year) else { throw wrong("write a year from 1900 to 2100") }
    guard (1...12).contains(month) else { throw wrong("write a month from 01 to 12") }
    let days = Self.days(month: month, year: year)
    guard (1...days).contains(day) else { throw wrong("this month has \(days) days") }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is so many days after 1970-01-01; the nearest one within ``years``.
  package init(daysSince1970 days: Int) {
    let bounds = (Self.dayNumber(1900, 1, 1), Self.dayNumber(2100, 12, 31))
    // J. Meeus, Astronomical Algorithms, 2nd ed., p. 63, for days that begin at midnight.
    let z = min(max(days, bounds.0), bounds.1) + 2_440_588
    let alpha = Int((Double(z) - 1_867_216.25) / 36_524.25)
    let b = z + 1 + alpha - alpha / 4 + 1524
    let c = Int((Double(b) - 122.1) / 365.25)
    let d = 365 * c + c / 4
    let e = Int(Double(b - d) / 30.6001)
    let month = e < 14 ? e - 1 : e - 13
    self.init(unchecked: month > 2 ? c - 4716 : c - 4715, month, b - d - Int(30.6001 * Double(e)))
  }

  /// Days since 1970-01-01.
  package var daysSince1970: Int { Self.dayNumber(year, month, day) }

  /// Days from 1970-01-01 to a day of the Gregorian calendar, of any year from 1 on; the month is 1 to 12.
  package static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let before = year - 1
    var days = 365 * (year - 1970) + (before / 4 - before / 100 + before / 400) - 477
    for number in 1..<month { days += Self.days(month: number, year: year) }
    return days + day - 1
  }

  /// How many days a month has, 1 to 12, in a year of the Gregorian calendar.
  package static func days(month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  fileprivate static func two(_ number: Int) -> String { (0...9).contains(number) ? "0\(number)" : "\(number)" }

  /// Whether the first is the earlier one.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.daysSince1970 < b.daysSince1970 }
}

extension CalendarDate: CustomStringConvertible {
  /// `2026-08-12`
  public var description: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

  /// Reads `2026-08-12`.
  /// - Throws: ``ConditionsError``: `unreadable`, or `impossibleDate` as ``init(year:month:day:)``.
  public static func parse(_ text: String) throws(ConditionsError) -> CalendarDate {
    let parts = text.drop(while: \.isWhitespace).split(separator: "-", omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for (part, length) in zip(parts, [4, 2, 2]) {
      var digits = part
      while digits.last?.isWhitespace == true { digits.removeLast() }
      guard digits.count == length, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits)
      else { break }
      numbers.append(number)
    }
    guard parts.count == 3, numbers.count == 3 else {
      throw ConditionsError(
        .unreadable, "“\(text.prefix(60))” is not a date", remedy: "write year, month and day, as in 2026-08-12")
    }
    return try CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
