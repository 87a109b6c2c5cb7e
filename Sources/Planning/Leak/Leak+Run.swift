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
    if scenario.detection != nil {
      let sights: LeakLookSights
      if let terrain = scenario.terrain {
        sights = try await watched(scenario, options, workers) { (options, isCancelled) throws(LeakError) in
          try look.rates(over: terrain, options, progress: progress, isCancelled: isCancelled)
        }
      } else {
        sights = await look.ratesOverSmoothEarth(workers: workers, progress: progress)
      }
      return try await run(scenario, question, standing, area, sights, workers, options, progress)
    }
    let sights: LeakSights
    if let terrain = scenario.terrain {
      sights = try await watched(scenario, options, workers) { (options, isCancelled) throws(LeakError) in
        try look.over(terrain, options, progress: progress, isCancelled: isCancelled)
      }
    } else {
      sights = await look.overSmoothEarth(workers: workers, progress: progress)
    }
    return try await run(scenario, question, standing, area, sights, workers, options, progress)
  }

  /// Does work over terrain that can be cancelled, in the scenario's units.
  private static func watched<Sights: Sendable>(
    _ scenario: Scenario, _ options: TerrainCoverage.Options, _ workers: Int,
    _ work: @escaping @Sendable (TerrainCoverage.Options, @escaping @Sendable () -> Bool) throws(LeakError) -> Sights
  ) async throws(LeakError) -> Sights {
    var options = options
    options.workers = workers
    let asked = options
    return try await Cancellation.watched { (isCancelled) throws(LeakError) in
      try scenario.units.writing { () throws(LeakError) in try work(asked, isCancelled) }
    }
  }

  /// Searches what radars see.
  private static func run(
    _ scenario: Scenario, _ question: LeakQuestion, _ standing: [RadarStation], _ area: LeakArea,
    _ sights: some LeakPicture, _ workers: Int, _ options: TerrainCoverage.Options,
    _ progress: (@Sendable (PlanProgress) -> Void)?
  ) async throws(LeakError) -> Leak {
    let isLooking = scenario.detection != nil
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
        let measured = try ruler.measured((places + [strip.position]).map(\.normalized))
        if way.map({ measured.isLessExposed(than: $0) }) ?? true { way = measured }
      }
      let (exposure, bound) = (exposures.exposureMetres[cell], bounds.exposureMetres[cell])
      entries.append(
        Entry(
          strip: strip, exposure: way == nil || isLooking ? nil : .metres(exposure),
          bound: way == nil || isLooking ? nil : .metres(bound),
          chance: way == nil || !isLooking ? nil : Chance(exposure: exposure, bound: bound), way: way,
          isBehindUnknown: isBehindUnknown))
    }
    let today = entries.map { $0.chance?.exposure ?? $0.exposure?.metres }
    let ways = area.strips.compactMap { exposures.cells(to: $0) }
    let changed = await search.exposures(
      addingEach: question.options.count, today: today, ways: ways, workers: workers, progress: progress)
    let closures = zip(question.options, changed).map {
      Closure(option: $0, exposures: $1, today: today, scenario.detection)
    }
    let listed = Array(Self.ranked(closures).prefix(question.mostClosures ?? .max))
    return Leak(
      question: question, stations: standing, entries: entries, closures: listed, origin: area.origin,
      step: area.grid.step, cells: area.grid.seen.count, isSmooth: scenario.terrain == nil,
      detection: scenario.detection, warnings: sights.warnings + Self.towers(scenario, standing, listed))
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
      if first.worstDetectionGain != second.worstDetectionGain {
        return first.worstDetectionGain > second.worstDetectionGain
      }
      if first.meanDetectionGain != second.meanDetectionGain {
        return first.meanDetectionGain > second.meanDetectionGain
      }
      let prices = (first.option.price?.base.amount ?? .infinity, second.option.price?.base.amount ?? .infinity)
      return prices.0 != prices.1 ? prices.0 < prices.1 : a.offset < b.offset
    }.map(\.element)
  }
}

extension Leak.Way {
  /// Whether radars see less of it than of another.
  fileprivate func isLessExposed(than other: Leak.Way) -> Bool {
    guard let looks, let others = other.looks else { return seen < other.seen }
    return looks.detection < others.detection
  }
}

extension Leak.Closure {
  /// - Parameters:
  ///   - exposures: With the option, metres or sums of looks; nil where no way leads.
  ///   - today: Without it.
  ///   - detection: How looks count; nil where they do not.
  init(option: SiteOption, exposures: [Double?], today: [Double?], _ detection: DetectionSettings?) {
    func worst(_ values: [Double?]) -> Double { values.compactMap(\.self).min() ?? 0 }
    func gain(_ of: ([Double?]) -> Double, _ values: ([Double?]) -> [Double?]) -> Double {
      of(values(exposures)) - of(values(today))
    }
    func mean(_ values: [Double?]) -> Double { Leak.mean(values) ?? 0 }
    func chances(_ values: [Double?]) -> [Double?] { values.map { $0.map(Leak.Chance.probability) } }
    self.option = option
    let isLooking = detection != nil
    self.exposures = isLooking ? [] : exposures.map { $0.map { .metres($0) } }
    detections = isLooking ? chances(exposures) : []
    worstGain = isLooking ? .zero : .metres(gain(worst) { $0 })
    meanGain = isLooking ? .zero : .metres(gain(mean) { $0 })
    worstDetectionGain = isLooking ? gain(worst, chances) : 0
    meanDetectionGain = isLooking ? gain(mean, chances) : 0
    stripsUnseen = exposures.count { exposure in
      guard let detection else { return exposure == 0 }
      return exposure.map { Leak.Chance.probability($0) < detection.confidence } ?? false
    }
    stripsGained = zip(exposures, today).count { ($0 ?? 0) > ($1 ?? 0) }
  }
}
