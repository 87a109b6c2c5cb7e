public import Geodesy
public import Terrain
public import Units

extension Altitude {
  /// That of an antenna: altitude above mean sea level at a place of a terrain, and the ground there; nil where that is unknown.
  /// - Throws: ``FloorError``: `unknownGround` for a height above ground that is unknown, `belowGround` for an antenna in
  ///   the ground, `badParameter` for one higher than 100 km; `terrain` when a tile cannot be read.
  public func ofAntenna(
    at position: Position, over terrain: Terrain
  ) throws(FloorError) -> (altitude: Length, ground: Length?) {
    let ground: Length?
    do { ground = try terrain.elevation(at: position) } catch { throw FloorError(.terrain, because: error) }
    return (try ofAntenna(over: ground), ground)
  }

  /// That of an antenna over some ground; nil for unknown ground.
  func ofAntenna(over ground: Length?) throws(FloorError) -> Length {
    let altitude = try aboveSeaLevel(over: ground, of: "antenna")
    if let ground, altitude < ground {
      throw FloorError(
        .belowGround,
        "the antenna at \(altitude.heightText) above mean sea level stands \((ground - altitude).heightText) below the ground, which is at \(ground.heightText)",
        remedy: "state at least that"
      )
    }
    return altitude
  }

  /// Altitude above mean sea level over some ground; nil for unknown ground.
  /// - Parameter what: What stands there, for errors.
  func aboveSeaLevel(over ground: Length?, of what: String) throws(FloorError) -> Length {
    let altitude: Length
    switch self {
    case .aboveSeaLevel(let above): altitude = above
    case .aboveGround(let above):
      guard let ground else {
        throw FloorError(
          .unknownGround,
          "the ground under the \(what) is unknown (a void, or outside the terrain)",
          remedy: "state its altitude above mean sea level"
        )
      }
      altitude = ground + above
    }
    guard altitude.metres.isFinite, altitude.magnitude < .kilometres(100) else {
      throw FloorError(.badParameter, "the \(what) at \(altitude.metres) m", remedy: "state a height below 100 km")
    }
    return altitude
  }
}
