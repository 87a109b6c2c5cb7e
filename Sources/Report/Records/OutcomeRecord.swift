internal import Coverage
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Scenario
internal import Units

extension Records {
  /// A plan in figures.
  static var outcome: Record<PlanOutcome> {
    let verdicts = JSON.object([
      "type": .string("object"), "propertyNames": .oneOf(Window.Verdict.keys),
      "minProperties": .integer(Window.Verdict.allCases.count), "additionalProperties": .amount,
    ])
    return [
      .number("flights_per_day", \.flightsPerDay), .number("detected_before_landing_per_day", \.detectedPerDay),
      .number("tracked_before_landing_per_day", \.trackedPerDay),
      .number("ordered_before_takeoff_per_day", \.orderedPerDay), .number("met_at_strip_per_day", \.metPerDay),
      .number("met_in_flight_only_per_day", \.metInFlightPerDay), .share("share_detected", \.shareDetected),
      .share("share_tracked", \.shareTracked), .share("share_met", \.shareMet),
      .signedDuration("warning_shortest", \.warning?.lowerBound),
      .signedDuration("warning_median", \.medianWarning, meaning: "Of all flights, with never tracked as the worst."),
      .signedDuration("warning_longest", \.warning?.upperBound),
      .json("per_day_by_verdict", schema: verdicts) { outcome in
        .object(
          Window.Verdict.allCases.map { verdict in
            JSON.Member(key: verdict.key, value: .number(outcome.perDayByVerdict[verdict] ?? 0, decimals: 6))
          })
      },
    ]
  }

  /// What a purchase comes to; the first is today's network.
  static var option: Record<PurchaseOption> {
    [
      .text("id", \.purchase?.id), .text("name", \.purchase?.name),
      .text("currency", { $0.price?.base.currency ?? $0.purchase?.budget?.currency }),
      .money("price_low", \.price?.low), .money("price_base", \.price?.base), .money("price_high", \.price?.high),
      .money("budget", \.purchase?.budget), .list("radars", purchaseItem) { $0.purchase?.items ?? [] },
      .texts("measures", { ($0.purchase?.measures ?? []).map(\.id) }), .object("outcome", outcome, \.outcome),
      .list("area_seen", bandArea, \.coverage.bands),
    ]
  }

  static var purchaseItem: Record<Scenario.Purchase.Item> {
    [.text("site", \.site.id), .text("type", \.type.id)]
  }

  static var bandArea: Record<CoverageSummary.Band> {
    [
      .signedLength("height_agl", \.height), .area("area", \.areaSeenByAtLeast.first),
    ]
  }
}
