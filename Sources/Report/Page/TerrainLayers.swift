public import Units

/// Grids over terrain for the report's map.
///
/// All grids have the same cells, evenly spaced in longitude and latitude: row-major, the first cell in the north-west.
/// The page decodes them, puts networks together from their radars and paints them; a click reads them.
public struct TerrainLayers: Sendable {
  /// Which radars are a network.
  public struct Network: Sendable {
    /// The purchase that is made; nil for today's network.
    public var purchase: String?
    /// Its radars in their order, as indices of ``TerrainLayers/floors``.
    public var radars: [Int]

    /// Which radars are a network.
    package init(purchase: String?, radars: [Int]) {
      self.purchase = purchase
      self.radars = radars
    }
  }

  /// Columns of the grids, from west to east.
  public let columns: Int
  /// Rows of the grids, from north to south.
  public let rows: Int
  /// The outer edges of the outermost cells in degrees; east is greater than west.
  public let north, south, west, east: Double
  /// The highest height above ground for which floors are reported.
  public let highest: Length
  /// What terrain it is, for people.
  public let source: String
  /// How light the ground looks with the sun in the north-west, 0 dark to 255 light.
  public let hillshade: [UInt8]?
  /// Elevation of the ground above mean sea level in metres; not a number where unknown.
  public let groundElevation: [Float]
  /// For each radar the lowest height above ground at which it sees the target, in metres: infinite where it sees none up
  /// to ``highest``, not a number where the terrain is unknown.
  public let floors: [[Float]]
  /// For each radar the greatest height above ground at which it sees the target, in metres: infinite where that is above
  /// ``highest``; meaningless where it sees none.
  public let tops: [[Float]]
  /// The networks, today's first.
  public let networks: [Network]
  /// How certain it is that the network that is planned with sees, altitude band by band in the order of the scenario: the
  /// values of its raster, 0 where it does not; empty where nothing is in doubt.
  public let certainty: [[UInt8]]
  /// With what probability looks of the network that is planned with detect the coverage target; nil where looks do not count.
  public let detection: DetectionGrids?

  /// Grids over terrain.
  /// - Parameter tops: Nil where no radar has an upper limit.
  /// - Precondition: every grid has `rows` × `columns` cells.
  package init(
    columns: Int, rows: Int, north: Double, south: Double, west: Double, east: Double, highest: Length, source: String,
    hillshade: [UInt8]?, groundElevation: [Float], floors: [[Float]], tops: [[Float]]? = nil, networks: [Network],
    certainty: [[UInt8]] = [], detection: DetectionGrids? = nil
  ) {
    let cells = columns * rows
    precondition(
      groundElevation.count == cells && (hillshade?.count ?? cells) == cells
        && floors.allSatisfy { $0.count == cells } && (tops ?? floors).count == floors.count
        && (tops ?? []).allSatisfy { $0.count == cells } && certainty.allSatisfy { $0.count == cells }
        && (detection.map { $0.looks + $0.minutes } ?? []).allSatisfy { $0.count == cells },
      "grids of different sizes")
    precondition(networks.allSatisfy { $0.radars.allSatisfy(floors.indices.contains) }, "a radar without a floor")
    self.columns = columns
    self.rows = rows
    self.north = north
    self.south = south
    self.west = west
    self.east = east
    self.highest = highest
    self.source = source
    self.hillshade = hillshade
    self.groundElevation = groundElevation
    self.floors = floors
    self.tops = tops ?? floors.map { $0.map { _ in .infinity } }
    self.networks = networks
    self.certainty = certainty
    self.detection = detection
  }
}
