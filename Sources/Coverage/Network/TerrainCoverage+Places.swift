internal import Foundation
internal import GeoFiles
public import Geodesy
public import Terrain
public import Units

extension TerrainRegion {
  /// Places with their ground, bilinear between posts: from memory within the region, from the terrain's files beyond it.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the terrain's system.
  public func samples(at positions: [Position]) throws(TerrainError) -> [TerrainSample] {
    let posts = try posts(of: positions)
    let sampler = ElevationSampler(lowest ?? grid)
    var samples: [TerrainSample] = []
    var beyond: [Int] = []
    for (index, post) in posts.enumerated() {
      guard let post else {
        samples.append(TerrainSample(column: .nan, row: .nan, groundMetres: .nan))
        continue
      }
      let ground = sampler.elevation(column: post.column, row: post.row)
      samples.append(TerrainSample(column: post.column, row: post.row, groundMetres: ground?.metres ?? .nan))
      let isInside =
        post.column >= 0 && post.row >= 0 && post.column <= Double(grid.frame.columns - 1)
        && post.row <= Double(grid.frame.rows - 1)
      if !isInside { beyond.append(index) }
    }
    if !beyond.isEmpty {
      for (index, ground) in zip(beyond, try terrain.elevations(at: beyond.map { positions[$0] })) {
        samples[index].groundMetres = ground?.metres ?? .nan
      }
    }
    return samples
  }

  /// The shorter side of a grid cell near a place; nil where the place has no coordinates in the terrain's system.
  /// - Throws: ``TerrainError`` when PROJ has no way to or from the terrain's system.
  public func postSpacing(near position: Position) throws(TerrainError) -> Length? {
    do { return try terrain.cellSize(near: position).map { $0 * Double(reduction) } } catch { throw .geodesy(error) }
  }
}

extension TerrainCoverage {
  /// How far targets are inside a station's coverage in height: metres above its floor or below its highest altitude,
  /// whichever is less; negative outside, minus infinity where it sees no such target or terrain is unknown.
  /// - Parameters:
  ///   - station: Position in ``stations``.
  ///   - samples: The places.
  ///   - altitudesMetres: Altitudes above mean sea level, one per place; NaN where unknown.
  ///   - target: The target.
  public func marginsInMetres(
    seenBy station: Int, at samples: [TerrainSample], altitudesMetres: [Double], target: Target
  ) -> [Double] {
    let floor = floors[station]
    guard let view = floor.view(of: target) else {
      return [Double](repeating: -.infinity, count: samples.count)
    }
    return zip(samples, altitudesMetres).map { sample, altitude in
      guard !sample.column.isNaN, !altitude.isNaN else { return -.infinity }
      let seen = floor.seen(atRow: sample.row, column: sample.column, view)
      // Comparisons with NaN are false: what is unknown is not seen.
      guard seen.lowest <= seen.highest else { return -.infinity }
      return min(altitude - seen.lowest, seen.highest - altitude)
    }
  }

  /// What the network sees over some places, for instance along a route.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the terrain's system.
  public func floors(over positions: [Position], target: Target) throws(TerrainError) -> [PlaceFloor] {
    floors(at: try region.samples(at: positions), target: target)
  }

  /// What the network sees over some places of its region.
  public func floors(at samples: [TerrainSample], target: Target) -> [PlaceFloor] {
    let views = floors.map { $0.view(of: target) }
    return samples.map { sample in
      var best = PlaceFloor(ground: sample.groundMetres.isNaN ? nil : .metres(sample.groundMetres))
      guard !sample.column.isNaN else { return best }
      for (index, floor) in floors.enumerated() {
        guard let view = views[index] else { continue }
        let seen = floor.seen(atRow: sample.row, column: sample.column, view)
        guard seen.lowest <= seen.highest else { continue }
        let altitude = Length.metres(seen.lowest)
        if best.lowest.map({ altitude < $0 }) ?? true {
          (best.lowest, best.second, best.stationID) = (altitude, best.lowest, floor.station.id)
        } else if best.second.map({ altitude < $0 }) ?? true {
          best.second = altitude
        }
      }
      return best
    }
  }

  /// What one station sees over some places, for maps.
  public struct StationAltitudes: Sendable {
    /// Lowest altitude above mean sea level at which it sees the target, metres: infinite where its limits allow none, NaN
    /// where the terrain is unknown.
    public var lowestMetres: [Double]
    /// Highest altitude, metres: the top of its range or of its beam.
    public var highestMetres: [Double]
  }

  /// Whether no station of a network is known to see a target at any height, and unknown terrain leaves it open: the places
  /// counted in ``CoverageSummary/Band/unknownArea``, within the limits of at least one station.
  /// - Parameters:
  ///   - positions: The places, inside the region or not.
  ///   - network: Positions in ``stations``.
  /// - Throws: ``TerrainError`` when PROJ has no way to the terrain's system.
  /// - Complexity: places × stations.
  public func isUnknown(
    at positions: [Position], network: [Int], target: Target
  ) throws(TerrainError) -> [Bool] {
    let members = network.compactMap { index in floors[index].view(of: target).map { (floors[index], $0) } }
    return try region.posts(of: positions).map { post in
      guard let post else { return false }
      var isOpen = false
      for (floor, view) in members {
        let seen = floor.seen(atRow: post.row, column: post.column, view)
        if seen.lowest.isNaN { isOpen = true } else if seen.lowest <= seen.highest { return false }
      }
      return isOpen
    }
  }

  /// What each station sees over some places, for maps.
  /// - Parameter workers: How many stations are asked at a time.
  /// - Returns: Ground above mean sea level, from which heights count, and each station in order.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the terrain's system.
  /// - Complexity: places × stations.
  public func altitudes(
    over positions: [Position], target: Target, workers: Int = 1
  ) throws(TerrainError) -> (groundMetres: [Double], byStation: [StationAltitudes]) {
    let samples = try region.samples(at: positions)
    let byStation = Parallel.map(floors, workers: workers) { floor -> StationAltitudes in
      // A station whose site has no terrain counts as seeing nothing, as it does in areas.
      var answer = StationAltitudes(
        lowestMetres: [Double](repeating: .infinity, count: samples.count),
        highestMetres: [Double](repeating: -.infinity, count: samples.count))
      guard let view = floor.view(of: target) else { return answer }
      for (index, sample) in samples.enumerated() {
        guard !sample.column.isNaN else {
          answer.lowestMetres[index] = .nan
          continue
        }
        let seen = floor.seen(atRow: sample.row, column: sample.column, view)
        answer.lowestMetres[index] = seen.lowest > seen.highest ? .infinity : seen.lowest
        answer.highestMetres[index] = seen.highest
      }
      return answer
    }
    return (samples.map(\.groundMetres), byStation)
  }
}
