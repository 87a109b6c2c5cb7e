import Coverage
import Geodesy
import Interception
import Radar
import Scenario
import Terrain
import Units

/// Looks from every radar of today and every option of a scenario.
struct SitingLook: Sendable {
  let scenario: Scenario
  let area: SitingArea?
  /// The radars of today, then the options.
  let stations: [RadarStation]
  /// The flights in time; over terrain they fly at the same times.
  let tracks: [FlightTrack]
  private let smooth: SmoothEarthCoverage

  init(scenario: Scenario, options: [SiteOption], area: SitingArea?) {
    self.scenario = scenario
    self.area = area
    stations = scenario.existingStations + options.map(\.station)
    let border = Border(scenario.border)
    tracks = scenario.flights.map {
      FlightTrack($0, groundElevation: scenario.groundElevation).bounded(by: border).closed(to: scenario.pursuitAreas)
    }
    let today = scenario.network(adding: nil)
    smooth = SmoothEarthCoverage(stations: stations, groundElevation: today.groundElevation, earth: today.earth)
  }

  /// The cells of the area that some radar may see.
  func cells() throws(GeodesyError) -> [SitingArea.Cell] {
    guard let area else { return [] }
    let circles = stations.map { station in
      // Over terrain an antenna or a target on a mountain is seen beyond the horizon of the smooth Earth.
      scenario.terrain == nil
        ? SitingArea.Circle(centre: station.position, radius: ring(of: station, area).outerRadius)
        : SitingArea.Circle(centre: station.position, radius: station.slantRange(of: scenario.coverageTarget))
    }
    return try area.cells(holding: circles, within: scenario.terrain)
  }

  private func ring(of station: RadarStation, _ area: SitingArea) -> CoverageRing {
    smooth.ring(of: station, targetHeight: area.height, target: scenario.coverageTarget)
  }

  /// What every radar sees over a smooth Earth.
  func smoothRows(
    _ cells: [SitingArea.Cell], workers: Int, progress: (@Sendable (PlanProgress) -> Void)?
  ) async -> [SiteRow] {
    await withTaskGroup(of: (Int, SiteRow).self) { group in
      var waiting = stations.indices.makeIterator()
      var rows = [SiteRow?](repeating: nil, count: stations.count)
      var done = 0
      for _ in 0..<workers {
        if let index = waiting.next() { group.addTask { (index, smoothRow(index, cells)) } }
      }
      while let (index, row) = await group.next() {
        rows[index] = row
        done += 1
        progress?(PlanProgress(.sites, done: done, total: stations.count))
        if let index = waiting.next() { group.addTask { (index, smoothRow(index, cells)) } }
      }
      return rows.compactMap(\.self)
    }
  }

  private func smoothRow(_ index: Int, _ cells: [SitingArea.Cell]) -> SiteRow {
    let alone = SmoothEarthCoverage(
      stations: [stations[index]], groundElevation: smooth.groundElevation, earth: smooth.earth)
    let isSeen = cells.map { cell in
      guard let area else { return false }
      let reach = ring(of: stations[index], area).outerRadius.metres
      // A degree of latitude is 110.5 km at least.
      let apart = abs(cell.position.latitudeDegrees - stations[index].position.latitudeDegrees) * 110_500
      guard apart <= reach else { return false }
      return alone.margin(
        station: 0, position: cell.position, altitude: .aboveGround(area.height), target: scenario.coverageTarget
      ) >= .zero
    }
    return SiteRow(
      views: tracks.map { $0.views(of: 0, in: alone) }, ways: ways(tracks, alone), of: tracks, cells: BitSet(isSeen))
  }

  /// How likely the looks of a single radar detect each flight; empty where looks do not count.
  private func ways(_ tracks: [FlightTrack], _ alone: some NetworkCoverage) -> [LookWay] {
    scenario.detection == nil ? [] : tracks.map { LookWay($0, station: 0, in: alone) }
  }

  /// What every radar sees over terrain.
  func rows(
    over terrain: Terrain, _ cells: [SitingArea.Cell], _ options: TerrainCoverage.Options,
    progress: (@Sendable (PlanProgress) -> Void)?, isCancelled: @escaping @Sendable () -> Bool
  ) throws(SitingError) -> CandidateRows<SiteRow> {
    struct Ground: Sendable {
      var tracks: [FlightTrack]
      var cells: [TerrainSample]
      var altitudes: [Double]
    }
    let (tracks, target, height) = (tracks, scenario.coverageTarget, area?.height.metres ?? 0)
    do throws(TerrainCoverageError) {
      return try CandidateRows<SiteRow>.make(
        of: stations, over: terrain, targets: scenario.soughtTargets,
        k: scenario.effectiveEarthFactor, options: options, content: content(cells),
        prepare: { (region) throws(TerrainError) in
          let samples = try region.samples(at: cells.map(\.position))
          return Ground(
            tracks: try scenario.flights.map { (flight) throws(TerrainError) in
              try FlightTrack(flight, over: region, groundElevation: scenario.groundElevation)
            },
            cells: samples, altitudes: samples.map { $0.groundMetres + height })
        },
        progress: { done, total in progress?(PlanProgress(.sites, done: done, total: total)) },
        isCancelled: isCancelled,
        row: { alone, ground in
          let margins = alone.marginsInMetres(
            seenBy: 0, at: ground.cells, altitudesMetres: ground.altitudes, target: target)
          return SiteRow(
            views: ground.tracks.map { $0.views(of: 0, in: alone) }, ways: ways(ground.tracks, alone), of: tracks,
            cells: BitSet(margins.map { $0 >= 0 }))
        })
    } catch { throw SitingError(.terrain, because: error) }
  }

  /// What is looked at: a flight's way and speed but not its times, and the cells.
  private func content(_ cells: [SitingArea.Cell]) -> String {
    // What looks detect depends on the radar, which is part of a row's key.
    var lines = [scenario.detection == nil ? "siting 2" : "siting 3 looks"]
    for flight in scenario.flights {
      lines.append("\(flight.inbound) \(flight.outbound) \(flight.speed) \(flight.target)")
    }
    lines.append("\(scenario.coverageTarget) \(area.map { "\($0.height.metres)" } ?? "none")")
    lines += cells.map { "\($0.position.latitudeDegrees) \($0.position.longitudeDegrees)" }
    return lines.joined(separator: "\n")
  }
}
