/// Local times of day as people write them, held as the time since midnight.
package enum TimeOfDay {
  /// Reads `HH:MM` or `HH:MM:SS`; `24:00` is the end of the day.
  ///
  /// - Returns: The time since midnight, 0 to 24 h.
  /// - Throws: ``QuantityError`` with code `notATime`.
  package static func parse(_ text: String) throws(QuantityError) -> Duration {
    let wrong = QuantityError(.notATime, text, "write hours and minutes from 00:00 to 24:00, as in 06:40 or 06:40:30")
    let parts = text.drop(while: \.isBlank).split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { throw wrong }
    var numbers: [Int] = []
    for (index, part) in parts.enumerated() {
      let digits = index == parts.count - 1 ? part.prefix { !$0.isBlank } : part
      guard (index == 0 ? 1...2 : 2...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit),
        part.dropFirst(digits.count).allSatisfy(\.isBlank), let number = Int(digits)
      else { throw wrong }
      numbers.append(number)
    }
    let seconds = numbers.count == 3 ? numbers[2] : 0
    guard numbers[1] < 60, seconds < 60 else { throw wrong }
    let total = numbers[0] * 3600 + numbers[1] * 60 + seconds
    guard total <= Duration.secondsPerDay else { throw wrong }
    return .seconds(total)
  }
}
