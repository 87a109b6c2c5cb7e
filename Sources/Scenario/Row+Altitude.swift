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
    let altitude: Altitude
    do { altitude = try Altitude.parse(text) } catch {
      let issue = FieldIssue(error)
      report(issue.code, field, issue.what, issue.remedy + (error.code == .missingDatum ? "" : ", as in 150 m AGL"))
      return nil
    }
    let issue =
      switch altitude {
      case .aboveGround(let height): AltitudeFields.aboveGround.check(height)
      case .aboveSeaLevel(let height): AltitudeFields.aboveSeaLevel.check(height)
      }
    if let issue {
      report(issue.code, field, issue.what, issue.remedy)
      return nil
    }
    return altitude
  }
}
