internal import Coverage
internal import Foundation
internal import Planning
internal import Units

extension FitReport {
  /// A polar plot as an SVG file: how far the radar and the model see by azimuth, and every look.
  public var svg: String { ChartStyle.standalone(FitDrawing(self).chart) }
}

/// The drawing of a comparison.
private struct FitDrawing {
  private let fit: Fit
  private let size = 760.0
  private let radius = 320.0
  private let margin = 60.0
  /// What the outer circle stands for.
  private let outer: Length
  /// Most looks that are drawn.
  private static let mostDots = 4000

  init(_ report: FitReport) {
    fit = report.fit
    let lengths = fit.reaches.flatMap { [$0.observed, $0.modelled, $0.fitted].compactMap { $0 } }
    outer = max((lengths + [fit.farthest]).max() ?? .kilometres(100), .kilometres(1)) * 1.02
  }

  private var centre: (x: Double, y: Double) { (size / 2, margin - 20 + radius) }

  private func point(_ azimuth: Angle, _ distance: Length) -> (Double, Double) {
    let r = distance / outer * radius
    return (centre.x + r * sin(azimuth.radians), centre.y - r * cos(azimuth.radians))
  }

  var chart: Chart {
    let station = fit.station
    var chart = Chart(
      width: size, height: centre.y + radius + 76, title: "\(station.name): observed and modelled range by azimuth")
    grid(&chart)
    dots(&chart)
    curve(&chart, "p-hidden", \.modelled)
    if fit.isDetermined { curve(&chart, "p-lowest", \.fitted) }
    for reach in fit.reaches {
      guard let observed = reach.observed else { continue }
      let half = Angle.degrees(FitReach.width / 2)
      chart.path(
        arc(reach.azimuth - half, reach.azimuth + half, observed), "p-seen",
        title:
          "seen to \(observed.text) at \(reach.altitude.heightText) AMSL; model \(reach.modelled?.text ?? "nothing")")
    }
    chart.circle(centre.x, centre.y, 4, "m-radar")
    legend(&chart)
    return chart.titled
  }

  private func arc(_ from: Angle, _ to: Angle, _ distance: Length) -> [(Double, Double)] {
    (0...6).map { point(from + (to - from) * (Double($0) / 6), distance) }
  }

  private func grid(_ chart: inout Chart) {
    let length = outer.shownDistance
    for mark in AxisSteps.values(from: 0, to: length, count: 5) where mark > 0 {
      let r = mark / length * radius
      chart.path(
        (0...90).map { (centre.x + r * sin(Double($0) * .pi / 45), centre.y - r * cos(Double($0) * .pi / 45)) }, "p-arc"
      )
      chart.text(
        centre.x + 4, centre.y - r - 3,
        "\(mark.fixed(mark == mark.rounded() ? 0 : 1)) \(UnitSystem.current.distanceSymbol)", "small halo")
    }
    for degrees in stride(from: 0, to: 360, by: 30) {
      let azimuth = Angle.degrees(Double(degrees))
      let (a, b) = (point(azimuth, .zero), point(azimuth, outer))
      chart.line(a.0, a.1, b.0, b.1, "p-arc")
      let label = point(azimuth, outer * 1.055)
      let name = [0: "N", 90: "E", 180: "S", 270: "W"][degrees] ?? "\(degrees)°"
      chart.text(label.0, label.1 + 4, name, anchor: "middle")
    }
  }

  private func dots(_ chart: inout Chart) {
    let step = max(1, (fit.looks.count + Self.mostDots - 1) / Self.mostDots)
    let shown = stride(from: 0, to: fit.looks.count, by: step).map { fit.looks[$0] }
    // What is as expected below what is not.
    for isOdd in [false, true] {
      for look in shown where (look.isSeen == (look.cause != nil)) == isOdd {
        let (x, y) = point(look.azimuth, look.distance)
        chart.circle(x, y, isOdd ? 2.6 : 1.6, Self.dot(look))
      }
    }
  }

  private static func dot(_ look: FitLook) -> String {
    switch (look.isSeen, look.cause == nil) {
    case (true, true): "f-seen"
    case (true, false): "f-flying"
    case (false, true): "f-strip"
    case (false, false): "f-unseen"
    }
  }

  /// An outline in steps: each span of azimuths has an altitude of its own.
  private func curve(_ chart: inout Chart, _ cssClass: String, _ reach: KeyPath<FitReach, Length?>) {
    let half = Angle.degrees(FitReach.width / 2)
    let points = fit.reaches.flatMap { arc($0.azimuth - half, $0.azimuth + half, $0[keyPath: reach] ?? .zero) }
    chart.path(points, closed: true, cssClass)
  }

  private func legend(_ chart: inout Chart) {
    let top = centre.y + radius + 48
    var x = 8.0
    func line(_ cssClass: String, _ words: String) {
      chart.line(x, top - 4, x + 26, top - 4, cssClass)
      chart.text(x + 32, top, words, "small")
      x += 42 + 6.6 * Double(words.count)
    }
    line("p-seen", "farthest seen")
    line("p-hidden", "model, at the same altitude")
    if fit.isDetermined { line("p-lowest", "fitted model") }
    x = 8
    func mark(_ cssClass: String, _ words: String) {
      chart.circle(x + 5, top + 14, 3, cssClass)
      chart.text(x + 13, top + 18, words, "small")
      x += 26 + 6.6 * Double(words.count)
    }
    mark("f-seen", "seen, as modelled")
    mark("f-flying", "seen, not by the model")
    if fit.isTrafficKnown {
      mark("f-strip", "not seen, though modelled")
      mark("f-unseen", "not seen, as modelled")
    }
  }
}
