internal import Coverage
internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// What the colours, marks and lines of the drawn map mean, in rows as wide as the drawing.
struct StaticMapLegend {
  private struct Item {
    /// The words in each language.
    let words: [String]
    /// Draws the sign in a box of 18 by 12 whose foot is at a place.
    let sign: (inout Chart, Double, Double) -> Void
  }

  private let languages: [ReportLanguage]
  private let width: Double
  private let colours: [Item]
  private let marks: [Item]

  private static let row = 22.0

  /// - Parameters:
  ///   - languages: Those of its words, of which the page shows one; a drawing of its own has one.
  ///   - width: That of the drawing.
  ///   - hasUnknown: Whether unknown terrain is drawn.
  init(plan: Plan, layers: GeoLayers, languages: [ReportLanguage], width: Double, hasUnknown: Bool) {
    (self.languages, self.width) = (languages, width)
    let heights = plan.coverage.bands.map(\.height.heightText)
    colours = heights.enumerated().map { index, height in
      Item(words: languages.map { $0(.upTo, height) }) { chart, x, y in
        // As the map shows it: over the ground.
        chart.rect(x, y - 9, 18, 12, "m-ground")
        chart.group("m-bands") { $0.rect(x, y - 9, 18, 12, "m-band", fill: Palette.floor(index, of: heights.count)) }
      }
    }
    let stations = plan.network.stations
    func triangle(_ cssClass: String) -> (inout Chart, Double, Double) -> Void {
      { $0.path([($1 + 9, $2 - 10), ($1 + 16, $2 + 3), ($1 + 2, $2 + 3)], closed: true, cssClass) }
    }
    func line(_ cssClass: String) -> (inout Chart, Double, Double) -> Void {
      { $0.line($1, $2 - 3, $1 + 18, $2 - 3, cssClass) }
    }
    let all: [(isThere: Bool, phrase: Phrase, sign: (inout Chart, Double, Double) -> Void)] = [
      (stations.contains { layers.isExisting($0) && !$0.isMember }, .radar, triangle("m-radar")),
      (stations.contains { !layers.isExisting($0) && !$0.isMember }, .legendBought, triangle("m-radar bought")),
      (stations.contains(where: \.isMember), .legendMember, triangle("m-radar member")),
      (
        !plan.scenario.illuminators.isEmpty, .legendIlluminator,
        { $0.path([($1 + 3, $2 - 8), ($1 + 15, $2 - 8), ($1 + 9, $2 + 3)], closed: true, "m-illuminator") }
      ),
      (!SensorLink.all(of: stations).isEmpty, .legendLink, line("m-link")),
      (!plan.scenario.bases.isEmpty, .base, { $0.circle($1 + 9, $2 - 3, 5, "m-base") }),
      (!plan.scenario.strips.isEmpty, .strip, { $0.rect($1 + 6, $2 - 6, 6, 6, "m-strip") }),
      (!plan.flights.isEmpty, .legendIn, line("m-in")),
      // A way out along the inbound route is not seen under it.
      (
        plan.flights.contains { entry in
          entry.flight.outbound.count > 1
            && entry.flight.outbound.map(\.position) != entry.flight.inbound.map(\.position).reversed()
        }, .legendOut, line("m-out")
      ),
      (plan.flights.contains { $0.timeline.firstDetectionPosition != nil }, .firstSeen, { $0.diamond($1 + 9, $2 - 3) }),
      (plan.leak?.entries.contains { $0.way != nil } ?? false, .legendWay, line("m-way")),
      (!plan.scenario.border.isEmpty, .layerBorder, line("m-border")),
      (
        !plan.scenario.pursuitAreas.isEmpty, .layerNoPursuit, { $0.rect($1, $2 - 9, 18, 12, "m-unpursued") }
      ),
      (plan.scenario.routing?.areas.isEmpty == false, .layerRestricted, { $0.rect($1, $2 - 9, 18, 12, "m-closed") }),
      (!plan.scenario.demandPoints.isEmpty, .layerDemand, { $0.circle($1 + 9, $2 - 3, 5, "m-demand") }),
      (
        hasUnknown, .legendUnknown,
        { chart, x, y in chart.lines([0.0, 6, 12].map { [(x + $0, y + 3), (x + $0 + 6, y - 3)] }, "m-unknown") }
      ),
    ]
    marks = all.filter(\.isThere).map { entry in Item(words: languages.map { $0(entry.phrase) }, sign: entry.sign) }
  }

  /// How high it is.
  var height: Double { Double(rows(colours).count + rows(marks).count) * Self.row + 4 }

  /// - Parameter top: Where it begins.
  func draw(on chart: inout Chart, top: Double) {
    var y = top + 13
    for row in rows(colours) + rows(marks) {
      for (x, item) in row {
        item.sign(&chart, x, y)
        for (words, say) in zip(item.words, languages) {
          chart.text(x + 24, y + 1, words, languages.count > 1 ? "small in-\(say.rawValue)" : "small")
        }
      }
      y += Self.row
    }
  }

  /// Items with the places at which they begin; one that does not fit begins a row.
  private func rows(_ items: [Item]) -> [[(x: Double, item: Item)]] {
    var rows: [[(x: Double, item: Item)]] = []
    var x = Double.infinity
    for item in items {
      // A letter of the small size is 7 wide at most.
      let length = 24 + 7 * Double(item.words.map(\.count).max() ?? 0)
      if x + length > width {
        rows.append([])
        x = 4
      }
      rows[rows.count - 1].append((x, item))
      x += length + 14
    }
    return rows
  }
}
