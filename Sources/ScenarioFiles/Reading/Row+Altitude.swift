import Geodesy
import Scenario
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
    var plain = text
    do throws(FieldIssue) {
      plain = try canonical(text, reading(field))
      altitude = try issue { () throws(QuantityError) in try Altitude.parse(plain) }
    } catch {
      let example = error.what.hasSuffix("has no datum") ? "" : ", as in 150 m AGL"
      report(error.code, field, error.what.replacing("“\(plain)", with: "“\(text)"), error.remedy + example)
      return nil
    }
    warnOfFlightLevel(text, at: origin(field), field.name)
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
