public import Coverage
public import Geodesy
internal import Units

/// The skyline of a radar for reading, for files and as a drawing.
public struct HorizonReport: Sendable {
  /// The skyline.
  public var profile: HorizonProfile
  /// Where the antenna stands.
  public var antenna: Position
  /// What its place is called; nil for no name.
  public var name: String?

  /// A report of a skyline.
  init(_ profile: HorizonProfile, antenna: Position, name: String? = nil) {
    self.profile = profile
    self.antenna = antenna
    self.name = name
  }

  /// One row an azimuth.
  public var table: ReportTable {
    Records.skyline.table(profile.directions.map { SkylineRow($0, from: antenna) })
  }

  /// The table for reading, with a head that says whose skyline it is.
  public func text() -> String { head + "\n\n" + table.text() }

  private var head: String {
    let known = profile.directions.compactMap { direction in direction.elevation.map { (direction.azimuth, $0) } }
    var text = ConsoleText.harmless(
      "skyline of \(name.map { "\($0), " } ?? "")\(antenna.decimal()), antenna at \(profile.antennaAltitude.fineHeightText) AMSL, out to \(profile.range.text), k = \(profile.k.fixed(3))"
    )
    if let highest = known.max(by: { $0.1 < $1.1 }), let lowest = known.min(by: { $0.1 < $1.1 }) {
      text +=
        "\nhighest \(highest.1.degrees.fixed(2))° in azimuth \(highest.0.degrees.fixed(1))°, lowest \(lowest.1.degrees.fixed(2))° in azimuth \(lowest.0.degrees.fixed(1))°"
    }
    return text
  }

  /// The skyline with what it belongs to; angles in degrees, lengths in metres.
  public var json: String { Records.horizon.object(self).text }

  /// The skyline as an SVG file: elevation angle by azimuth.
  public var svg: String { ChartStyle.standalone(chart) }

  private var chart: Chart {
    let frame = ChartFrame(width: 1000, height: 360, left: 64, right: 24, top: 50, bottom: 54)
    var chart = Chart(width: frame.width, height: frame.height, title: "Skyline of \(name ?? antenna.decimal())")
    let angles = profile.directions.compactMap { $0.elevation?.degrees }
    let low = min(angles.min() ?? 0, 0) - 0.2
    let high = max(angles.max() ?? 1, 0) + 0.5
    chart.text(frame.left, 24, head.split(separator: "\n").first.map(String.init) ?? "")
    chart.elevationScale(from: low, to: high, count: 6, in: frame) { _ in "p-arc" }
    chart.skyline(profile, from: low, to: high, in: frame)
    let level = frame.y(0, from: low, to: high)
    chart.line(frame.left, level, frame.end, level, "axis", title: "horizontal")
    chart.compass(.en, in: frame)
    chart.text(
      (frame.left + frame.end) / 2, frame.height - 12, "azimuth; elevation angle of the highest ground",
      anchor: "middle")
    return chart
  }
}
