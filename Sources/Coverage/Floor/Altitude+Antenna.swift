public import Geodesy
public import Terrain
public import Units

extension Altitude {
  /// That of an antenna: altitude above mean sea level at a place of a terrain, and the ground there; nil where that is unknown.
  /// - Throws: ``FloorError``: `unknownGround` for a height above ground that is unknown, `belowGround` for an altitude
  ///   below the ground; `terrain` when a tile cannot be read.
  public func ofAntenna(
    at position: Position, over terrain: Terrain
  ) throws(FloorError) -> (altitude: Length, ground: Length?) {
    let ground: Length?
    do { ground = try terrain.elevation(at: position) } catch { throw FloorError(.terrain, "\(error)") }
    switch self {
    case .aboveGround(let height):
      guard height >= .zero else {
        throw FloorError(.badParameter, "an antenna \(height.metres) m above ground stands below it")
      }
      guard let ground else {
        throw FloorError(
          .unknownGround,
          "the ground at the antenna is unknown (a void, or outside \(terrain.name)): state its altitude above mean sea level"
        )
      }
      return (ground + height, ground)
    case .aboveSeaLevel(let altitude):
      if let ground, altitude < ground {
        throw FloorError(
          .belowGround,
          "an antenna at \(altitude.heightText) above mean sea level stands \((ground - altitude).heightText) below the ground, which is at \(ground.heightText)"
        )
      }
      return (altitude, ground)
    }
  }
}
