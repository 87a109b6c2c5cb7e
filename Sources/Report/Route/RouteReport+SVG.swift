internal import Response
internal import Units

extension RouteReport {
  /// The vertical section of the route as an SVG file: ground, clearance, altitudes flown, ceiling, areas crossed in plan, and
  /// the ground under the straight line. The way back is below the way there.
  /// - Parameters:
  ///   - profile: That of ``route``.
  ///   - back: That of the way back; nil without one.
  public func svg(_ profile: RouteProfile, back: RouteProfile? = nil) -> String {
    let out = Self.chart(profile, from: startName, to: endName)
    guard let back = back.map({ Self.chart($0, from: endName, to: startName) }) else {
      return ChartStyle.standalone(out)
    }
    return ChartStyle.standalone(back.below(out, height: out.height))
  }

  private static func chart(_ profile: RouteProfile, from start: String, to end: String) -> Chart {
    RouteDrawing(profile, from: start, to: end, [.en]).chart { say in
      func minutes(_ time: Duration?) -> String { time.map { $0.inMinutes.fixed(1) } ?? "–" }
      return say(.routeProfileFlight, minutes(profile.route.time), minutes(profile.route.straightTime))
    }.titled
  }
}
