internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Terrain
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
    let region = terrain.coverage.region
    func way(from station: Position, to strip: Position) throws -> SightProfile {
      region.terrain.cover == nil
        ? try .along(from: station.place, to: strip.place, over: region.grid)
        : try .along(from: station, to: strip, over: region.terrain)
    }
    var skylines: [(String, HorizonProfile)] = []
    var ways: [(String, SightLine)] = []
    for (station, place) in zip(plan.network.stations, places) {
      guard let altitude = terrain.coverage.floors[place].antennaAltitude else { continue }
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
        let profile = try? way(from: station.position, to: strip.position),
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

  private let step = 120.0

  /// The frame of a strip whose ground ends at a height, and the whole drawing.
  private func frame(downTo bottom: Double, upward: Double) -> ChartFrame {
    ChartFrame(width: 960, height: bottom, left: 90, right: 30, top: bottom - upward, bottom: 0)
  }

  /// A strip of drawing for each radar, all with one scale.
  private func skylineChart(_ say: ReportLanguage) -> Chart {
    let angles = skylines.flatMap { $0.profile.directions.compactMap { $0.elevation?.degrees } }
    let (low, high) = (min(angles.min() ?? 0, 0) - 0.3, max(angles.max() ?? 0, 0) + 0.5)
    let whole = frame(downTo: Double(skylines.count) * step, upward: 0)
    var chart = Chart(width: whole.width, height: whole.height + 30, title: say(.skylinesTitle))
    for (index, (name, profile)) in skylines.enumerated() {
      let frame = frame(downTo: Double(index + 1) * step, upward: step - 28)
      chart.elevationScale(from: low, to: high, count: 3, in: frame, "small") { $0 == 0 ? "axis" : "grid" }
      chart.skyline(profile, from: low, to: high, in: frame)
      chart.text(frame.left + 4, frame.floor - step + 20, name.isolated, "strong halo")
    }
    chart.compass(say, in: whole, "small")
    return chart
  }

  /// A strip of drawing for each radar, each with its own scale: the Earth bulges, lines of sight are straight.
  private func wayChart(_ say: ReportLanguage) -> Chart {
    let whole = frame(downTo: Double(ways.count) * (step + 30), upward: 0)
    var chart = Chart(width: whole.width, height: whole.height, title: say(.waysTitle))
    for (index, (name, line)) in ways.enumerated() {
      let frame = frame(downTo: Double(index + 1) * (step + 30) - 24, upward: step - 26)
      let length = line.profile.distance
      // Samples as wide as half a unit of the drawing, the highest of each.
      let bins = Dictionary(grouping: line.profile.samples) { Int(clamping: $0.distance / length * 1600) }
      let samples = bins.sorted { $0.key < $1.key }.compactMap { _, bin in
        bin.filter { $0.top != nil }.max { ($0.top ?? .zero) < ($1.top ?? .zero) }
      }
      let lowest = line.lowestVisibleAltitude
      let end = line.drawn(distance: length, altitude: lowest ?? line.targetAltitude)
      let start = line.drawn(distance: .zero, altitude: line.antennaAltitude)
      let drawn = samples.map { line.drawn(distance: $0.distance, altitude: $0.top ?? .zero) }
      let heights = drawn.map(\.y) + [start.y, end.y]
      let (low, high) = ((heights.min() ?? 0) - 20, max(heights.max() ?? 0, (heights.min() ?? 0) + 50))
      func point(_ place: (x: Double, y: Double)) -> (Double, Double) {
        (frame.x(min(max(place.x / length.metres, 0), 1)), frame.y(place.y, from: low, to: high))
      }
      chart.ground(drawn.map(point), downTo: frame.floor)
      if lowest != nil {
        let (from, to) = (point(start), point(end))
        chart.line(from.0, from.1, to.0, to.1, line.isVisible ? "p-seen" : "p-lowest")
      }
      chart.circle(point(start).0, point(start).1, 4, "m-radar")
      chart.distanceTicks(length, in: frame, size: 4, figure: 16, "small") {
        "\($0.fixed($0 == $0.rounded() ? 0 : 1)) \(UnitSystem.current.distanceSymbol)"
      }
      let answer =
        line.lowestVisibleHeight.map { say(.wayLowest, max($0, .zero).heightText) } ?? say(.wayUnknown)
      chart.text(frame.left + 4, frame.floor - step + 16, "\(name): \(answer)", "strong halo")
    }
    return chart
  }
}
