internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Scenario
internal import Units

/// A plan's rasters over terrain: on the posts of the terrain, or of its coarsened form.
struct TerrainRasters: Sendable {
  let stations: [RadarStation]
  let picture: NetworkPicture
  /// The scenario's altitude bands.
  let bands: [Length]
  /// How certain it is that the network sees; nil where nothing is in doubt.
  let certainty: NetworkCertainty?
  /// With what probability the network's looks detect the target; nil where looks do not count.
  let probability: NetworkProbability?

  init?(_ plan: Plan) {
    guard let terrain = plan.terrain, let picture = terrain.picture, !terrain.coverage.region.grid.cells.isEmpty else {
      return nil
    }
    stations = plan.network.stations
    self.picture = picture
    bands = plan.scenario.altitudeBands
    certainty = terrain.certainty
    probability = terrain.probability
  }

  /// The classes of the raster of bands: its values, what they mean and their colours, the lowest band first.
  var bandClasses: [(value: Int, band: Int, label: String, colour: Colour)] {
    let order = bands.indices.sorted { bands[$0] < bands[$1] }
    return order.enumerated().map { place, band in
      (place + 1, band, "\(bands[band].heightText) above ground", Palette.floor(place, of: bands.count))
    }
  }

  /// The lowest altitude band at which a radar sees the target: its place from the lowest up, 0 (no data) for none. What
  /// is unknown is not seen.
  func writeBands(to path: String) throws(GeoFileError) {
    let classes = bandClasses
    guard let frame = picture.masks.counts.first?.frame, !classes.isEmpty else { return }
    let words = classes.map { "\($0.value) \($0.label)" }.joined(separator: ", ")
    let options = RasterWriter.Options(
      isCloudOptimized: true, isHeldInMemory: true, noData: 0,
      description: "lowest height at which a radar sees the coverage target: 0 none of these, \(words)",
      colours: Self.table(classes.map(\.colour)))
    try write(frame, to: path, options) { part in
      part.map { cell in UInt8(classes.first { picture.masks.counts[$0.band].cells[cell] > 0 }?.value ?? 0) }
    }
  }

  /// The rasters of certainty, one for each altitude band, the lowest first: it is `certainty`, a higher one has its height in
  /// the name, as in `certainty_300m`.
  var certaintyRasters: [(stem: String, band: Int)] {
    guard certainty != nil else { return [] }
    let order = bands.indices.sorted { bands[$0] < bands[$1] }
    return order.enumerated().map { place, band in
      let metres = DecimalText.text(bands[band].metres, decimals: 2) ?? "\(place + 1)"
      return (place == 0 ? "certainty" : "certainty_\(metres)m", band)
    }
  }

  /// What the values of a raster of certainty mean, and their colours.
  func certaintyClasses(band: Int) -> [(value: Int, label: String, colour: Colour)] {
    NetworkCertainty.Class.seen.map { kind in
      (Int(kind.rawValue), "\(kind.word) at \(bands[band].heightText) above ground", Palette.colour(kind.tint))
    }
  }

  /// How certain it is that a radar sees the target at an altitude band; 0 (no data) where none does.
  func writeCertainty(_ certainty: NetworkCertainty, band: Int, to path: String) throws(GeoFileError) {
    let classes = certaintyClasses(band: band)
    let options = RasterWriter.Options(
      isCloudOptimized: true, isHeldInMemory: true, noData: 0,
      description: "how certain it is that a radar sees the coverage target: 0 not seen, "
        + classes.map { "\($0.value) \($0.label)" }.joined(separator: ", "),
      colours: Self.table(classes.map(\.colour)))
    let grid = certainty.classes[band]
    try write(grid.frame, to: path, options) { part in Array(grid.cells[part]) }
  }

  /// What the values of the raster of radars mean, and their colours.
  var radarClasses: [(value: Int, label: String, colour: Colour)] {
    stations.enumerated().map { ($0 + 1, $1.id, Self.colour($0 + 1)) }
      + [(unknownRadar, "unknown", Palette.colour("unknown"))]
  }

  /// Lowest altitude above mean sea level at which at least one radar, or two, see the target; no data where none do and
  /// where it is unknown.
  func writeFloor(ofSecond isSecond: Bool, to path: String) throws(GeoFileError) {
    let options = RasterWriter.Options(
      isCloudOptimized: true, isHeldInMemory: true, noData: .nan, unit: "m",
      description:
        "lowest altitude above mean sea level at which at least \(isSecond ? "two radars see" : "one radar sees") the coverage target"
    )
    let floor = isSecond ? picture.second : picture.lowest
    try write(floor.frame, to: path, options) { part in floor.cells[part].map { $0.isFinite ? $0 : .nan } }
  }

  /// Whether the raster of radars is of bytes, with a table of colours.
  private var hasFewRadars: Bool { stations.count <= 254 }

  /// What stands in the raster of radars where that is unknown.
  private var unknownRadar: Int { hasFewRadars ? 255 : Int(UInt16.max) }

  /// Which radar gives the floor: its place in the network from 1 on, 0 (no data) for none, 255 where it is unknown; of
  /// more than 254 radars in two bytes, 65535 where it is unknown.
  func writeRadar(to path: String) throws(GeoFileError) {
    let names = stations.enumerated().map { "\($0 + 1) \($1.id)" }.joined(separator: ", ")
    let options = RasterWriter.Options(
      isCloudOptimized: true, isHeldInMemory: true, noData: 0,
      description: "radar with the lowest floor: 0 none, \(unknownRadar) unknown, \(names)",
      colours: hasFewRadars ? Self.table((1...254).map(Self.colour) + [Palette.colour("unknown")]) : [])
    let (radar, lowest, unknown) = (picture.radar, picture.lowest, UInt16(unknownRadar))
    func values(_ part: Range<Int>) -> [UInt16] {
      zip(radar.cells[part], lowest.cells[part]).map { radar, lowest in
        lowest.isNaN ? unknown : radar == NetworkBlock.noRadar ? 0 : radar + 1
      }
    }
    guard hasFewRadars else { return try write(radar.frame, to: path, options, values) }
    try write(radar.frame, to: path, options) { part in values(part).map { UInt8($0) } }
  }

  /// The colour of a radar's place, from 1 on.
  private static func colour(_ value: Int) -> Colour { Palette.radars[(value - 1) % Palette.radars.count] }

  /// The colours of bytes: 0, no data, is clear.
  private static func table(_ colours: [Colour]) -> [RasterWriter.Options.Colour] {
    [.init(red: 0, green: 0, blue: 0, alpha: 0)] + colours.map(\.raster)
  }

  /// Writes some rows at a time.
  func write<Cell: RasterCell>(
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

extension Colour {
  /// As a raster's table of colours has it.
  var raster: RasterWriter.Options.Colour { .init(red: red, green: green, blue: blue, alpha: alpha) }
}
