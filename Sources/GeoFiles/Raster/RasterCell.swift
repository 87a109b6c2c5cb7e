/// A type of cells that rasters can be written with.
public protocol RasterCell: Sendable, BitwiseCopyable {
  /// GDAL's name of the type.
  static var rasterTypeName: String { get }
}
