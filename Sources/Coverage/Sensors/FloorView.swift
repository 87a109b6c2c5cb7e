internal import GeoFiles
internal import Geodesy
internal import Radar
internal import Units

/// How a station sees a target over terrain: by its own limits alone, or together with others.
enum FloorView: Sendable {
  /// By its own limits.
  case alone(RadarLimits)
  /// With the other stations of its system.
  case stations(StationsSight)
  /// By illuminators.
  case illuminators(IlluminatedSight)
}

extension RadarFloor {
  /// How the station sees a target; nil where it sees none: its antenna's altitude is unknown, or what it sees is another
  /// station's.
  func view(of target: Target) -> FloorView? {
    switch station.partners {
    case .none: limits(for: target).map { .alone($0) }
    case .member: nil
    case .stations: StationsSight(self, target).map { .stations($0) }
    case .illuminators(let illuminators): IlluminatedSight(self, illuminators, target).map { .illuminators($0) }
    }
  }

  /// The altitudes at which a target over each post of a row of the region is seen; see ``see(row:_:into:of:columns:)``.
  func see(row: Int, _ view: FloorView, into sight: inout RowSight, of station: Int, columns: Int) {
    if case .alone(let limits) = view { return see(row: row, limits, into: &sight, of: station, columns: columns) }
    let (window, bearings) = common ?? (window, self.bearings)
    guard window.rows.contains(row) else { return }
    sight.spans[station] = window.columns
    for column in window.columns {
      let seen = seen(atRow: Double(row), column: Double(column), view)
      let index = station * columns + column
      (sight.lowest[index], sight.highest[index]) = (seen.lowest, seen.highest)
      if let vector = bearings.vector(column: Double(column), row: Double(row)) {
        sight.places[index] = ReachPlace(east: vector.east, north: vector.north)
      }
    }
  }

  /// The altitudes at which a target over a place between posts is seen.
  func seen(atRow row: Double, column: Double, _ view: FloorView) -> Seen {
    switch view {
    case .alone(let limits): seen(atRow: row, column: column, limits)
    case .stations(let sight): sight.seen(atRow: row, column: column)
    case .illuminators(let sight): sight.seen(atRow: row, column: column)
    }
  }
}
