public import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Radar
internal import Response
public import Scenario
internal import Terrain
public import Units

extension Leak {
  /// Finds the least-observed route to every strip of a scenario, and what each option would change.
  ///
  /// The same input gives the same bits for any number of workers.
  /// - Parameters:
  ///   - scenario: The scenario, over its terrain if it has any, otherwise over a smooth Earth.
  ///   - question: The question.
  ///   - workers: For how many radars coverage is computed, and how many options are tried, at a time; nil for one a processor.
  ///   - terrain: How floors over terrain are computed and kept; its workers are those above.
  ///   - progress: Called as the work goes on: looking, then searching.
  /// - Throws: ``LeakError`` when the scenario has no strips, or its terrain cannot be read.
  public static func run(
    _ scenario: Scenario, _ question: LeakQuestion, workers: Int? = nil,
    terrain options: TerrainCoverage.Options = TerrainCoverage.Options(),
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws(LeakError) -> Leak {
    let workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
    let standing = scenario.stations(adding: question.purchase)
    let area = try LeakArea(scenario, standing, question)
    let look = LeakLook(
      scenario: scenario, question: question, area: area, stations: standing + question.options.map(\.station))
    let sights: LeakSights
    if let terrain = scenario.terrain {
      var options = options
      options.workers = workers
      let asked = options
      sights = try await Cancellation.watched { (isCancelled) throws(LeakError) in
        try scenario.units.writing { () throws(LeakError) in
          try look.over(terrain, asked, progress: progress, isCancelled: isCancelled)
        }
      }
    } else {
      sights = await look.overSmoothEarth(workers: workers, progress: progress)
    }
    let search = LeakSearch(area: area, sights: sights, standing: standing.count, unknown: question.unknown)
    let exposures = LeastExposure(over: search.today.shares, from: search.sources)
    let bounds = LeastExposure(over: search.today.whole, from: search.sources, to: area.strips)
    let isBehindUnknown = search.isBehindUnknown(where: area.strips.map { !exposures.exposureMetres[$0].isFinite })
    var entries: [Entry] = []
    let ruler = try WayRuler(scenario, standing, question, step: area.grid.step, options)
    for ((strip, cell), isBehindUnknown) in zip(zip(scenario.strips, area.strips), isBehindUnknown) {
      // Straightened, a way may graze the edge of what is seen: the one that is seen less is reported.
      var way: Way?
      for places in [exposures.straightenedWay(to: cell), exposures.way(to: cell)].compactMap(\.self) {
        let measured = try ruler.measured(
          (places + [strip.position]).map(\.normalized), confirmation: scenario.alertChain.confirmation)
        if way.map({ measured.seen < $0.seen }) ?? true { way = measured }
      }
      entries.append(
        Entry(
          strip: strip, exposure: way == nil ? nil : .metres(exposures.exposureMetres[cell]),
          bound: way == nil ? nil : .metres(bounds.exposureMetres[cell]), way: way, isBehindUnknown: isBehindUnknown))
    }
    let today = entries.map(\.exposure)
    let ways = area.strips.compactMap { exposures.cells(to: $0) }
    let changed = await search.exposures(
      addingEach: question.options.count, today: today, ways: ways, workers: workers, progress: progress)
    let closures = zip(question.options, changed).map { Closure(option: $0, exposures: $1, today: today) }
    let listed = Array(Self.ranked(closures).prefix(question.mostClosures ?? .max))
    return Leak(
      question: question, stations: standing, entries: entries, closures: listed, origin: area.origin,
      step: area.grid.step, cells: area.grid.seen.count, isSmooth: scenario.terrain == nil,
      warnings: sights.warnings + Self.towers(scenario, standing, listed))
  }

  /// The sites that a smooth Earth flatters: those of the radars, and of the options that are listed.
  private static func towers(_ scenario: Scenario, _ standing: [RadarStation], _ closures: [Closure]) -> [LeakWarning] {
    guard scenario.terrain == nil else { return [] }
    func warning(_ stations: [RadarStation], _ head: String) -> LeakWarning? {
      var seen: Set<String> = []
      let sites = SmoothGround.above(stations, in: scenario).map {
        (id: $0.station.id, text: "\($0.station.id) \($0.height.heightText)")
      }.filter { seen.insert($0.text).inserted }
      guard !sites.isEmpty else { return nil }
      return LeakWarning(
        .highSites, at: FaultPlace(subject: sites.map(\.id).joined(separator: ", ")),
        "\(head)\(SmoothGround.warning): \(sites.map(\.text).joined(separator: ", "))")
    }
    return [
      warning(standing, ""), warning(closures.map(\.option.station), "of the radars to add, "),
    ].compactMap(\.self)
  }

  private static func ranked(_ closures: [Closure]) -> [Closure] {
    closures.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.stripsUnseen != second.stripsUnseen { return first.stripsUnseen < second.stripsUnseen }
      if first.worstGain != second.worstGain { return first.worstGain > second.worstGain }
      if first.meanGain != second.meanGain { return first.meanGain > second.meanGain }
      let prices = (first.option.price?.base.amount ?? .infinity, second.option.price?.base.amount ?? .infinity)
      return prices.0 != prices.1 ? prices.0 < prices.1 : a.offset < b.offset
    }.map(\.element)
  }
}

extension Leak.Closure {
  init(option: SiteOption, exposures: [Length?], today: [Length?]) {
    self.option = option
    self.exposures = exposures
    func worst(_ exposures: [Length?]) -> Length { exposures.compactMap(\.self).min() ?? .zero }
    worstGain = worst(exposures) - worst(today)
    meanGain = (Leak.mean(exposures) ?? .zero) - (Leak.mean(today) ?? .zero)
    stripsUnseen = exposures.count { $0 == .zero }
    stripsGained = zip(exposures, today).count { ($0 ?? .zero) > ($1 ?? .zero) }
  }
}
