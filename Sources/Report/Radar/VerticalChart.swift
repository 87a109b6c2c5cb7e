internal import Foundation
internal import Radar
internal import Units

/// The vertical coverage chart: range, height and elevation angle over an effective Earth, on which rays are straight.
///
/// Each place stands where it is in a plane through the Earth's centre, with heights stretched: lines of one height bend
/// down with the Earth, lines of one elevation angle are straight.
/// - Source: L. V. Blake, NRL 6930 (1969), the range-height-angle chart.
struct VerticalChart {
  /// A line of the chart.
  struct Line {
    var label: String
    var coverage: VerticalCoverage
    var view: RadarView
    /// Which of the colours: 0 to 5.
    var colour: Int
    /// Which of the dashes: 0 drawn through, 1 and 2 dashed.
    var dash: Int
  }

  private let title: String
  private let lines: [Line]
  private let say: ReportLanguage
  private let left = 66.0
  private let right = 46.0
  private let top = 44.0
  private let width = 960.0
  private let height = 484.0
  private let bottom = 40.0
  private let legendHeight: Double
  /// Along the ground, from the radar.
  private let farthest: Length
  /// Above the ground.
  private let highest: Length
  private let lowestY: Double

  /// - Precondition: there is a line.
  init(title: String, _ lines: [Line], top chartTop: Length? = nil, _ say: ReportLanguage) {
    self.title = title
    self.lines = lines
    self.say = say
    let tops: [Double] =
      UnitSystem.current == .metric
      ? [500, 1000, 2000, 3000, 5000, 10_000, 15_000] : [2000, 5000, 10_000, 20_000, 30_000, 50_000]
    let heights = lines.flatMap { line in line.coverage.rays.map { $0.altitude - line.view.ground } }
    let (most, unit) = (heights.max() ?? .zero, UnitSystem.current.height)
    let fitting: Double? = tops.first { unit * $0 >= most }
    let highest = chartTop ?? unit * (fitting ?? tops[tops.count - 1])
    self.highest = highest
    let ends = lines.flatMap { line in line.coverage.rays.map { Self.cut($0, of: line.view, at: highest).ground } }
    farthest = max(ends.max() ?? .zero, .kilometres(10)) * 1.03
    legendHeight = 20 * Double((lines.count + 2) / 3)
    let earth = lines[0].view.earth.radius + lines[0].view.ground
    lowestY = earth.metres * (cos(farthest / lines[0].view.earth.radius) - 1)
  }

  /// A place by its distance along the ground and its height above it.
  private func point(_ ground: Length, _ height: Length) -> (Double, Double) {
    let view = lines[0].view
    let radius = (view.earth.radius + view.ground).metres
    let angle = ground / view.earth.radius
    let half = sin(angle / 2)
    let x = (radius + height.metres) * sin(angle)
    // (R + h)·cos θ − R, without the loss of digits.
    let y = height.metres * cos(angle) - 2 * radius * half * half
    let widest = (radius + highest.metres) * sin(farthest / view.earth.radius)
    let share = (highest.metres - y) / (highest.metres - lowestY)
    return (left + x / widest * (width - left - right), top + legendHeight + share * plot)
  }

  private var plot: Double { height - top - bottom }

  var chart: Chart {
    var chart = Chart(width: width, height: height + legendHeight, title: title)
    legend(&chart)
    heights(&chart)
    distances(&chart)
    elevations(&chart)
    for line in lines.reversed() {
      let places = outline(line)
      if line.colour == 0, line.dash == 0 { chart.path(places.map(\.place), closed: true, "p-band") }
      for piece in Self.pieces(places) {
        chart.path(piece, "v-line v\(line.colour)\(["", " v-dash", " v-dot"][line.dash])", title: line.label)
      }
    }
    for line in lines.prefix(1) {
      let place = point(.zero, line.view.antenna - line.view.ground)
      chart.circle(place.0, place.1, 4, "m-radar")
    }
    return chart
  }

  private func legend(_ chart: inout Chart) {
    for (index, line) in lines.enumerated() {
      let (x, y) = (left + Double(index % 3) * 285, 16 + Double(index / 3) * 20)
      chart.line(x, y - 4, x + 26, y - 4, "v-line v\(line.colour)\(["", " v-dash", " v-dot"][line.dash])")
      chart.text(x + 32, y, line.label, "small")
    }
  }

  /// The Earth, and lines of one height above the ground.
  private func heights(_ chart: inout Chart) {
    let unit = UnitSystem.current.height
    let steps = 60
    func along(_ height: Length) -> [(Double, Double)] {
      (0...steps).map { point(farthest * (Double($0) / Double(steps)), height) }
    }
    for value in AxisSteps.values(from: 0, to: highest / unit, count: 8) {
      let height = unit * value
      let line = along(height)
      if value > 0 { chart.path(line, "v-height") }
      chart.text(left - 8, line[0].1 + 4, value.grouped, anchor: "end", "small")
    }
    chart.path(along(highest), "v-height")
    let floor = along(.zero)
    let base = top + legendHeight + plot
    chart.path([(left, base)] + floor + [(floor[steps].0, base)], closed: true, "p-ground")
    chart.text(
      4, top + legendHeight - 24, say(.heightAbove, UnitSystem.current.heightSymbol), anchor: "start", "small")
  }

  private func distances(_ chart: inout Chart) {
    let unit = UnitSystem.current.distance
    for value in AxisSteps.values(from: 0, to: farthest / unit, count: 8) {
      let (low, high) = (point(unit * value, .zero), point(unit * value, highest))
      chart.line(low.0, low.1, high.0, high.1, value == 0 ? "axis" : "v-height")
      chart.line(low.0, top + legendHeight + plot, low.0, top + legendHeight + plot + 4, "axis")
      chart.text(
        low.0, top + legendHeight + plot + 18, value.fixed(value == value.rounded() ? 0 : 1), anchor: "middle", "small")
    }
    chart.text(
      (left + width - right) / 2, top + legendHeight + plot + 36,
      say(.groundRangeAxis, unit == .kilometres(1) ? "km" : "NM"),
      anchor: "middle", "small")
  }

  /// Straight lines from the antenna, each labelled where it leaves the chart.
  private func elevations(_ chart: inout Chart) {
    let view = lines[0].view
    let start = point(.zero, view.antenna - view.ground)
    var last: (Double, Double)?
    for degrees in [0, 0.5, 1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60] {
      let end = ending(of: .degrees(degrees), from: view)
      chart.line(start.0, start.1, end.0, end.1, "v-ray")
      if let last, hypot(last.0 - end.0, last.1 - end.1) < 30 { continue }
      let isAtSide = end.1 > point(farthest, highest).1 + 1
      chart.text(
        end.0 + (isAtSide ? 5 : 2), end.1 + (isAtSide ? 4 : -4), "\(degrees.significant(3))°",
        anchor: isAtSide ? "start" : "middle", "small halo")
      last = end
    }
  }

  /// Where a ray leaves the chart: at its side, or at its top.
  private func ending(of elevation: Angle, from view: RadarView) -> (Double, Double) {
    func place(_ slant: Length) -> (ground: Length, height: Length) {
      let altitude = view.losses.altitude(slantRange: slant, elevation: elevation)
      return (
        view.earth.groundDistance(slantRange: slant, from: view.antenna, to: altitude) ?? .zero, altitude - view.ground
      )
    }
    var (low, high) = (Length.zero, farthest * 2)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let at = place(middle)
      if at.ground <= farthest, at.height <= highest { low = middle } else { high = middle }
    }
    let at = place(low)
    return point(at.ground, at.height)
  }

  /// The line of a coverage from the antenna, or from the minimum range, along the ray that is lowest, outwards and back; where it
  /// is cut at the top of the chart the coverage goes on.
  private func outline(_ line: Line) -> [(place: (Double, Double), isCut: Bool)] {
    let view = line.view
    let outer = line.coverage.rays.map { ray -> (place: (Double, Double), isCut: Bool) in
      let end = Self.cut(ray, of: view, at: highest)
      return (point(end.ground, end.height), ray.altitude > view.ground + highest)
    }
    let nearest = view.model.type.minimumRange
    guard nearest > farthest * 0.003 else { return [(point(.zero, view.antenna - view.ground), false)] + outer }
    let inner = line.coverage.rays.map { ray -> (place: (Double, Double), isCut: Bool) in
      let slant = min(nearest, ray.slantRange)
      let altitude = min(view.losses.altitude(slantRange: slant, elevation: ray.elevation), view.ground + highest)
      let ground = view.earth.groundDistance(slantRange: slant, from: view.antenna, to: altitude) ?? .zero
      return (point(ground, altitude - view.ground), false)
    }
    return outer + inner.reversed()
  }

  /// A closed line without the parts along which it is cut.
  private static func pieces(_ places: [(place: (Double, Double), isCut: Bool)]) -> [[(Double, Double)]] {
    guard let first = places.first else { return [] }
    var pieces: [[(Double, Double)]] = []
    var (piece, wasCut) = ([first.place], first.isCut)
    for place in places.dropFirst() + [first] {
      if wasCut, place.isCut {
        if piece.count > 1 { pieces.append(piece) }
        piece = []
      }
      piece.append(place.place)
      wasCut = place.isCut
    }
    return piece.count > 1 ? pieces + [piece] : pieces
  }

  /// Where a ray ends, or where it rises through a height.
  private static func cut(_ ray: VerticalCoverage.Ray, of view: RadarView, at highest: Length) -> (
    ground: Length, height: Length
  ) {
    let cap = view.ground + highest
    guard ray.altitude > cap else { return (ray.groundRange, ray.altitude - view.ground) }
    let along = (view.earth.radius + view.antenna).metres * sin(ray.elevation.radians)
    let rise = (cap - view.antenna).metres * (view.earth.radius * 2 + view.antenna + cap).metres
    let slant = Length.metres(-along + (along * along + rise).squareRoot())
    return (view.earth.groundDistance(slantRange: slant, from: view.antenna, to: cap) ?? .zero, highest)
  }
}
