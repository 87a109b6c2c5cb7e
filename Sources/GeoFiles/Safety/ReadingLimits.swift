/// How much one file may be. Beyond that it is refused: a planner's files are far below, and a file of a few bytes can
/// claim to be anything. A test may set less for its own readings where the limit is a task's.
package enum ReadingLimits {
  /// Bytes of a file that a parser takes into memory whole: GeoJSON, KML, GPX, GML, spreadsheets; unpacked.
  @TaskLocal package static var textBytes = 64 << 20
  /// Bytes that a member of an archive, or a gzip file, unpacks to.
  static let unpackedBytes = 2 << 30
  /// Bytes of a VRT or a side-car in XML. 100,000 tiles take about 60 MB.
  static let xmlBytes = 64 << 20
  /// Rows of a layer.
  @TaskLocal package static var rows = 1_000_000
  /// Points of the geometries of a layer.
  static let points = 20_000_000
  /// Bytes of text in a layer's attributes, and values of any kind.
  static let (attributeBytes, values) = (256 << 20, 50_000_000)
  /// Processor time for a layer, seconds.
  static let layerSeconds = 60.0
  /// Columns or rows of a raster, and its cells: the Earth at 1″ has 8.4 × 10¹¹.
  static let (rasterSide, rasterCells) = (1 << 24, 1 << 41)
  /// Bytes of one block of a raster, which GDAL reads whole.
  static let blockBytes = 1 << 30
  /// Bands of a raster.
  static let bands = 1000
  /// Sources of a VRT, those of VRTs in it included, and how deep they may lie in each other.
  static let (sources, depth) = (200_000, 8)
}
