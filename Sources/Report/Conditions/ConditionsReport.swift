internal import Foundation
internal import Geodesy
public import Response
internal import Units

/// Sun and Moon, air and wind, each where it was asked for.
public struct ConditionsReport: Sendable {
  private let sky: SkyConditions?
  private let air: AirState?
  private let wind: WindConditions?

  /// What is known of each.
  public init(sky: SkyConditions? = nil, air: AirState? = nil, wind: WindConditions? = nil) {
    self.sky = sky
    self.air = air
    self.wind = wind
  }

  private var record: Record<Void> {
    var fields: [Field<Void>] = []
    if let sky { fields.append(.inside(Records.sky) { sky }) }
    if let air { fields.append(.inside(Records.air) { air }) }
    if let wind { fields.append(.inside(Records.windTriangle) { wind }) }
    return Record(fields)
  }

  /// An object with the keys of what was asked for.
  public var json: String { record.object(()).text }

  /// A head and a row with the same keys.
  public var csv: String { record.table(CollectionOfOne(())).csv }

  /// A few lines for each.
  public var text: String {
    [sky.map(Self.lines), air.map(Self.lines), wind.map(Self.lines)].compactMap { lines in
      lines?.map { $0.padding(toLength: 19, withPad: " ", startingAt: 0) + $1 }.joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ sky: SkyConditions) -> [(String, String)] {
    let times = sky.times
    func clock(_ time: UniversalTime?, _ course: SunTimes.Course, _ light: String) -> String {
      if let time { return Self.clock(time) }
      return switch course {
      case .part: "none"
      case .allDay: "none: \(light) all day"
      case .never: "none: no \(light)"
      }
    }
    return [
      ("place", sky.position.decimal()), ("date", "\(times.date), the solar day of the place"),
      ("civil dawn", clock(times.civilDawn, times.civilLight, "civil light")),
      ("sunrise", clock(times.sunrise, times.sun, "sun")), ("solar noon", Self.clock(times.noon)),
      ("sunset", clock(times.sunset, times.sun, "sun")),
      ("civil dusk", clock(times.civilDusk, times.civilLight, "civil light")),
      (
        "moon",
        "\((sky.view.moonIlluminated * 100).fixed(0)) % lit, \(altitude(sky.view.moonAltitude)) at \(Self.clock(sky.instant))"
      ), ("sun", "\(altitude(sky.view.sunAltitude)) at that time"),
    ]
  }

  private static func altitude(_ angle: Angle) -> String {
    "\(abs(angle.degrees).fixed(1))° \(angle.degrees < 0 ? "below" : "above") the horizon"
  }

  private static func clock(_ time: UniversalTime) -> String {
    time.text.replacing("T", with: " ").replacing("Z", with: " UTC")
  }

  private static func lines(_ air: AirState) -> [(String, String)] {
    let deviation = air.isaDeviationKelvins
    return [
      ("pressure altitude", air.pressureAltitude.heightText),
      (
        "temperature",
        "\(air.temperature.celsius.fixed(1)) °C, \(abs(deviation).fixed(1)) K \(deviation < 0 ? "below" : "above") standard"
      ), ("dew point", air.dewPoint.map { "\($0.celsius.fixed(1)) °C" } ?? "not given: dry air"),
      ("density", "\(air.densityKilogramsPerCubicMetre.fixed(4)) kg/m³"),
      ("density altitude", air.densityAltitude.heightText),
    ]
  }

  private static func lines(_ wind: WindConditions) -> [(String, String)] {
    let known: [(String, String)] = [
      ("course", "\(wind.course.degrees.fixed(1))°"), ("true airspeed", speed(wind.trueAirspeed)),
      (
        "wind",
        wind.wind == .calm ? "calm" : "from \(wind.wind.direction.degrees.fixed(0))° at \(speed(wind.wind.speed))"
      ),
    ]
    guard let triangle = wind.triangle else {
      return known + [("heading", "none holds the course: the wind is too strong for this airspeed")]
    }
    let crab = triangle.crab.degrees
    let side = crab == 0 ? "" : ", \(abs(crab).fixed(1))° \(crab < 0 ? "left" : "right") of the course"
    return known + [
      ("heading", "\(triangle.heading.degrees.fixed(1))°\(side)"), ("ground speed", speed(triangle.groundSpeed)),
    ]
  }

  private static func speed(_ speed: Speed) -> String {
    "\(speed.kilometresPerHour.fixed(1)) km/h (\(speed.knots.fixed(1)) kt)"
  }
}
