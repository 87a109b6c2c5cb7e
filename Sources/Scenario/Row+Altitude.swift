import Geodesy
import Units

extension Row {
  /// The altitude of the row, with its datum; nil when it has none or, after a report, a wrong one.
  func altitude() -> Altitude? {
    var found: [Altitude] = []
    if let text = rawText(AltitudeFields.altitude), let altitude = altitude(text) { found.append(altitude) }
    if let height = optional(AltitudeFields.aboveGround) { found.append(.aboveGround(height)) }
    if let height = optional(AltitudeFields.aboveSeaLevel) { found.append(.aboveSeaLevel(height)) }
    if found.count > 1 {
      report(.duplicate, AltitudeFields.altitude, "is given \(found.count) times", "keep one of them")
      return nil
    }
    return found.first
  }

  /// `150 m AGL`, `9500 ft AMSL`.
  private func altitude(_ text: String) -> Altitude? {
    let field = AltitudeFields.altitude
    let datums: [(String, (Length) -> Altitude)] = [
      ("AMSL", { .aboveSeaLevel($0) }), ("MSL", { .aboveSeaLevel($0) }), ("AGL", { .aboveGround($0) }),
    ]
    let folded = text.uppercased()
    guard let (name, make) = datums.first(where: { folded.hasSuffix($0.0) }) else {
      report(
        .value, field, "“\(text.prefix(60))” has no datum",
        "write a height with a unit and AGL (above ground) or AMSL (above sea level), as in 150 m AGL")
      return nil
    }
    let length: Length
    do { length = try Length.parse(String(text.dropLast(name.count))) } catch {
      report(.value, field, error.problem, error.remedy + ", as in 150 m AGL")
      return nil
    }
    let altitude = make(length)
    let limits = if case .aboveGround = altitude { AltitudeFields.aboveGround } else { AltitudeFields.aboveSeaLevel }
    if let issue = limits.check(length) {
      report(issue.code, field, issue.what, issue.remedy)
      return nil
    }
    return altitude
  }
}
