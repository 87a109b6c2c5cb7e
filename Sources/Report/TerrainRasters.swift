internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Scenario
internal import Units

/// A plan's rasters over terrain: on the posts of the terrain, or of its coarsened form.
struct TerrainRasters: Sendable {
  let stations: [RadarStation]
  let picture: NetworkPicture

  init?(_ plan: Plan) {
    guard let terrain = plan.terrain, !terrain.coverage.region.grid.cells.isEmpty else { return nil }
    stations = plan.network.stations
    picture = terrain.picture
  }

  /// Lowest altitude above mean sea level at which at least one radar, or two, see the target; no data where none do and
  /// where it is unknown.
  func writeFloor(ofSecond isSecond: Bool, to path: String) throws(GeoFileError) {
    let options = RasterWriter.Options(
      isCloudOptimized: true, noData: .nan, unit: "m",
      description:
        "lowest altitude above mean sea level at which at least \(isSecond ? "two radars see" : "one radar sees") the coverage target"
    )
    let floor = isSecond ? picture.second : picture.lowest
    try write(floor.frame, to: path, options) { part in floor.cells[part].map { $0.isFinite ? $0 : .nan } }
  }

  /// Which radar gives the floor: its place in the network from 1 on, 0 (no data) for none, 255 where it is unknown.
  func writeRadar(to path: String) throws(GeoFileError) {
    let names = stations.enumerated().map { "\($0 + 1) \($1.id)" }.joined(separator: ", ")
    let options = RasterWriter.Options(
      isCloudOptimized: true, noData: 0, description: "radar with the lowest floor: 0 none, 255 unknown, \(names)",
      colours: Self.colours)
    let (radar, lowest) = (picture.radar, picture.lowest)
    try write(radar.frame, to: path, options) { part in
      zip(radar.cells[part], lowest.cells[part]).map { radar, lowest in
        lowest.isNaN ? 255 : radar == NetworkBlock.noRadar ? 0 : radar + 1
      }
    }
  }

  /// Colours that colour-blind readers can tell apart, in turn; none is without a value, unknown is grey.
  /// - Source: M. Okabe and K. Ito, "Color universal design", 2008.
  private static let colours: [RasterWriter.Options.Colour] = {
    let turn: [(UInt8, UInt8, UInt8)] = [
      (0, 114, 178), (230, 159, 0), (0, 158, 115), (204, 121, 167), (86, 180, 233), (213, 94, 0), (240, 228, 66),
    ]
    let radars = (1...254).map { value in
      let (red, green, blue) = turn[(value - 1) % turn.count]
      return RasterWriter.Options.Colour(red: red, green: green, blue: blue)
    }
    return [.init(red: 0, green: 0, blue: 0, alpha: 0)] + radars + [.init(red: 128, green: 128, blue: 128)]
  }()

  /// Writes some rows at a time.
  private func write<Cell: RasterCell>(
    _ frame: GridFrame, to path: String, _ options: RasterWriter.Options, _ cells: (Range<Int>) -> [Cell]
  ) throws(GeoFileError) {
    try RasterWriter.write(to: path, frame: frame, of: Cell.self, options: options) { (sink) throws(GeoFileError) in
      for row in stride(from: 0, to: frame.rows, by: 256) {
        let rows = row..<min(row + 256, frame.rows)
        try sink.write(
          cells(rows.lowerBound * frame.columns..<rows.upperBound * frame.columns), rows: rows,
          columns: 0..<frame.columns)
      }
    }
  }
}
