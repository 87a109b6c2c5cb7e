internal import Coverage
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What each purchase would change.
struct PurchasesSection: ReportSection {
  let id = "purchases"
  let title = Phrase.purchases
  private let plan: Plan
  private let options: [PurchaseOption]
  private let bands: [Length]

  init?(_ input: ReportInput) {
    guard input.plan.options.contains(where: { $0.purchase != nil }) else { return nil }
    plan = input.plan
    options = input.plan.options
    bands = input.plan.scenario.altitudeBands
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] { [("purchases", chart(say))] }

  func body(_ say: ReportLanguage) -> HTML {
    """
    <p>\(say(.purchasesNote))</p>
    \(table(say))
    \(chart(say).keyed)
    \(options.compactMap { option in option.purchase.map { list($0, say) } })
    """
  }

  private func table(_ say: ReportLanguage) -> HTML {
    let heads: [String] =
      [Phrase.purchase, .radarsBought, .price, .budget, .seenADay, .trackedADay, .metADay, .medianWarning].map {
        say($0)
      }
      + bands.map { say(.seenAtHeight, $0.heightText) }
    let rows = options.map { option -> [HTML] in
      let price = option.price
      let outcome = option.outcome
      var budget: HTML = "\(option.purchase?.budget?.text ?? "–")"
      if let limit = option.purchase?.budget, let price, price.base.currency == limit.currency,
        price.base.amount > limit.amount
      {
        budget += " <span class=\"chip late\">\(say(.overBudget))</span>"
      }
      let range: HTML = price?.rangeText(say).map { " <small>\($0)</small>" } ?? ""
      let name: HTML = option.purchase.map { Called.html(plan.name(of: $0, say), $0.id) } ?? "\(say(.today))"
      return [
        name, "\(option.purchase?.items.count ?? 0)", "\(price?.base.text ?? "–")\(range)", budget,
        "\(outcome.detectedPerDay.count) / \(outcome.flightsPerDay.count)",
        "\(outcome.trackedPerDay.count) / \(outcome.flightsPerDay.count)",
        "\(outcome.metPerDay.count) / \(outcome.flightsPerDay.count)", "\(outcome.medianWarningText(say))",
      ] + option.coverage.bands.map { "\(($0.areaSeenByAtLeast.first ?? .zero).squareKilometres.grouped)" }
    }
    return .table(
      caption: say(.purchases), heads: heads, rows: rows, numeric: Set(1..<heads.count).subtracting([3]),
      cssClass: "data purchases")
  }

  private func list(_ purchase: Scenario.Purchase, _ say: ReportLanguage) -> HTML {
    let rows = purchase.items.map { item -> [HTML] in
      [
        Called.html(item.site.name, item.site.id), "\(name: item.type.name)",
        "\(item.type.price?.base.text ?? say(.unpriced))",
        "\(item.type.price?.rangeText(say) ?? "–")",
      ]
    }
    let measures = purchase.measures.map { measure -> [HTML] in
      [Called.html(measure.name, measure.id), "\(say(.measures))", "\(measure.cost.text)", "–"]
    }
    let title = say(.listOf, plan.name(of: purchase, say).isolated)
    let heads: [Phrase] = [.site, .type, .price, .priceRange]
    return .details(title, .table(caption: title, heads: heads.map { say($0) }, rows: rows + measures, numeric: [2]))
  }

  /// Flights a day seen and met, with the price next to the name.
  private func chart(_ say: ReportLanguage) -> Chart {
    let (left, right, width, step) = (310.0, 60.0, 960.0, 46.0)
    let most = max(options.map(\.outcome.flightsPerDay).max() ?? 1, 1e-6)
    let scale = (width - left - right) / most
    let bottom = 6 + Double(options.count) * step
    var chart = Chart(width: width, height: bottom + 22, title: say(.purchasesTitle))
    chart.key = ChartKey([(.area("f-day"), "k-day", say(.seenADay)), (.area("f-met"), "k-met", say(.metADay))])
    for tick in AxisSteps.values(from: 0, to: most, count: 8) {
      chart.line(left + tick * scale, 2, left + tick * scale, bottom, tick == 0 ? "axis" : "grid")
      chart.text(left + tick * scale, bottom + 15, tick.count, anchor: "middle", "small")
    }
    let names = labels(say)
    for (index, option) in options.enumerated() {
      let y = 6 + Double(index) * step
      chart.text(left - 8, y + 16, names[index], anchor: "end", "strong")
      chart.text(left - 8, y + 32, option.purchase == nil ? "" : price(option, say), anchor: "end", "small")
      let bars = [
        (option.outcome.detectedPerDay, "f-day", Phrase.seenADay), (option.outcome.metPerDay, "f-met", .metADay),
      ]
      for (row, (count, cssClass, phrase)) in bars.enumerated() {
        let top = y + 5 + Double(row) * 17
        chart.rect(left, top, count * scale, 14, cssClass, title: "\(say(phrase)): \(count.count)")
        chart.text(left + count * scale + 5, top + 11, count.count, "small")
      }
    }
    return chart
  }

  /// The options by as much of their names as fits, by their ids where that is the same for several.
  private func labels(_ say: ReportLanguage) -> [String] {
    let names = options.map { option in
      option.purchase.map { Called.cut(plan.name(of: $0, say), most: 35) } ?? say(.today)
    }
    return zip(names, options).map { name, option in
      let isAlone = names.count { $0 == name } == 1
      return (isAlone ? name : option.purchase?.id ?? name).isolated
    }
  }

  private func price(_ option: PurchaseOption, _ say: ReportLanguage) -> String {
    guard let price = option.price else { return say(.unpriced) }
    return price.rangeText(say).map { "\(price.base.text) (\($0))" } ?? price.base.text
  }
}

extension PriceRange {
  /// `USD 18.2M to USD 42M`; nil where neither a lower nor a higher price is stated.
  fileprivate func rangeText(_ say: ReportLanguage) -> String? {
    low == high ? nil : say(.between, low.text, high.text)
  }
}
