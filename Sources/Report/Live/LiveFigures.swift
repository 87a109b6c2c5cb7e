internal import Interception
internal import Units

/// What a planner watches while a scenario is edited: each figure of a plan with that of the baseline, and the difference.
///
/// The figures are those of ``PlanComparison``, and mean what they mean in plan.json.
package struct LiveFigures: Sendable {
  private let comparison: PlanComparison

  /// The figures of a plan against those of another.
  /// - Parameters:
  ///   - baseline: The plan of the scenario as its files are, or of another variant.
  ///   - variant: That of the scenario as it is edited.
  package init(baseline: ComparedPlan, variant: ComparedPlan) {
    comparison = PlanComparison(baseline, variant, names: ("", ""))
  }

  /// The figures as the members of a JSON object: a list of objects with `key`, `value`, `baseline` and `difference` as numbers in
  /// the units of plan.json, null where a plan does not have them, `better`, null where neither is, and for people the words in
  /// each language.
  package var json: String {
    comparison.units.writing { JSON.array(LiveFigure.all(of: comparison).map(\.json)).compact }
  }
}

/// One figure with its words.
private struct LiveFigure {
  /// What it is, the same for every plan: `met_at_strip_per_day`, `area_km2/150/1`, `flight/F01`.
  var key: String
  var figure: PlanComparison.Figure
  /// More is better, less is better, or neither.
  var wish: Wish
  /// The words by language: name, in the variant, in the baseline, difference.
  var words: (ReportLanguage) -> (name: String, after: String, before: String, difference: String?)

  enum Wish { case more, less, none }

  private var isBetter: Bool? {
    guard figure.isChanged, wish != .none else { return nil }
    // What is not there is worse than whatever is: nobody comes, nothing is seen.
    guard let before = figure.before else { return true }
    guard let after = figure.after else { return false }
    return (after > before) == (wish == .more)
  }

  var json: JSON {
    .object(
      [
        JSON.Member(key: "key", value: .string(key)),
        .init(key: "value", value: .optional(figure.after, decimals: 6)),
        .init(key: "baseline", value: .optional(figure.before, decimals: 6)),
        .init(key: "difference", value: .optional(figure.change, decimals: 6)),
        .init(key: "better", value: isBetter.map { .bool($0) } ?? .null),
      ]
        + ReportLanguage.allCases.map { language in
          let words = words(language)
          return JSON.Member(
            key: language.rawValue,
            value: .object([
              "name": .string(words.name), "value": .string(words.after), "baseline": .string(words.before),
              "difference": .optional(words.difference),
            ]))
        })
  }

  /// Every figure of a comparison: the outcome and the areas in full, of flights, times and distances those that change.
  static func all(of comparison: PlanComparison) -> [LiveFigure] {
    outcome(comparison) + areas(comparison) + price(comparison) + flights(comparison) + times(comparison)
      + required(comparison)
  }

  private static func outcome(_ comparison: PlanComparison) -> [LiveFigure] {
    comparison.outcome.map { row in
      LiveFigure(key: row.key, figure: row.figure, wish: row.key == "flights_per_day" ? .none : .more) { say in
        (
          say(row.phrase), row.text(\.after, say), row.text(\.before, say),
          row.figure.isChanged ? row.changeText : nil
        )
      }
    }
  }

  private static func areas(_ comparison: PlanComparison) -> [LiveFigure] {
    comparison.coverage.filter { $0.radars <= 2 }.map { row in
      let height = Length.metres(row.heightMetres)
      return LiveFigure(
        key: "area_km2/\(row.heightMetres.fixed(0))/\(row.radars)", figure: row.area, wish: .more
      ) { say in
        let difference =
          row.area.isChanged ? row.area.change(step: 1).map { FigureText.signed($0, FigureText.area) } : nil
        let name = say(.areaAt, say(.tileArea, height.heightText), say(.atLeast, String(row.radars)))
        return (
          name, FigureText.area(row.area.after) + " km²", FigureText.area(row.area.before) + " km²",
          difference.map { $0 + " km²" }
        )
      }
    }
  }

  /// What is bought, and what each step of it gains.
  private static func price(_ comparison: PlanComparison) -> [LiveFigure] {
    guard let currency = comparison.currency else { return [] }
    func text(_ amount: Double?) -> String { amount.map { Money($0, currency).text } ?? "–" }
    let price = comparison.price.base
    let whole = LiveFigure(key: "price_base", figure: price, wish: .less) { say in
      (
        say(.cost), text(price.after), text(price.before),
        price.isChanged ? price.change.map { FigureText.signed($0) { text($0) } } : nil
      )
    }
    let gains: [(key: String, gain: Double?, phrase: Phrase)] = [
      ("met_at_strip_per_day", comparison.change("met_at_strip_per_day"), .outcomeMet),
      ("detected_before_landing_per_day", comparison.change("detected_before_landing_per_day"), .outcomeDetected),
    ]
    return [whole]
      + gains.compactMap { key, gain, phrase in
        guard let spent = price.change, spent > 0, let gain, gain > 0 else { return nil }
        let each = PlanComparison.Figure(before: nil, after: spent / gain)
        return LiveFigure(key: "price_per/\(key)", figure: each, wish: .none) { say in
          (LiveWords.text("livePricePer", say, say(phrase)), text(spent / gain), "–", nil)
        }
      }
  }

  private static func flights(_ comparison: PlanComparison) -> [LiveFigure] {
    comparison.flights.filter(\.isChanged).map { row in
      LiveFigure(key: "flight/\(row.id)", figure: row.slack, wish: .more) { say in
        func side(_ verdict: String?, _ asset: String?, _ slack: Double?) -> String {
          guard let verdict else { return say(.notExpected) }
          let words = Window.Verdict.allCases.first { $0.key == verdict }.map { say($0.phrase) } ?? verdict
          let time = slack.map { ", " + SlackText.text(.seconds(clamping: $0), say) } ?? ""
          return words + (asset.map { " (\($0)\(time))" } ?? "")
        }
        return (
          "\(say(.flight)) \(Called.plain(comparison.flightNames[row.id] ?? "", row.id))",
          side(row.verdict.after, row.bestAsset.after, row.slack.after),
          side(row.verdict.before, row.bestAsset.before, row.slack.before),
          row.slack.isChanged ? row.slack.change(step: 1).map { FigureText.signed($0, FigureText.duration) } : nil
        )
      }
    }
  }

  /// How long assets take to strips.
  private static func times(_ comparison: PlanComparison) -> [LiveFigure] {
    comparison.responses.map { row in
      LiveFigure(key: "response/\(row.strip)/\(row.asset)/\(row.period)", figure: row.total, wish: .less) { say in
        let strip = Called.plain(comparison.stripNames[row.strip] ?? "", row.strip)
        return (
          "\(row.asset) → \(strip), \(say(row.period == "night" ? .night : .day).lowercased())",
          FigureText.duration(row.total.after), FigureText.duration(row.total.before),
          row.total.change(step: 1).map { FigureText.signed($0, FigureText.duration) }
        )
      }
    }
  }

  private static func required(_ comparison: PlanComparison) -> [LiveFigure] {
    comparison.required.map { row in
      LiveFigure(key: "required/\(row.strip)/\(row.period)", figure: row.distance, wish: .less) { say in
        let strip = Called.plain(comparison.stripNames[row.strip] ?? "", row.strip)
        return (
          "\(say(.required)): \(strip), \(say(row.period == "night" ? .night : .day).lowercased())",
          FigureText.distance(row.distance.after), FigureText.distance(row.distance.before),
          row.distance.change(step: 100).map { FigureText.signed($0, FigureText.distance) }
        )
      }
    }
  }
}

extension PlanComparison {
  /// The change of a figure of the outcome.
  fileprivate func change(_ key: String) -> Double? { outcome.first { $0.key == key }?.figure.change }
}
