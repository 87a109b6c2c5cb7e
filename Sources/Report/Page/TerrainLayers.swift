public import Units

/// Grids over terrain for the report's map.
///
/// All grids have the same cells, evenly spaced in longitude and latitude: row-major, the first cell in the north-west.
/// The page decodes them and paints them; a click reads them.
public struct TerrainLayers: Sendable {
  /// What one network sees over terrain.
  public struct Network: Sendable {
    /// The purchase that is made; nil for today's network.
    public var purchase: String?
    /// The lowest height above ground at which at least one radar sees the target, in metres: infinite where none does
    /// up to ``TerrainLayers/highest``, not a number where the terrain is unknown.
    public var floor: [Float]
    /// The same for at least two radars; nil when it was not computed.
    public var secondFloor: [Float]?
    /// Which radar sets ``floor``: its index in the network; 255 for none. Nil when it was not computed.
    public var radar: [UInt8]?

    /// What one network sees over terrain.
    /// - Precondition: as many cells as the layers have.
    public init(purchase: String?, floor: [Float], secondFloor: [Float]? = nil, radar: [UInt8]? = nil) {
      self.purchase = purchase
      self.floor = floor
      self.secondFloor = secondFloor
      self.radar = radar
    }
  }

  /// Columns of the grids, from west to east.
  public let columns: Int
  /// Rows of the grids, from north to south.
  public let rows: Int
  /// The outer edges of the outermost cells in degrees; east is greater than west.
  public let north, south, west, east: Double
  /// The highest height above ground for which floors were computed.
  public let highest: Length
  /// What terrain it is, for people: data set, resolution, release.
  public let source: String
  /// How light the ground looks with the sun in the north-west, 0 dark to 255 light.
  public let hillshade: [UInt8]?
  /// Elevation of the ground above mean sea level in metres; not a number where unknown.
  public let groundElevation: [Float]
  /// The networks, today's first.
  public let networks: [Network]

  /// Grids over terrain.
  /// - Precondition: every grid has `rows` × `columns` cells.
  public init(
    columns: Int, rows: Int, north: Double, south: Double, west: Double, east: Double, highest: Length, source: String,
    hillshade: [UInt8]?, groundElevation: [Float], networks: [Network]
  ) {
    let cells = columns * rows
    precondition(groundElevation.count == cells && (hillshade?.count ?? cells) == cells, "grids of different sizes")
    for network in networks {
      precondition(
        network.floor.count == cells && (network.secondFloor?.count ?? cells) == cells
          && (network.radar?.count ?? cells) == cells, "grids of different sizes")
    }
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
    self.networks = networks
  }
}
