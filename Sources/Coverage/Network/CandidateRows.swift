internal import Foundation
internal import GeoFiles
internal import Radar
package import Terrain
internal import Units

/// What many candidate radars see over one terrain.
package struct CandidateRows<Row: CandidateRow>: Sendable {
  /// One row per candidate, in their order.
  package var rows: [Row]
  /// How many floors were computed for them; zero when every row was kept from an earlier run, and then no post of the
  /// terrain was read.
  package var computedFloors: Int
  /// What to bear in mind.
  package var warnings: [CoverageWarning]
}

extension CandidateRows {
  /// Computes the floor of every candidate over terrain, and keeps what a closure makes of each.
  ///
  /// The terrain is read once. Candidates that share place, antenna and range share a floor; one such site is computed per
  /// worker, its rows are made, and its floor is dropped, so that memory does not grow with the number of candidates. The
  /// floor of a candidate is that of ``TerrainCoverage/load(_:over:targets:k:options:progress:)`` for the same targets.
  ///
  /// With a cache, rows are kept by terrain, radar (whatever its names and its price), quality and `content`: a run that
  /// finds all of them reads no terrain. The same input gives the same bits for any number of workers, with or without a
  /// cache.
  /// - Parameters:
  ///   - candidates: The radars.
  ///   - terrain: The terrain.
  ///   - targets: What they look for: no floor reaches farther than the farthest detection among these.
  ///   - k: Effective Earth radius factor.
  ///   - options: Quality, memory, workers, cache.
  ///   - content: Everything that a row depends on besides candidate, terrain and quality: what is asked, and where.
  ///   - prepare: Makes of the terrain what all rows need, such as samples of places; called when a row is to be made.
  ///   - progress: Called with the sites that are done and how many there are, from one thread at a time.
  ///   - isCancelled: Asked before each site.
  ///   - row: The row of one candidate, from the coverage of only that one.
  /// - Throws: ``TerrainCoverageError``; with case ``TerrainCoverageError/cancelled`` when that was asked for.
  /// - Complexity: proportional to the posts within the range of each site whose rows are not kept.
  package static func make<Context: Sendable>(
    of candidates: [RadarStation], over terrain: Terrain, targets: [Target], k: Double = EffectiveEarth.standardFactor,
    options: TerrainCoverage.Options = TerrainCoverage.Options(), content: String,
    prepare: (TerrainRegion) throws(TerrainError) -> Context,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    row: @escaping @Sendable (TerrainCoverage, Context) -> Row
  ) throws(TerrainCoverageError) -> CandidateRows {
    let sites = try CandidateSites(candidates, over: terrain, targets: targets, k: k, options)
    let digest = ContentHash.text(of: content)
    var rows: [Row?] = candidates.indices.map { candidate in
      options.cache?.words(of: sites.key(of: candidate, digest)).flatMap { Row(words: $0) }
    }
    let missing = sites.sites.filter { site in site.candidates.contains { rows[$0] == nil } }
    progress?(sites.sites.count - missing.count, sites.sites.count)
    guard !missing.isEmpty else {
      return CandidateRows(rows: rows.compactMap(\.self), computedFloors: 0, warnings: sites.warnings)
    }
    let (region, areas, context): (TerrainRegion, CellAreas, Context)
    do throws(TerrainError) {
      region = try TerrainRegion(terrain, window: sites.whole, reduction: sites.reduction)
      areas = try CellAreas(of: region)
      context = try prepare(region)
    } catch { throw .terrain(error) }

    let done = sites.sites.count - missing.count
    let results = SiteResults<Row>(missing.count) { progress?(done + $0, sites.sites.count) }
    let wanted = rows.map { $0 == nil }
    let inside = max(1, options.workers / missing.count)
    Parallel.run(missing.count, workers: options.workers) { number in
      guard !isCancelled() else { return results.set(number, .failure(.cancelled)) }
      let site = missing[number]
      do throws(TerrainCoverageError) {
        let plan = try StationPlan(
          candidates[site.candidates[0]], site.range, site.window, partners: site.partners, over: terrain)
        var cacheless = options
        cacheless.cache = nil
        let floor = try plan.result(over: region, k: k, cacheless, workers: inside).0.get()
        let made = site.candidates.filter { wanted[$0] }.map { candidate in
          let coverage = TerrainCoverage(
            region: region, areas: areas, floors: [floor.renamed(candidates[candidate])], k: k, warnings: [])
          return (candidate, row(coverage, context))
        }
        results.set(number, .success(made))
      } catch { results.set(number, .failure(error)) }
    }
    var warnings = sites.warnings
    for result in results.values {
      for (candidate, row) in try result!.get() { rows[candidate] = row }
    }
    if let cache = options.cache {
      do {
        for (candidate, isWanted) in wanted.enumerated() where isWanted {
          try cache.write(rows[candidate]!.words, of: sites.key(of: candidate, digest))
        }
      } catch {
        warnings.append(
          CoverageWarning(.notKept, "what the candidates see is not kept for the next run: \(error)"))
      }
      cache.evict()
    }
    return CandidateRows(rows: rows.compactMap(\.self), computedFloors: missing.count, warnings: warnings)
  }
}

/// Rows as they come from the workers.
private final class SiteResults<Row: CandidateRow>: @unchecked Sendable {
  typealias Value = Result<[(Int, Row)], TerrainCoverageError>

  private let lock = NSLock()
  private let progress: @Sendable (Int) -> Void
  private(set) var values: [Value?]
  private var done = 0

  init(_ count: Int, _ progress: @escaping @Sendable (Int) -> Void) {
    values = Array(repeating: nil, count: count)
    self.progress = progress
  }

  func set(_ index: Int, _ value: Value) {
    lock.withLock {
      values[index] = value
      done += 1
      progress(done)
    }
  }
}
