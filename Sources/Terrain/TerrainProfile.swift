internal import Foundation
public import Geodesy
public import Units

/// The ground along a geodesic, at even steps from one end to the other.
public struct TerrainProfile: Sendable, Hashable {
  /// One point of a profile.
  public struct Sample: Sendable, Hashable {
    /// Distance from the start along the ellipsoid.
    public var distance: Length
    /// The place.
    public var position: Position
    /// Elevation above mean sea level; nil where the ground is unknown.
    public var elevation: Length?
  }

  /// Samples from start to end, both included.
  public var samples: [Sample]
  /// The length of the geodesic.
  public var length: Length
  /// Its azimuth at the start.
  public var azimuth: Angle
}

extension Terrain {
  /// The ground along the geodesic between two places.
  /// - Parameters:
  ///   - start: Start of the profile.
  ///   - end: End of the profile.
  ///   - step: Widest step; nil for the shorter side of a cell. Steps are even, at most 100,000 of them: a longer line has
  ///     wider steps.
  /// - Returns: The samples, bilinear as in ``elevation(at:)``; a single one when the ends coincide.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the grid's system.
  public func profile(
    from start: Position, to end: Position, step: Length? = nil
  ) throws(TerrainError) -> TerrainProfile {
    let line = Ellipsoid.wgs84.inverse(from: start, to: end)
    var widest = step?.metres
    if widest == nil {
      do { widest = try cellSize(near: start)?.metres } catch { throw .geodesy(error) }
    }
    let wanted = (line.distance.metres / (widest ?? 30)).rounded(.up)
    let count = wanted < 100_000 ? max(1, Int(wanted)) : 100_000
    var samples = [TerrainProfile.Sample(distance: .zero, position: start, elevation: nil)]
    if line.distance > .zero {
      for index in 1..<count {
        let distance = Length.metres(line.distance.metres * Double(index) / Double(count))
        let place = Ellipsoid.wgs84.direct(from: start, azimuth: line.azimuth, distance: distance).position
        samples.append(.init(distance: distance, position: place, elevation: nil))
      }
      samples.append(.init(distance: line.distance, position: end, elevation: nil))
    }
    for (index, elevation) in try elevations(at: samples.map(\.position)).enumerated() {
      samples[index].elevation = elevation
    }
    return TerrainProfile(samples: samples, length: line.distance, azimuth: line.azimuth)
  }

  /// The shorter side of a cell near a place, of a narrow cell near a pole at least a 64th of the other; nil where the
  /// grid's system has no answer.
  /// - Throws: ``GeodesyError`` when PROJ has no way to or from the grid's system.
  public func cellSize(near position: Position) throws(GeodesyError) -> Length? {
    guard let cell = try cell(of: position) else { return nil }
    let places = try positions(
      columns: [cell.column, cell.column + 1, cell.column, cell.column],
      rows: [cell.row, cell.row, cell.row + 1, cell.row - 1])
    // Beyond a pole there is no next row; on one the columns meet, and only rows say how large a cell is.
    let next = [places[2], places[3]].lazy.compactMap { $0 }.first { abs($0.latitudeDegrees) <= 90 }
    guard let here = places[0], let east = places[1], let south = next else { return nil }
    let across = Ellipsoid.wgs84.distance(from: here, to: east)
    let down = Ellipsoid.wgs84.distance(from: here, to: south)
    let size = max(min(across, down), max(across, down) / 64)
    return size.metres > 0 ? size : nil
  }
}
