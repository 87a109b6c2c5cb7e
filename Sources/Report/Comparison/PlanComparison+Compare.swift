internal import Units

extension PlanComparison {
  init(_ first: PlanRecord, _ firstFolder: String, _ second: PlanRecord, _ secondFolder: String) {
    before = Side(first, firstFolder)
    after = Side(second, secondFolder)
    units = first.units == second.units ? first.units : .metric
    doubts = Doubt.allCases.filter { doubt in
      switch doubt {
      case .scenarios: first.scenario.name != second.scenario.name
      case .targets: first.target != second.target
      case .tools: first.tool.version != second.tool.version
      }
    }
    settings = Self.settings(first.parameters ?? [], second.parameters ?? [])
    outcome = Self.outcome(first.outcome, second.outcome)
    requirements = ["share_detected", "share_tracked", "share_met"].compactMap { name in
      let sides = [first, second].map { $0.requirements.first { $0.name == name } }
      return sides.contains { $0 != nil } ? RequirementRow(name: name, before: sides[0], after: sides[1]) : nil
    }
    radarsAdded = second.network.stations.filter { !first.network.stations.contains($0) }
    radarsRemoved = first.network.stations.filter { !second.network.stations.contains($0) }
    let measures = [first, second].map { $0.bought?.measures ?? [] }
    measuresAdded = measures[1].filter { !measures[0].contains($0) }
    measuresRemoved = measures[0].filter { !measures[1].contains($0) }
    readiness = Self.readiness(first.responses, second.responses)

    let currencies = Set([first, second].compactMap { $0.bought?.currency })
    currency = currencies.count == 1 ? currencies.first : nil
    func price(_ part: (PlanRecord.Purchase) -> Double?) -> Figure {
      guard currencies.count < 2 else { return Figure() }
      return Figure(before: first.bought.map(part) ?? 0, after: second.bought.map(part) ?? 0)
    }
    self.price = (price(\.priceLow), price(\.priceBase), price(\.priceHigh))

    coverage = Self.pairs(first.areas, second.areas).map { key, area in
      CoverageRow(heightMetres: key.height, radars: key.radars, area: area)
    }.sorted { ($0.heightMetres, $0.radars) < ($1.heightMetres, $1.radars) }
    flights = Self.flights(first.flights, second.flights)

    let totals = Self.pairs(first.responseTotals, second.responseTotals)
    responseCount = totals.count
    responses = totals.filter(\.1.isChanged).map { key, total in
      ResponseRow(strip: key.strip, asset: key.asset, period: key.period, total: total)
    }
    let distances = Self.pairs(first.requiredDistances, second.requiredDistances)
    requiredCount = distances.count
    required = distances.filter(\.1.isChanged).map { key, distance in
      RequiredRow(strip: key.strip, period: key.period, distance: distance)
    }
    warningsAdded = second.warnings.filter { !first.warnings.contains($0) }
    warningsRemoved = first.warnings.filter { !second.warnings.contains($0) }
    func names(_ pairs: [(String, String)]) -> [String: String] { Dictionary(pairs) { _, later in later } }
    let plans = [first, second]
    stripNames = names(plans.flatMap { ($0.strips ?? []).map { ($0.id, $0.name ?? "") } })
    flightNames = names(plans.flatMap { $0.flights.map { ($0.id, $0.name ?? "") } })
    assetNames = first.assetNames.merging(second.assetNames) { _, later in later }
    purchaseNames = names(plans.flatMap { $0.purchases.compactMap { row in row.id.map { ($0, row.name ?? "") } } })
  }

  /// An asset for tables: what flies and from where, its id in small letters; the id where the plans do not say more.
  func asset(_ id: String) -> HTML {
    assetNames[id].map { Called.asset(id, aircraft: $0.aircraft, base: $0.base) } ?? "\(name: id)"
  }

  /// The keys of both with their values: those of the first in order, then those that only the second has.
  private static func pairs<Key: Hashable>(_ first: [(Key, Double?)], _ second: [(Key, Double?)]) -> [(Key, Figure)] {
    let before = Dictionary(first, uniquingKeysWith: { value, _ in value })
    let after = Dictionary(second, uniquingKeysWith: { value, _ in value })
    let keys = first.map(\.0) + second.map(\.0).filter { !before.keys.contains($0) }
    return keys.map { ($0, Figure(before: before[$0] ?? nil, after: after[$0] ?? nil)) }
  }

  private static func settings(
    _ first: [PlanRecord.Parameter], _ second: [PlanRecord.Parameter]
  ) -> [SettingRow] {
    let names = first.map(\.name) + second.map(\.name).filter { name in !first.contains { $0.name == name } }
    return names.compactMap { name in
      let (old, new) = (first.first { $0.name == name }, second.first { $0.name == name })
      let value = Pair(before: old?.text, after: new?.text)
      return value.isChanged ? SettingRow(name: name, unit: new?.unit ?? old?.unit, value: value) : nil
    }
  }

  private static func outcome(_ first: PlanRecord.Outcome, _ second: PlanRecord.Outcome) -> [OutcomeRow] {
    OutcomeRow.values.map { key, value in
      OutcomeRow(key: key, figure: Figure(before: value(first), after: value(second)))
    }
  }

  /// An asset is ready after the same time whatever the strip, so that its first row stands for all.
  private static func readiness(
    _ first: [PlanRecord.Response], _ second: [PlanRecord.Response]
  ) -> [ReadinessRow] {
    let sides = [first, second].map { rows in
      Dictionary(
        rows.map { (PlanRecord.AssetKey(asset: $0.asset, period: $0.period), $0.readinessS) },
        uniquingKeysWith: { value, _ in value })
    }
    var seen: Set<PlanRecord.AssetKey> = []
    return first.compactMap { row in
      let key = PlanRecord.AssetKey(asset: row.asset, period: row.period)
      guard seen.insert(key).inserted, let before = sides[0][key], let after = sides[1][key], before != after else {
        return nil
      }
      return ReadinessRow(asset: key.asset, period: key.period, readiness: Figure(before: before, after: after))
    }
  }

  private static func flights(_ first: [PlanRecord.Flight], _ second: [PlanRecord.Flight]) -> [FlightRow] {
    let before = Dictionary(first.map { ($0.id, $0) }, uniquingKeysWith: { flight, _ in flight })
    let after = Dictionary(second.map { ($0.id, $0) }, uniquingKeysWith: { flight, _ in flight })
    let ids = first.map(\.id) + second.map(\.id).filter { before[$0] == nil }
    return ids.map { id in
      let (old, new) = (before[id], after[id])
      return FlightRow(
        id: id, strip: new?.strip ?? old?.strip ?? "", verdict: Pair(before: old?.verdict, after: new?.verdict),
        bestAsset: Pair(before: old?.bestAsset, after: new?.bestAsset),
        warning: Figure(before: old?.warningS, after: new?.warningS),
        slack: Figure(before: old?.bestSlack, after: new?.bestSlack))
    }
  }
}

extension PlanComparison.OutcomeRow {
  /// The figures of the outcome by their keys.
  static var values: [(key: String, value: (PlanRecord.Outcome) -> Double?)] {
    [
      ("flights_per_day", \.flightsPerDay), ("detected_before_landing_per_day", \.detectedBeforeLandingPerDay),
      ("tracked_before_landing_per_day", \.trackedBeforeLandingPerDay),
      ("ordered_before_takeoff_per_day", \.orderedBeforeTakeoffPerDay), ("met_at_strip_per_day", \.metAtStripPerDay),
      ("met_in_flight_only_per_day", \.metInFlightOnlyPerDay), ("warning_shortest_s", \.warningShortestS),
      ("warning_median_s", \.warningMedianS), ("warning_longest_s", \.warningLongestS),
    ]
  }
}

extension PlanComparison.Side {
  fileprivate init(_ plan: PlanRecord, _ folder: String) {
    self.init(
      folder: folder, scenario: plan.scenario.name, purchase: plan.network.purchase,
      radars: plan.network.stations.count,
      toolVersion: plan.tool.version)
  }
}

extension PlanRecord {
  fileprivate struct AreaKey: Hashable {
    var height: Double
    var radars: Int
  }
  fileprivate struct AssetKey: Hashable {
    var asset, period: String
  }
  fileprivate struct ResponseKey: Hashable {
    var strip, asset, period: String
  }
  fileprivate struct RequiredKey: Hashable {
    var strip, period: String
  }

  fileprivate var areas: [(AreaKey, Double?)] {
    coverage.bands.flatMap { band in
      band.areaSeenByAtLeast.map { (AreaKey(height: band.heightAglM, radars: $0.radars), $0.areaKm2) }
    }
  }

  fileprivate var responseTotals: [(ResponseKey, Double?)] {
    responses.map { row in
      (ResponseKey(strip: row.strip, asset: row.asset, period: row.period), row.reachable ? row.totalS : nil)
    }
  }

  fileprivate var requiredDistances: [(RequiredKey, Double?)] {
    requiredDetection.map { (RequiredKey(strip: $0.strip, period: $0.period), $0.alongRouteM) }
  }
}

extension PlanRecord.Flight {
  /// Seconds that the best asset has to spare.
  fileprivate var bestSlack: Double? { assets.first { $0.asset == bestAsset }?.slackS }
}
