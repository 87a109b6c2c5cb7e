internal import CPROJ
internal import Units

/// PROJ's projection of one zone, made once for any number of places.
struct GridProjection: ~Copyable {
  private let zone: Int
  private let isNorth: Bool
  private let context = ProjContext()
  private let projection: OpaquePointer?

  init(zone: Int, isNorth: Bool) {
    self.zone = zone
    self.isNorth = isNorth
    let south = isNorth ? "" : " +south"
    let text = zone == 0 ? "+proj=ups\(south) +ellps=WGS84" : "+proj=utm +zone=\(zone)\(south) +ellps=WGS84"
    projection = proj_create(context.handle, text)
  }

  // The context goes after this, with the other properties.
  deinit { proj_destroy(projection) }

  mutating func grid(of position: Position) -> GridCoordinate {
    let (x, y) = transform(position.longitude.radians, position.latitude.radians, PJ_FWD)
    return GridCoordinate(zone: zone, isNorth: isNorth, eastingMetres: x, northingMetres: y)
  }

  mutating func position(eastingMetres: Double, northingMetres: Double) -> Position? {
    let (x, y) = transform(eastingMetres, northingMetres, PJ_INV)
    guard x.isFinite, y.isFinite else { return nil }
    return Position(latitude: .radians(y), longitude: .radians(x)).normalized
  }

  private mutating func transform(_ x: Double, _ y: Double, _ direction: PJ_DIRECTION) -> (Double, Double) {
    var coordinate = PJ_COORD()
    coordinate.v.0 = x
    coordinate.v.1 = y
    guard let projection else { return (.nan, .nan) }
    let result = proj_trans(projection, direction, coordinate)
    return (result.v.0, result.v.1)
  }
}
