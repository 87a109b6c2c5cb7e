internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Response
internal import Scenario
internal import Terrain
internal import Units

/// One computation of reach.
struct ReachRun {
  let scenario: Scenario
  let question: ReachQuestion
  let workers: Int
  let assets: [Asset]
  let bases: [Base]

  /// Checks the question.
  init(_ scenario: Scenario, _ question: ReachQuestion, _ workers: Int) throws(ReachError) {
    self.scenario = scenario
    self.workers = workers
    var question = question
    var faults: [Fault<ReachFault>] = []
    faults += Self.faults(of: question.limits)
    question.limits = Array(Set(question.limits)).sorted()
    question.periods = Period.allCases.filter(question.periods.contains)
    let all = scenario.assets(taking: question.purchase?.measures ?? [])
    assets = all.filter { question.assets?.contains($0.id) ?? true }
    if assets.isEmpty {
      faults.append(
        all.isEmpty
          ? Fault(.noAssets, "the scenario has no assets", remedy: "add the layer assets, which respond")
          : Fault(.noAssets, "none of the scenario’s assets was asked for", remedy: "name one or more"))
    }
    for id in (question.assets ?? []).sorted() where !all.contains(where: { $0.id == id }) {
      faults.append(
        Fault(
          .noAssets, "the scenario has no asset “\(id)”", remedy: NearestName.choices(for: id, among: all.map(\.id))))
    }
    if question.isRouted, scenario.terrain == nil {
      faults.append(
        Fault(.noTerrain, "flights over terrain need terrain", remedy: "name it with the key terrain"))
    }
    if let step = question.step, !(step.metres > 0 && step.isFinite) {
      faults.append(Fault(.tooManyCells, "a step of \(step.text) gives no cells", remedy: "state one above zero"))
    }
    if let list = FaultList(faults) { throw list }
    let own = assets
    bases = scenario.bases.filter { base in own.contains { $0.base.id == base.id } }
    self.question = question
  }

  private static func faults(of limits: [Duration]) -> [Fault<ReachFault>] {
    guard !limits.isEmpty else {
      return [Fault(.limits, "no limit is stated", remedy: "state one or more, as in 15,30,60")]
    }
    var faults: [Fault<ReachFault>] = []
    var seen: Set<Duration> = []
    for limit in limits {
      if limit <= .zero || limit > ReachSettings.longestLimit {
        faults.append(
          Fault(.limits, "a limit of \(limit.text) is not a time to reach something in", remedy: "from 1 s to 48 h"))
      } else if !seen.insert(limit).inserted {
        faults.append(Fault(.limits, "the limit of \(limit.text) is stated twice", remedy: "state every limit once"))
      }
    }
    if limits.count > ReachSettings.mostLimits {
      faults.append(
        Fault(.limits, "\(limits.count) limits are stated", remedy: "state \(ReachSettings.mostLimits) at most"))
    }
    return faults
  }

  func answer() throws(ReachError) -> Reach {
    let area = try ReachArea(scenario, question)
    let ground = try ReachGround(scenario, area)
    var notes: [String] = []
    let flights = try ReachFlights(self, area, &notes)
    let places = try self.places(flights)
    let ofAssets = question.periods.map { period in
      assets.map { minutes($0, period, area, ground, flights) }
    }
    var fields: [ReachField] = []
    let count = area.isInside.count
    func first(_ period: Int, _ counts: (Asset) -> Bool) -> [Float] {
      ReachField.first(zip(assets, ofAssets[period]).filter { counts($0.0) }.map(\.1), count: count)
    }
    for (index, period) in question.periods.enumerated() {
      fields.append(ReachField(subject: .all, period: period, minutes: first(index) { _ in true }))
    }
    for base in bases {
      for (index, period) in question.periods.enumerated() {
        fields.append(ReachField(subject: .base(base), period: period, minutes: first(index) { $0.base.id == base.id }))
      }
    }
    for (number, asset) in assets.enumerated() {
      for (index, period) in question.periods.enumerated() {
        fields.append(ReachField(subject: .asset(asset), period: period, minutes: ofAssets[index][number]))
      }
    }
    let shares = self.shares(of: fields, area, places)
    let losses = bases.flatMap { base in
      question.periods.enumerated().flatMap { index, period in
        lost(without: base, index, period, first(index) { $0.base.id != base.id }, area, places, shares)
      }
    }
    return Reach(
      question: question, area: area, isUnknown: ground.isUnknown, hasTerrain: scenario.terrain != nil, fields: fields,
      shares: shares, places: places.rows(question.limits), losses: losses, bases: bases, assets: assets,
      assumed: assumed(area) + flights.assumed, notes: notes + whatToMind(area, ground, places))
  }

  /// An asset's minutes to every cell.
  private func minutes(
    _ asset: Asset, _ period: Period, _ area: ReachArea, _ ground: ReachGround, _ flights: ReachFlights
  ) -> [Float] {
    let count = area.isInside.count
    guard asset.readiness(by: period) != nil, flights.isKnown(asset, period) else {
      return [Float](repeating: .nan, count: count)
    }
    let reach = flights.reach(of: asset, by: period)
    let rows = Parallel.map(Array(0..<area.frame.rows), workers: workers) { row in
      let first = row * area.frame.columns
      var minutes = reach.minutes(
        to: area.centres(row: row).enumerated().map { column, position in
          ReachPlace(position: position, elevation: ground.elevation(first + column))
        })
      for column in minutes.indices where ground.isUnknown[first + column] { minutes[column] = .nan }
      return minutes
    }
    return Array(rows.joined())
  }

  private func shares(of fields: [ReachField], _ area: ReachArea, _ places: ReachPlaces) -> [Reach.Share] {
    let total = area.squareMetres
    return fields.flatMap { field in
      question.limits.map { limit in
        let period = question.periods.firstIndex(of: field.period) ?? 0
        let parts = places.parts(period, limit, field.subject.counts)
        return Reach.Share(
          subject: field.subject, period: field.period, limit: limit,
          area: Reach.Part(reached: Self.reached(field.minutes, limit, area), total: total), demand: parts.demand,
          strips: parts.strips)
      }
    }
  }

  private static func reached(_ minutes: [Float], _ limit: Duration, _ area: ReachArea) -> Double {
    let most = limit.inMinutes
    return area.sum { area.isInside[$0] && Double(minutes[$0]) <= most }
  }

  private func lost(
    without base: Base, _ index: Int, _ period: Period, _ minutes: [Float], _ area: ReachArea, _ places: ReachPlaces,
    _ shares: [Reach.Share]
  ) -> [Reach.Loss] {
    question.limits.map { limit in
      let whole = shares.first { $0.subject == .all && $0.period == period && $0.limit == limit }
      let parts = places.parts(index, limit) { $0.base.id != base.id }
      let left = Self.reached(minutes, limit, area)
      return Reach.Loss(
        base: base, period: period, limit: limit, area: Reach.Part(reached: left, total: area.squareMetres),
        lostArea: max((whole?.area.reached ?? left) - left, 0), demand: parts.demand,
        lostDemand: max((whole?.demand.reached ?? 0) - parts.demand.reached, 0), strips: parts.strips,
        fallen: places.fallen(index, limit, without: base))
    }
  }
}

extension ReachSubject {
  /// Whether an asset belongs to it.
  func counts(_ asset: Asset) -> Bool {
    switch self {
    case .all: true
    case .base(let base): asset.base.id == base.id
    case .asset(let own): asset.id == own.id
    }
  }
}
