import Response
import Scenario
import Units

/// Reads the time of an observation.
enum ObservedTime {
  /// Times of day are below; nobody recorded plots on the first day of 1970.
  static let day = 86_400.0

  /// Seconds since 1970-01-01 UTC; of a time of day, seconds since midnight.
  ///
  /// `2015-05-03T14:22:05.25Z`, with a blank for the T, with slashes, with an offset `+02:00`; `14:22:05`; a bare number is
  /// seconds since 1970, or milliseconds from 10¹¹ on (1973 in milliseconds, the year 5138 in seconds).
  static func read(_ text: String) throws(FieldIssue) -> Double {
    let text = text.trimmed
    if let number = try? NumberText.parse(text) {
      guard number >= 0, number < 1e14 else { throw wrong(text) }
      return number >= 1e11 ? number / 1000 : number
    }
    var scanner = Substring(text)
    func fail() -> FieldIssue { wrong(text) }
    func digits(_ count: Int) throws(FieldIssue) -> Int {
      let part = scanner.prefix(count)
      guard part.count == count, part.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(part) else {
        throw fail()
      }
      scanner = scanner.dropFirst(count)
      return number
    }
    func take(_ characters: String) -> Character? {
      guard let first = scanner.first, characters.contains(first) else { return nil }
      scanner = scanner.dropFirst()
      return first
    }
    var seconds = 0.0
    let hasDate = text.count > 4 && "-/".contains(text[text.index(text.startIndex, offsetBy: 4)])
    if hasDate {
      let year = try digits(4)
      guard take("-/") != nil else { throw fail() }
      let month = try digits(2)
      guard take("-/") != nil else { throw fail() }
      let date = try digits(2)
      guard (1970...2200).contains(year), (1...12).contains(month),
        (1...CalendarDate.days(month: month, year: year)).contains(date)
      else {
        throw fail()
      }
      seconds = Double(CalendarDate.dayNumber(year, month, date)) * day
      guard take("Tt ") != nil else { throw fail() }
    }
    let hour = try digits(2)
    guard take(":") != nil else { throw fail() }
    let minute = try digits(2)
    var second = 0.0
    if take(":") != nil {
      second = Double(try digits(2))
      if take(".,") != nil {
        let fraction = scanner.prefix { $0.isASCII && $0.isNumber }
        guard let number = Double("0.\(fraction)"), !fraction.isEmpty else { throw fail() }
        second += number
        scanner = scanner.dropFirst(fraction.count)
      }
    }
    guard hour < 24, minute < 60, second < 61 else { throw fail() }
    seconds += Double(hour * 3600 + minute * 60) + second
    scanner = Substring(String(scanner).trimmed)
    if take("Zz") == nil, let sign = take("+-") {
      let hours = try digits(2)
      _ = take(":")
      let minutes = scanner.isEmpty ? 0 : try digits(2)
      guard hours < 15, minutes < 60 else { throw fail() }
      seconds -= (sign == "+" ? 1 : -1) * Double(hours * 3600 + minutes * 60)
    } else if scanner == "UTC" || scanner == "GMT" {
      scanner = ""
    }
    guard scanner.isEmpty else { throw fail() }
    return seconds
  }

  /// Whether a time that can be read states no zone, so that it counts as UTC; a number of seconds is UTC by itself.
  static func lacksZone(_ text: String) -> Bool {
    let text = text.trimmed
    guard (try? NumberText.parse(text)) == nil else { return false }
    // Behind the clock: dates have signs too.
    let behind = text.split(separator: ":").dropFirst().joined().uppercased()
    return !behind.contains(where: "Z+-".contains) && !behind.hasSuffix("UTC") && !behind.hasSuffix("GMT")
  }

  private static func wrong(_ text: String) -> FieldIssue {
    FieldIssue(
      .value, "“\(text.prefix(60))” is not a time",
      "write it as 2015-05-03T14:22:05Z, as 14:22:05, or as seconds since 1970")
  }
}
