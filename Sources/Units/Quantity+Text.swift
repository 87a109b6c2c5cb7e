import Foundation

extension Length {
  /// A distance for people: `0 m`, `850 m`, `1.25 km`, `92.3 km`, `1204 km`; in aviation `0.46 NM`, `49.8 NM`, `650 NM`.
  public var text: String {
    if UnitSystem.current == .aviation {
      let miles = nauticalMiles
      return "\(miles.fixed(miles.magnitude < 9.995 ? 2 : miles.magnitude < 539.95 ? 1 : 0)) NM"
    }
    let metres = magnitude.metres
    if metres.rounded() < 1000 { return "\(_base.fixed(0)) m" }
    if metres < 9_995 { return "\(kilometres.fixed(2)) km" }
    return "\(kilometres.fixed(metres < 999_950 ? 1 : 0)) km"
  }
  /// A height for people: `560 m`, `2896 m`; in aviation `1837 ft`.
  public var heightText: String { "\(shownHeight.fixed(0)) \(UnitSystem.current.heightSymbol)" }
  /// A height for people to whom decimetres matter: `560.4 m`; in aviation `1839 ft`.
  public var fineHeightText: String {
    "\(shownHeight.fixed(UnitSystem.current == .metric ? 1 : 0)) \(UnitSystem.current.heightSymbol)"
  }
  /// An altitude above mean sea level for people: as a height, and in aviation a flight level, `FL197`, from the transition
  /// altitude on.
  public var altitudeText: String {
    guard UnitSystem.current == .aviation, self >= UnitSystem.transitionAltitude else { return heightText }
    return "FL\((feet / 100).fixed(0))"
  }
}

extension Speed {
  /// For people: `235 km/h`; in aviation `127 kt`.
  public var text: String {
    UnitSystem.current == .metric ? "\(kilometresPerHour.fixed(0)) km/h" : "\(knots.fixed(0)) kt"
  }
}

extension Area {
  /// A ground area for people: `12 340 km²`, `0.52 km²`.
  public var text: String {
    let km2 = squareKilometres
    return "\(abs(km2) < 10 ? km2.fixed(2) : abs(km2) < 100 ? km2.fixed(1) : km2.grouped) km²"
  }
  /// A radar cross-section for people: `1 m²`, `0.05 m²`.
  public var crossSectionText: String { "\(squareMetres.significant(3)) m²" }
}

extension Angle {
  /// For people: `0.5°`, `−1.25°`.
  public var text: String { "\(degrees.significant(6))°" }
}

extension Money {
  /// For people: `USD 17.8M`, `USD 450k`, `USD 1.25B`.
  public var text: String {
    let size = abs(amount)
    for (limit, factor, suffix) in [(999.95e6, 1e9, "B"), (999.95e3, 1e6, "M"), (10e3, 1e3, "k")] where size >= limit {
      return "\(currency) \((amount / factor).significant(4))\(suffix)"
    }
    return "\(currency) \(amount.fixed(amount == amount.rounded() ? 0 : 2))"
  }
}

extension Duration {
  /// For people, to the nearest second below ten minutes and to the minute above: `0 s`, `45 s`, `6 min 30 s`, `28 min`,
  /// `2 h 05 min`, `3 h`, with a minus sign when negative.
  public var text: String {
    let total = inSeconds.rounded()
    guard total.magnitude < 1e15 else { return "\(inHours.significant(3)) h" }
    let sign = total < 0 ? "−" : ""
    let seconds = Int(total.magnitude)
    if seconds < 60 { return "\(sign)\(seconds) s" }
    if seconds < 600, seconds % 60 != 0 { return "\(sign)\(seconds / 60) min \(seconds % 60) s" }
    let minutes = Int((total.magnitude / 60).rounded())
    if minutes < 120 { return "\(sign)\(minutes) min" }
    guard minutes % 60 != 0 else { return "\(sign)\(minutes / 60) h" }
    return "\(sign)\(minutes / 60) h \(minutes % 60 < 10 ? "0" : "")\(minutes % 60) min"
  }

  /// Whole minutes for people, rounded to the nearest: `28 min`, `−3 min`.
  public var minutesText: String { "\(inMinutes.fixed(0)) min" }

  /// A time since midnight as a clock shows it, rounded to the minute: `06:41`; the day before or after is given by
  /// `(−1 d)` or `(+1 d)`.
  public var clockText: String { clock(seconds: false) }
  /// A time since midnight as a clock shows it, rounded to the second: `06:41:30`.
  public var clockSecondsText: String { clock(seconds: true) }

  private func clock(seconds withSeconds: Bool) -> String {
    let unit = withSeconds ? 1.0 : 60.0
    let rounded = (inSeconds / unit).rounded() * unit
    guard rounded.magnitude < 1e15 else { return "–" }
    let total = Int(rounded)
    let length = Duration.secondsPerDay
    let day = total >= 0 ? total / length : -((length - 1 - total) / length)
    let rest = total - day * length
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(rest / 3600)):\(two(rest / 60 % 60))" + (withSeconds ? ":\(two(rest % 60))" : "")
    return day == 0 ? clock : "\(clock) (\(day > 0 ? "+" : "−")\(abs(day)) d)"
  }
}

extension Double {
  /// With a fixed number of decimals and a typographic minus; never `-0`.
  public func fixed(_ decimals: Int) -> String {
    guard isFinite else { return "–" }
    let text = String(format: "%.\(decimals)f", magnitude)
    return (self < 0 && text.contains { $0 != "0" && $0 != "." } ? "−" : "") + text
  }

  /// With a number of significant digits at most, without trailing zeros: `0.05`, `17.8`, `1`.
  public func significant(_ digits: Int) -> String {
    guard isFinite else { return "–" }
    guard self != 0 else { return "0" }
    let decimals = Swift.max(0, Swift.min(15, digits - 1 - Int(log10(magnitude).rounded(.down))))
    var text = String(format: "%.\(decimals)f", magnitude)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return (self < 0 && text != "0" ? "−" : "") + text
  }

  /// A whole number with its digits in groups of three, set apart by no-break spaces.
  public var grouped: String {
    let text = fixed(0)
    guard isFinite else { return text }
    let digits = Array(text.drop { $0 == "−" })
    let groups = digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? "\u{00A0}\(digit)" : "\(digit)"
    }
    return (text.hasPrefix("−") ? "−" : "") + groups.joined()
  }
}
