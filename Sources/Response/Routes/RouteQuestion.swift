internal import Geodesy
internal import Units

/// What a route must keep to, in the units of the search.
struct RouteQuestion {
  let ground: RouteGround
  let aircraft: RouteAircraft
  let wind: RouteWind
  let areas: [RouteArea]
  /// Least height over the ground, m.
  var clearance: Double { aircraft.clearance.metres }
  /// Half the shorter side of a cell, m: no interval of a line is shorter.
  let fineStep: Double

  init(_ ground: RouteGround, _ aircraft: RouteAircraft, _ wind: RouteWind, _ areas: [RouteArea], near place: Position)
    throws(RouteError)
  {
    self.ground = ground
    self.aircraft = aircraft
    self.wind = wind
    self.areas = areas
    let cell = try ground.cells(of: [place])[0]
    let (x, y) = cell.x.isNaN ? (0, 0) : (cell.x, cell.y)
    var side = 1000.0
    if let here = try ground.position(column: x, row: y), let east = try ground.position(column: x + 1, row: y),
      let south = try ground.position(column: x, row: y + 1)
    {
      let (across, down) = (
        Ellipsoid.wgs84.distance(from: here, to: east).metres, Ellipsoid.wgs84.distance(from: here, to: south).metres
      )
      // Near a pole columns meet.
      side = max(min(across, down), max(across, down) / 8)
    }
    fineStep = max(side / 2, 1)
  }
}
