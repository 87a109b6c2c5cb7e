public import Units

/// The kinds of warning about a terrain.
public enum TerrainWarningCode: String, WarningCode {
  /// Files of a folder that are not terrain.
  case otherFiles
  /// Values of a mask or a shaded relief rather than heights.
  case notHeights
  /// Heights are converted to metres.
  case converted
  /// No unit of heights is stated, and something hints at feet.
  case unstatedUnit
  /// A file states another unit of heights than the caller.
  case otherUnit
  /// No vertical datum is stated.
  case assumedDatum
  /// The tiles state several vertical datums.
  case severalDatums
  /// A tile covers the cells of another one.
  case repeatedTile
  /// Two tiles give different heights to the same posts.
  case contradiction
  /// A place of the grid lies outside the area of use of its coordinate system.
  case outsideAreaOfUse
  /// The way to WGS 84 leaves a change of datum out, or lacks a grid.
  case transformation
  /// Heights are the floor of the sea, whose surface is taken for the ground.
  case seaFloor
  /// Low ground that may be the floor of the sea.
  case lowGround
  /// Posts without a value that are taken for the sea.
  case voidsAsSea
  /// Posts without a value that may be the sea.
  case possibleSea
  /// No cell has a height that is known.
  case nothingKnown
}
