internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Scenario
internal import Units

/// A plan's rasters over terrain: on the posts of the terrain, or of its coarsened form.
struct TerrainRasters: Sendable {
  let stations: [RadarStation]
  let picture: NetworkPicture
  /// The scenario's altitude bands.
  let bands: [Length]

  init?(_ plan: Plan) {
    guard let terrain = plan.terrain, !terrain.coverage.region.grid.cells.isEmpty else { return nil }
    stations = plan.network.stations
    picture = terrain.picture
    bands = plan.scenario.altitudeBands
  }

  /// The classes of the raster of bands: its values, what they mean and their colours, the lowest band first.
  var bandClasses: [(value: Int, band: Int, label: String, colour: KMLStyle.Colour)] {
    let order = bands.indices.sorted { bands[$0] < bands[$1] }
    return order.enumerated().map { place, band in
      (place + 1, band, "\(bands[band].heightText) above ground", .floor(FloorColours.index(place, of: bands.count)))
    }
  }

  /// The lowest altitude band at which a radar sees the target: its place from the lowest up, 0 (no data) for none. What
  /// is unknown is not seen.
  func writeBands(to path: String) throws(GeoFileError) {
    let classes = bandClasses
    guard let frame = picture.masks.counts.first?.frame, !classes.isEmpty else { return }
    let clear = RasterWriter.Options.Colour(red: 0, green: 0, blue: 0, alpha: 0)
    let words = classes.map { "\($0.value) \($0.label)" }.joined(separator: ", ")
    let options = RasterWriter.Options(
      isCloudOptimized: true, noData: 0,
      description: "lowest height at which a radar sees the coverage target: 0 none of these, \(words)",
      colours: [clear] + classes.map { .init(red: $0.colour.red, green: $0.colour.green, blue: $0.colour.blue) })
    try write(frame, to: path, options) { part in
      part.map { cell in UInt8(classes.first { picture.masks.counts[$0.band].cells[cell] > 0 }?.value ?? 0) }
    }
  }

  /// What the values of the raster of radars mean, and their colours.
  var radarClasses: [(value: Int, label: String, colour: KMLStyle.Colour)] {
    func colour(_ value: Int) -> KMLStyle.Colour {
      let colour = Self.colours[value]
      return KMLStyle.Colour(red: colour.red, green: colour.green, blue: colour.blue)
    }
    return stations.enumerated().map { ($0 + 1, $1.id, colour($0 + 1)) } + [(255, "unknown", colour(255))]
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
