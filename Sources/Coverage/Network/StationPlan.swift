internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Radar
internal import Terrain
internal import Units

/// The lines of sight of an antenna.
private struct SightCells: Sendable {
  /// The lowest altitudes, posts of the antenna's window.
  var cells: [Float]
  /// Everything that they were computed from, as text; empty where nothing is kept from run to run.
  var key: String
  /// Why they are not kept for the next run; nil when they are, or are not to be.
  var failure: GeoFileError?
}

/// What is to be computed for a station.
struct StationPlan: Sendable {
  let station: RadarStation
  let antennaAltitude: Length?
  /// The ground under it by the terrain; nil where that is unknown.
  let ground: Length?
  let range: Length
  let window: TerrainRegion.Window
  /// How much of its range lies outside the terrain.
  let outside: TerrainCoverage.RangeOutside
  /// What is to be computed for the antennas that count besides its own.
  private(set) var partners: [StationPlan] = []
  /// Where what was computed before is held; nil for nowhere.
  private var memo: TerrainMemo?
  /// The number of the targets that will be queried, where there is a memo.
  private var targets: Int?

  /// The windows of all its antennas.
  var windows: [TerrainRegion.Window] { [window] + partners.map(\.window) }

  /// How far a station sees the farthest of some targets, and how far its floor reaches along the ground.
  static func range(of station: RadarStation, targets: [Target]) -> (farthest: Length, floor: Length) {
    let farthest = targets.map { station.slantRange(of: $0) }.max() ?? .zero
    // A little more than the slant range reaches on the ground, so that its edge is the limits' to draw.
    return (farthest, farthest * 1.002 + .metres(500))
  }

  /// A station whose window is known.
  init(
    _ station: RadarStation, _ range: Length, _ window: TerrainRegion.Window,
    partners: [CandidateSites.Site.Partner] = [], over terrain: Terrain
  ) throws(TerrainCoverageError) {
    (self.station, self.range) = (station, range)
    for partner in partners {
      self.partners.append(try StationPlan(partner.station, partner.range, partner.window, over: terrain))
    }
    outside = .none
    do {
      ground = try terrain.elevation(at: station.position)
      antennaAltitude = station.surveyedAntenna ?? ground.map { $0 + station.antennaHeight }
    } catch { throw .terrain(error) }
    self.window = antennaAltitude == nil ? TerrainRegion.Window(rows: 0..<0, columns: 0..<0) : window
  }

  init(
    _ station: RadarStation, _ index: Int, over terrain: Terrain, targets: [Target], memo: TerrainMemo? = nil,
    warnings: inout [CoverageWarning]
  ) throws(TerrainCoverageError) {
    self.station = station
    self.memo = memo
    self.targets = memo.map { $0.memo.number(of: targets) }
    let (farthest, range) = Self.range(of: station, targets: targets)
    self.range = range
    for partner in station.partnerStations(for: targets) {
      // What is odd about the stations of a system is said of each of them in its own place in the network.
      var unsaid: [CoverageWarning] = []
      let plan = try StationPlan(partner, index, over: terrain, targets: targets, memo: memo, warnings: &unsaid)
      if case .illuminators = station.partners, plan.ground == nil {
        warnings.append(
          CoverageWarning(
            .unknownSite, at: FaultPlace(subject: station.id),
            "the terrain is unknown at the illuminator “\(partner.id)”: “\(station.id)” sees nothing by it"))
      }
      partners.append(plan)
    }
    do throws(TerrainError) {
      let site = try Site.of(station.position, over: terrain, farthest: farthest, range: range, memo)
      ground = site.ground
      antennaAltitude = station.surveyedAntenna ?? ground.map { $0 + station.antennaHeight }
      window = site.window
      outside = TerrainCoverage.RangeOutside(
        share: site.shareOutside, area: .squareMetres(site.shareOutside * .pi * farthest.metres * farthest.metres))
      func warn(_ code: CoverageWarningCode, _ text: String) {
        warnings.append(CoverageWarning(code, at: FaultPlace(subject: station.id), text))
      }
      guard let ground else {
        warn(
          .unknownSite,
          "the terrain is unknown at the site of the radar “\(station.id)”: it is treated as seeing nothing")
        return
      }
      if let stated = station.antennaAltitude {
        warnings.append(
          AntennaSurvey(of: station.id, at: stated, mast: station.antennaHeight, over: ground).warning)
      } else if let surveyed = station.surveyedElevation {
        let above = surveyed + station.antennaHeight - ground
        if above < .zero {
          warn(
            .buriedAntenna,
            "the antenna of “\(station.id)” is surveyed to stand \(above.magnitude.heightText) below the ground of the terrain: it "
              + "sees what that leaves, which is little; check datum and position, and whether the terrain has the tops of trees"
          )
        } else if (surveyed - ground).magnitude > .metres(30) {
          warn(
            .siteElevation,
            "the site of the radar “\(station.id)” is surveyed to lie at \(surveyed.heightText), the terrain has "
              + "\(ground.heightText) there: the survey is taken")
        }
      } else if let stated = station.groundElevation, (stated - ground).magnitude > .metres(30) {
        warn(
          .siteElevation,
          "the site of the radar “\(station.id)” is stated to lie at \(stated.heightText), the terrain has "
            + "\(ground.heightText) there: the terrain is taken")
      }
    } catch { throw .terrain(error) }
  }

  /// The floor with those of its partners, or why there is none, and what is wrong with the cache.
  /// - Parameters:
  ///   - sight: Its lines of sight, where they are known; of no use over coarsened terrain.
  func result(
    over region: TerrainRegion, k: Double, _ options: TerrainCoverage.Options,
    sight: FloorSight? = nil, workers: Int
  ) -> (Result<RadarFloor, TerrainCoverageError>, GeoFileError?) {
    var (result, failure) = own(over: region, k: k, options, sight: sight, workers: workers)
    guard !partners.isEmpty, case .success(var floor) = result else { return (result, failure) }
    for partner in partners {
      let part = partner.own(over: region, k: k, options, workers: workers)
      if failure == nil { failure = part.1 }
      switch part.0 {
      case .success(let other): floor.parts.append(other)
      case .failure: return (part.0, failure)
      }
    }
    if case .stations = station.partners {
      let all = TerrainRegion.Window.holding(windows.map(region.local))
      do throws(TerrainError) {
        floor.common = (
          all, try AntennaBearings(from: station.position, over: region, all, cache: options.cache)
        )
      } catch { return (.failure(.terrain(error)), failure) }
    }
    result = .success(floor)
    return (result, failure)
  }

  private func own(
    over region: TerrainRegion, k: Double, _ options: TerrainCoverage.Options, sight: FloorSight? = nil, workers: Int
  ) -> (Result<RadarFloor, TerrainCoverageError>, GeoFileError?) {
    do throws(TerrainCoverageError) {
      let local = region.local(window)
      let key = memo.map { floorNumbers($0, region, k: k, options.quality) }
      let bearings: AntennaBearings
      do throws(TerrainError) {
        bearings = try memo.map(\.memo).value(.bearings) { memo in
          [
            self.memo?.terrain ?? 0, memo.number(of: station.position), memo.number(of: window),
            region.memoNumber(memo),
          ]
        } bytes: {
          $0.bytes
        } _: { () throws(TerrainError) in
          try AntennaBearings(from: station.position, over: region, local, cache: options.cache)
        }.moved(to: local)
      } catch { throw .terrain(error) }
      let shadows = memo.map(\.memo).value(.shadows) { memo in
        (key ?? []) + [memo.number(of: station.unnamed), targets ?? 0]
      } bytes: { _ in
        // Lines of sight and two waves; those that are never asked for take nothing.
        station.type.looks?.wave?.losses.diffraction == true ? 12 * local.count : 0
      } _: {
        ShadowEdges.Memory()
      }
      let edges = ShadowEdges(
        region: region, window: local, from: station.position, antenna: antennaAltitude,
        ground: antennaAltitude.map { $0 - station.antennaHeight }, k: k, range: range, quality: options.quality,
        workers: workers, memory: shadows)
      func floor(_ sight: SightCells, reach: Length? = nil) -> RadarFloor {
        RadarFloor(
          station: station, antennaAltitude: antennaAltitude,
          grid: Grid(frame: region.frame(of: local), cells: sight.cells), window: local, bearings: bearings, k: k,
          reach: reach ?? range, key: sight.key, shadows: edges, number: memo.map { $0.memo.number(of: key) })
      }
      if let sight, region.reduction == 1, antennaAltitude != nil, local.count > 0 {
        return (
          .success(
            floor(SightCells(cells: sight.cells(of: region.whole(local)), key: "given"), reach: sight.range)), nil
        )
      }
      let cells = try memo.map(\.memo).value(.floor) { _ in
        key ?? []
      } bytes: {
        4 * $0.cells.count
      } _: { () throws(TerrainCoverageError) in
        try sightCells(over: region, local, k: k, options, workers)
      }
      return (.success(floor(cells)), cells.failure)
    } catch { return (.failure(error), nil) }
  }

  /// Everything that the lines of sight of an antenna depend on.
  private func floorNumbers(
    _ memo: TerrainMemo, _ region: TerrainRegion, k: Double, _ quality: FloorQuality
  ) -> [Int] {
    [
      memo.terrain, memo.memo.number(of: station.position), memo.memo.number(of: window),
      region.memoNumber(memo.memo),
      memo.memo.number(
        of: antennaAltitude?.metres ?? .nan, station.antennaHeight.metres, range.metres, k),
      memo.memo.number(of: quality),
    ]
  }

  /// The lines of sight: those that were kept, or computed.
  private func sightCells(
    over region: TerrainRegion, _ local: TerrainRegion.Window, k: Double, _ options: TerrainCoverage.Options,
    _ workers: Int
  ) throws(TerrainCoverageError) -> SightCells {
    guard let antennaAltitude, local.count > 0 else {
      return SightCells(cells: [Float](repeating: .nan, count: local.count), key: "unknown")
    }
    let terrain: Grid<Float>
    do {
      terrain = try region.part(local, under: station.position, ground: antennaAltitude - station.antennaHeight)
    } catch { throw .terrain(error) }
    guard let cache = options.cache else {
      return SightCells(cells: try compute(terrain, antennaAltitude, k: k, options.quality, workers), key: "")
    }
    let key = floorKey(over: terrain, antennaAltitude, k: k, options.quality)
    if let cells = cache.cells(of: key, count: local.count) { return SightCells(cells: cells, key: key) }
    let cells = try compute(terrain, antennaAltitude, k: k, options.quality, workers)
    do { try cache.keep(cells, of: key) } catch { return SightCells(cells: cells, key: key, failure: error) }
    return SightCells(cells: cells, key: key)
  }

  private func compute(
    _ terrain: Grid<Float>, _ antennaAltitude: Length, k: Double, _ quality: FloorQuality, _ workers: Int
  ) throws(TerrainCoverageError) -> [Float] {
    do {
      return try LineOfSightFloor.compute(
        terrain: terrain,
        antenna: .position(
          latitudeDegrees: station.position.latitudeDegrees, longitudeDegrees: station.position.longitudeDegrees),
        antennaAltitude: antennaAltitude, range: range, k: k, quality: quality,
        wanted: (0..<terrain.frame.rows, 0..<terrain.frame.columns), workers: workers
      ).grid.cells
    } catch { throw .floor(station: station.id, error) }
  }

  /// Everything that the floor depends on; of the terrain what is in it, wherever it was read.
  private func floorKey(
    over terrain: Grid<Float>, _ antennaAltitude: Length, k: Double, _ quality: FloorQuality
  ) -> String {
    [
      "floor \(FloorCache.version)", "terrain \(ContentHash.text(of: terrain.cells)) \(terrain.frame)",
      "at \(station.position.latitudeDegrees) \(station.position.longitudeDegrees)",
      "antenna \(antennaAltitude.metres)", "range \(range.metres)", "k \(k)", quality.rawValue,
    ].joined(separator: "\n")
  }
}
