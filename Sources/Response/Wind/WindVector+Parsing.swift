public import Units

extension WindVector {
  /// What a wind looks like, for messages.
  package static let accepted =
    "write the direction it blows from, in degrees from true north, and its speed, as in 240/15kt or 24015KT"

  /// Reads the direction that a wind blows from and its speed: `240/15kt`, `240°/28 km/h`, as a METAR has it `24015KT` or `24008MPS`, or `calm`.
  ///
  /// - Throws: ``ConditionsError`` with code ``ConditionsFault/unreadable``, and ``ConditionsFault/impossibleSpeed`` for a speed
  ///   below zero or above 150 m/s.
  public static func parse(_ text: String) throws(ConditionsError) -> WindVector {
    let plain = text.filter { !$0.isWhitespace }.lowercased()
    if plain == "calm" { return .calm }
    let parts = plain.split(separator: "/", maxSplits: 1)
    guard let (from, amount) = metar(plain) ?? (parts.count == 2 ? (parts[0], String(parts[1])) : nil) else {
      throw unreadable(text, accepted)
    }
    var digits = from
    for unit in ["degrees", "deg", "°", "º"] where digits.hasSuffix(unit) { digits = digits.dropLast(unit.count) }
    guard let degrees = try? NumberText.parse(String(digits)), (0...360).contains(degrees) else {
      throw unreadable(text, "the direction it blows from is an azimuth from 0 to 360, as in 240/15kt")
    }
    let speed: Speed
    do { speed = try Speed.parse(amount) } catch { throw unreadable(text, "\(error)") }
    guard (0...150).contains(speed.metresPerSecond) else {
      throw ConditionsError(
        .impossibleSpeed, "“\(text.prefix(60))” is not a wind", remedy: "write a speed from 0 to 150 m/s")
    }
    return WindVector(from: .degrees(degrees), speed: speed)
  }

  /// Three digits of direction and then two or three of speed with a unit.
  private static func metar(_ plain: String) -> (Substring, String)? {
    guard plain.prefix(3).allSatisfy(\.isNumber) else { return nil }
    let rest = plain.dropFirst(3)
    let digits = rest.prefix(while: \.isNumber)
    let unit = rest.dropFirst(digits.count)
    guard plain.count > 3, (2...3).contains(digits.count), ["kt", "mps", "kmh"].contains(unit) else { return nil }
    return (plain.prefix(3), "\(digits)\(unit)")
  }

  private static func unreadable(_ text: String, _ remedy: String) -> ConditionsError {
    ConditionsError(.unreadable, "“\(text.prefix(60))” is not a wind", remedy: remedy)
  }
}
