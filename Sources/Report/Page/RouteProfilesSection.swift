internal import Planning
internal import Response
internal import Scenario
internal import Units

/// Vertical sections of the routes that decide: of each strip the one of the asset that is there first.
struct RouteProfilesSection: ReportSection {
  let id = "response-profiles"
  let title = Phrase.routeProfiles
  private let entries: [(response: ResponseTime, profile: RouteProfile)]
  /// Strips that are reached by routes.
  private let count: Int

  /// So many routes are drawn, those that add most to the straight line.
  private static let most = 24
  /// Intervals of the ground: three units of the drawing each.
  private static let intervals = 300

  /// Nil where no response flies a route.
  init?(_ input: ReportInput) {
    let plan = input.plan
    let deciding = GeoLayers.deciding(plan.responses, strips: plan.scenario.strips)
    count = deciding.count
    func added(_ response: ResponseTime) -> Duration { response.block - (response.straightBlock ?? response.block) }
    let chosen = Set(
      deciding.indices.sorted { (added(deciding[$1]), $0) < (added(deciding[$0]), $1) }.prefix(Self.most))
    entries = deciding.indices.filter(chosen.contains).compactMap { index in
      RouteProfile(deciding[index], intervals: Self.intervals).map { (deciding[index], $0) }
    }
    if entries.isEmpty { return nil }
  }

  /// All of them under one another.
  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] {
    var all = Chart(width: 960, height: 0, title: "")
    for (response, profile) in entries {
      all = chart(response, profile, [say]).below(all, height: all.height, title: say(title))
    }
    all.key = RouteDrawing.key(say, for: entries.map(\.profile))
    return [(id, all)]
  }

  func body(_ say: ReportLanguage) -> HTML {
    let some =
      entries.count < count ? "<p>\(say(.routeProfilesSome, "\(entries.count)", "\(count)"))</p>\n" as HTML : ""
    return "<p>\(say(.routeProfilesNote))</p>\n\(some)\(RouteDrawing.key(say, for: entries.map(\.profile)).html)"
  }

  /// One drawing for all languages: most of it is ground.
  var content: HTML {
    let words = ReportLanguage.allCases.map { say -> HTML in
      "<div class=\"in-\(say.rawValue)\" lang=\"\(say.rawValue)\">\n\(body(say))</div>\n"
    }
    let parts = entries.enumerated().map { index, entry -> HTML in
      let summary = HTML.inEveryLanguage { "\(text(entry.response, $0))" }
      return """
        <details name="response-profile"\(index == 0 ? " open" : "")><summary>\(summary)</summary>
        <div class="scroll" tabindex="0" role="region" \(HTML.labels { text(entry.response, $0) })>\
        \(chart(entry.response, entry.profile, ReportLanguage.allCases).svg)</div></details>

        """
    }
    return "\(words)\(parts)"
  }

  private func chart(_ response: ResponseTime, _ profile: RouteProfile, _ languages: [ReportLanguage]) -> Chart {
    RouteDrawing(
      profile, from: Called.plain(response.asset.base.name, response.asset.base.id),
      to: Called.plain(response.strip.name, response.strip.id), languages
    ).chart { say in
      let times = [response.block, response.straightBlock ?? response.block].map { $0.inMinutes.fixed(1) }
      return "\(response.asset.aircraft.name): \(say(.mapFlownTimes, times))"
    }
  }

  private func text(_ response: ResponseTime, _ say: ReportLanguage) -> String {
    let (asset, strip) = (response.asset, response.strip)
    let times = [response.block, response.straightBlock ?? response.block].map { $0.inMinutes.fixed(0) }
    return say(
      .routeProfileOf, Called.text(strip.name, strip.id), asset.aircraft.name.isolated,
      Called.text(asset.base.name, asset.base.id), say(response.period.phrase), times[0], times[1])
  }
}
