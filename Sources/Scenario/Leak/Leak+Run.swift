public import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Radar
import Response
import Terrain
import Units

extension Leak {
  /// Looks for the least exposed way to every strip of a scenario, and for what each option would change.
  ///
  /// The same input gives the same bits for any number of workers.
  /// - Parameters:
  ///   - scenario: The scenario; over its terrain where it has some, else over a smooth Earth.
  ///   - question: What is looked for.
  ///   - workers: How many radars are looked from, and options tried, at a time; nil for one a processor.
  ///   - terrain: How floors over terrain are computed and kept; its workers are those above.
  ///   - progress: Told the steps done and what is done: looking, then searching.
  /// - Throws: ``LeakError`` when the scenario has no strips, or its terrain cannot be read.
  public static func run(
    _ scenario: Scenario, _ question: LeakQuestion, workers: Int? = nil,
    terrain options: TerrainCoverage.Options = TerrainCoverage.Options(),
    progress: (@Sendable (PlanProgress, _ work: String) -> Void)? = nil
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
      sights = try look.over(terrain, options) { progress?($0, "looking from each radar") }
    } else {
      sights = await look.overSmoothEarth(workers: workers) { progress?($0, "looking from each radar") }
    }
    let search = LeakSearch(area: area, sights: sights, standing: standing.count)
    let exposures = LeastExposure(over: search.today.shares, from: area.sources)
    let bounds = LeastExposure(over: search.today.whole, from: area.sources, to: area.strips)
    var entries: [Entry] = []
    let ruler = try WayRuler(scenario, standing, question, step: area.grid.step, options)
    for (strip, cell) in zip(scenario.strips, area.strips) {
      // Straightened, a way may graze the edge of what is seen: the one that is seen less is told.
      var way: Way?
      for places in [exposures.straightenedWay(to: cell), exposures.way(to: cell)].compactMap(\.self) {
        let measured = try ruler.measured(
          (places + [strip.position]).map(\.normalized), confirmation: scenario.alertChain.confirmation)
        if way.map({ measured.seen < $0.seen }) ?? true { way = measured }
      }
      entries.append(
        Entry(
          strip: strip, exposure: way == nil ? nil : .metres(exposures.exposureMetres[cell]),
          bound: way == nil ? nil : .metres(bounds.exposureMetres[cell]), way: way))
    }
    let today = entries.map(\.exposure)
    let ways = area.strips.compactMap { exposures.cells(to: $0) }
    let changed = await search.exposures(
      addingEach: question.options.count, today: today, ways: ways, workers: workers
    ) { progress?($0, "closing gaps") }
    let closures = zip(question.options, changed).map { Closure(option: $0, exposures: $1, today: today) }
    return Leak(
      question: question, stations: standing, entries: entries, closures: Self.ranked(closures), origin: area.origin,
      step: area.grid.step, cells: area.grid.seen.count, isSmooth: scenario.terrain == nil, notes: sights.notes)
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

/// Searches a grid with the radars that stand and with one more.
struct LeakSearch: Sendable {
  private let area: LeakArea
  private let sights: LeakSights
  private let standing: Int
  private let row: LeakRow
  /// What the radars that stand see.
  let today: LeakSights.Grids

  init(area: LeakArea, sights: LeakSights, standing: Int) {
    (self.area, self.sights, self.standing) = (area, sights, standing)
    row = sights.rows[..<standing].reduce(sights.nothing(over: area.grid)) { $0.union($1) }
    today = sights.grids(area.grid, seenBy: row)
  }

  /// The least exposures of the strips with each option alone beside the radars that stand.
  /// - Parameters:
  ///   - today: Those without any.
  ///   - ways: The cells of today's ways: where an option sees nothing more on any of them, nothing changes.
  func exposures(
    addingEach count: Int, today least: [Length?], ways: [[Int]], workers: Int,
    progress: (@Sendable (PlanProgress) -> Void)?
  ) async -> [[Length?]] {
    let passed = passed(by: ways)
    return await withTaskGroup(of: (Int, [Length?]).self) { group in
      var waiting = (0..<count).makeIterator()
      var results = [[Length?]](repeating: [], count: count)
      var done = 0
      func exposures(_ option: Int) -> [Length?] {
        let grid = sights.grids(area.grid, seenBy: row.union(sights.rows[standing + option])).shares
        guard passed.contains(where: { grid.seen[$0] > self.today.shares.seen[$0] }) else { return least }
        let search = LeastExposure(over: grid, from: area.sources, to: area.strips)
        return area.strips.map { cell in
          search.exposureMetres[cell].isFinite ? .metres(search.exposureMetres[cell]) : nil
        }
      }
      for _ in 0..<max(1, workers) {
        if let option = waiting.next() { group.addTask { (option, exposures(option)) } }
      }
      while let (option, result) = await group.next() {
        results[option] = result
        done += 1
        progress?(PlanProgress(done: done, total: count))
        if let option = waiting.next() { group.addTask { (option, exposures(option)) } }
      }
      return results
    }
  }

  /// Every cell within three rows and columns of a way: all that its steps pass, and more.
  private func passed(by ways: [[Int]]) -> [Int] {
    let (rows, columns) = (area.grid.frame.rows, area.grid.frame.columns)
    var cells: Set<Int> = []
    for cell in Set(ways.joined()) {
      for row in max(0, cell / columns - 3)...min(rows - 1, cell / columns + 3) {
        for column in max(0, cell % columns - 3)...min(columns - 1, cell % columns + 3) {
          cells.insert(row * columns + column)
        }
      }
    }
    return cells.sorted()
  }
}
