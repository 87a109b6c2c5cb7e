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
  public init(_ profile: HorizonProfile, antenna: Position, name: String? = nil) {
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
    let (left, right, top, bottom, width, height) = (64.0, 24.0, 50.0, 54.0, 1000.0, 360.0)
    var chart = Chart(width: width, height: height, title: "Skyline of \(name ?? antenna.decimal())")
    let angles = profile.directions.compactMap { $0.elevation?.degrees }
    let low = min(angles.min() ?? 0, 0) - 0.2
    let high = max(angles.max() ?? 1, 0) + 0.5
    func x(_ azimuth: Double) -> Double { left + azimuth / 360 * (width - left - right) }
    func y(_ angle: Double) -> Double { height - bottom - (angle - low) / (high - low) * (height - top - bottom) }
    chart.text(left, 24, head.split(separator: "\n").first.map(String.init) ?? "")
    for angle in AxisSteps.values(from: low, to: high, count: 6) {
      chart.line(left, y(angle), width - right, y(angle), "p-arc")
      chart.text(left - 8, y(angle) + 4, "\(angle.fixed(angle == angle.rounded() ? 0 : 1))°", anchor: "end")
    }
    var run: [(Double, Double)] = []
    func close() {
      if let first = run.first, let last = run.last {
        chart.path([(first.0, y(low))] + run + [(last.0, y(low))], closed: true, "p-ground")
      }
      run = []
    }
    // The circle closes: what is at 0° is at 360°.
    let around = profile.directions.map { ($0.azimuth.degrees, $0) } + profile.directions.prefix(1).map { (360, $0) }
    for (azimuth, direction) in around {
      if let elevation = direction.elevation {
        run.append((x(azimuth), y(elevation.degrees)))
      } else {
        close()
      }
    }
    close()
    chart.line(left, y(0), width - right, y(0), "axis", title: "horizontal")
    for (azimuth, label) in [
      (0.0, "N"), (45, "NE"), (90, "E"), (135, "SE"), (180, "S"), (225, "SW"), (270, "W"), (315, "NW"), (360, "N"),
    ] {
      chart.line(x(azimuth), y(low), x(azimuth), y(low) + 5, "axis")
      chart.text(x(azimuth), y(low) + 20, label, anchor: "middle")
    }
    chart.text(
      (left + width - right) / 2, height - 12, "azimuth; elevation angle of the highest ground", anchor: "middle")
    return chart
  }
}
