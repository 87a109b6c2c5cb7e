public import Coverage
internal import Units

extension PlanTerrain {
  /// The stations of a network of whose range a notable part lies outside the terrain, as the warnings have it.
  /// - Parameter target: What they look for; a station that cannot see it is left out.
  public func rangesOutside(
    of stations: [RadarStation], target: Target
  ) -> [(station: RadarStation, outside: TerrainCoverage.RangeOutside)] {
    guard let positions = coverage.positions(of: stations) else { return [] }
    return zip(stations, positions).compactMap { station, position in
      let outside = coverage.outside[position]
      return outside.isNotable && station.slantRange(of: target) > .zero ? (station, outside) : nil
    }
  }
}
