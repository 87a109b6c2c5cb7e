import Atalaya

/// What is said of amounts on the command line.
enum AmountText {
  /// Says on standard error what flight levels are taken for, where an option has one.
  static func noteFlightLevels(_ options: [String?]) {
    let isGiven = options.contains { text in
      text?.split(separator: ",").contains { $0.drop { $0 == " " }.lowercased().hasPrefix("fl") } ?? false
    }
    if isGiven { Console.note("note: \(FlightLevel.caution)") }
  }
}
