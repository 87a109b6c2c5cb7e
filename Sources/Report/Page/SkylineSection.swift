internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// What the ground around each radar hides: its skyline by azimuth, and the ground between it and the nearest strip.
struct SkylineSection: ReportSection {
  let id = "skylines"
  let title = Phrase.skylines
  private let skylines: [(name: String, profile: HorizonProfile)]
  private let ways: [(name: String, line: SightLine)]

  /// Nil for a plan over a smooth Earth, and where no radar's ground is known.
  init?(_ input: ReportInput) {
    guard let terrain = input.plan.terrain, let places = terrain.coverage.positions(of: input.plan.network.stations)
    else { return nil }
    let plan = input.plan
    let ground = terrain.coverage.region.grid
    var skylines: [(String, HorizonProfile)] = []
    var ways: [(String, SightLine)] = []
    for (station, place) in zip(plan.network.stations, places) {
      guard let altitude = terrain.coverage.floors[place].antennaAltitude else { continue }
      let antenna = station.position.place
      // A radar of which nothing can be reported is left out: its ground is in the warnings.
      if let profile = terrain.coverage.skyline(
        of: place, workers: ProcessInfo.processInfo.activeProcessorCount)
      {
        skylines.append((Called.short(station.name, station.id, most: 60), profile))
      }
      let strip = plan.scenario.strips.min {
        Ellipsoid.wgs84.distance(from: station.position, to: $0.position)
          < Ellipsoid.wgs84.distance(from: station.position, to: $1.position)
      }
      if let strip,
        let profile = try? SightProfile.along(from: antenna, to: strip.position.place, over: ground),
        let line = try? SightLine(
          over: profile, antenna: .aboveSeaLevel(altitude), target: .aboveGround(.zero), k: terrain.coverage.k)
      {
        ways.append(
          (
            "\(Called.short(station.name, station.id, most: 30).isolated) → "
              + Called.short(strip.name, strip.id, most: 30).isolated,
            line
          ))
      }
    }
    guard !skylines.isEmpty || !ways.isEmpty else { return nil }
    self.skylines = skylines
    self.ways = ways
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] {
    [("skylines", skylineChart(say)), ("ways", wayChart(say))]
  }

  func body(_ say: ReportLanguage) -> HTML {
    "<p>\(say(.skylinesNote))</p>\(skylineChart(say).figure)<p>\(say(.waysNote))</p>\(wayChart(say).figure)"
  }

  private let left = 90.0
  private let right = 30.0
  private let width = 960.0
  private let step = 120.0

  /// A strip of drawing for each radar, all with one scale.
  private func skylineChart(_ say: ReportLanguage) -> Chart {
    let angles = skylines.flatMap { $0.profile.directions.compactMap { $0.elevation?.degrees } }
    let (low, high) = (min(angles.min() ?? 0, 0) - 0.3, max(angles.max() ?? 0, 0) + 0.5)
    var chart = Chart(
      width: width, height: Double(skylines.count) * step + 30, title: say(.skylinesTitle))
    func x(_ azimuth: Double) -> Double { left + azimuth / 360 * (width - left - right) }
    for (index, (name, profile)) in skylines.enumerated() {
      let bottom = Double(index + 1) * step
      func y(_ angle: Double) -> Double { bottom - (angle - low) / (high - low) * (step - 28) }
      for angle in AxisSteps.values(from: low, to: high, count: 3) {
        chart.line(left, y(angle), width - right, y(angle), angle == 0 ? "axis" : "grid")
        chart.text(left - 8, y(angle) + 4, "\(angle.fixed(angle == angle.rounded() ? 0 : 1))°", anchor: "end", "small")
      }
      // The circle closes: what is at 0° is at 360°.
      let around = profile.directions.map { ($0.azimuth.degrees, $0) } + profile.directions.prefix(1).map { (360, $0) }
      for run in around.split(whereSeparator: { $0.1.elevation == nil }) {
        let line = run.map { (x($0.0), y($0.1.elevation?.degrees ?? low)) }
        if let first = line.first, let last = line.last {
          chart.path([(first.0, bottom)] + line + [(last.0, bottom)], closed: true, "p-ground")
        }
      }
      chart.text(left + 4, bottom - step + 20, name.isolated, "strong halo")
    }
    for (index, point) in say(.compass).split(separator: " ").enumerated() {
      let azimuth = Double(index) * 45
      chart.line(x(azimuth), Double(skylines.count) * step, x(azimuth), Double(skylines.count) * step + 5, "axis")
      chart.text(x(azimuth), Double(skylines.count) * step + 20, String(point), anchor: "middle", "small")
    }
    return chart
  }

  /// A strip of drawing for each radar, each with its own scale: the Earth bulges, lines of sight are straight.
  private func wayChart(_ say: ReportLanguage) -> Chart {
    var chart = Chart(width: width, height: Double(ways.count) * (step + 30), title: say(.waysTitle))
    for (index, (name, line)) in ways.enumerated() {
      let bottom = Double(index + 1) * (step + 30) - 24
      let length = line.profile.distance
      // Samples as wide as half a unit of the drawing, the highest of each.
      let bins = Dictionary(grouping: line.profile.samples) { Int(clamping: $0.distance / length * 1600) }
      let samples = bins.sorted { $0.key < $1.key }.compactMap { _, bin in
        bin.filter { $0.ground != nil }.max { ($0.ground ?? .zero) < ($1.ground ?? .zero) }
      }
      let lowest = line.lowestVisibleAltitude
      let end = line.drawn(distance: length, altitude: lowest ?? line.targetAltitude)
      let start = line.drawn(distance: .zero, altitude: line.antennaAltitude)
      let drawn = samples.map { line.drawn(distance: $0.distance, altitude: $0.ground ?? .zero) }
      let heights = drawn.map(\.y) + [start.y, end.y]
      let (low, high) = ((heights.min() ?? 0) - 20, max(heights.max() ?? 0, (heights.min() ?? 0) + 50))
      func point(_ place: (x: Double, y: Double)) -> (Double, Double) {
        (
          left + min(max(place.x / length.metres, 0), 1) * (width - left - right),
          bottom - (place.y - low) / (high - low) * (step - 26)
        )
      }
      let ground = drawn.map(point)
      if let first = ground.first, let last = ground.last {
        chart.path([(first.0, bottom)] + ground + [(last.0, bottom)], closed: true, "p-ground")
      }
      if lowest != nil {
        let (from, to) = (point(start), point(end))
        chart.line(from.0, from.1, to.0, to.1, line.isVisible ? "p-seen" : "p-lowest")
      }
      chart.circle(point(start).0, point(start).1, 4, "m-radar")
      for km in AxisSteps.values(from: 0, to: length.shownDistance, count: 8) {
        let x = left + km / length.shownDistance * (width - left - right)
        chart.line(x, bottom, x, bottom + 4, "axis")
        chart.text(
          x, bottom + 16, "\(km.fixed(km == km.rounded() ? 0 : 1)) \(UnitSystem.current.distanceSymbol)",
          anchor: "middle", "small")
      }
      let answer =
        line.lowestVisibleHeight.map { say(.wayLowest, max($0, .zero).heightText) } ?? say(.wayUnknown)
      chart.text(left + 4, bottom - step + 16, "\(name): \(answer)", "strong halo")
    }
    return chart
  }
}
