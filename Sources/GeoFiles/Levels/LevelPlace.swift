internal import CGDAL
internal import Geodesy

/// Where a place lies in a grid of longitudes and latitudes, and the four cells around it.
struct LevelPlace {
  /// Cells of a level: a grid of the Earth by a twentieth of a degree. GDAL unpacks a level as a whole.
  private static let mostCells = 30_000_000

  private let columns: (Int, Int)
  private let rows: (Int, Int)
  private let share: (x: Double, y: Double)

  /// Nil where the grid does not hold the place, or has no longitudes and latitudes.
  init?(_ position: Position, in dataset: GDALDatasetH) {
    var transform = [0.0, 1, 0, 0, 0, 1]
    let (width, height) = (Int(GDALGetRasterXSize(dataset)), Int(GDALGetRasterYSize(dataset)))
    let system = RasterSystem(GDALGetSpatialRef(dataset))
    // A netCDF file often states none: what spans degrees of the Earth is taken for them.
    guard GDALGetGeoTransform(dataset, &transform) == CE_None, system.isGeographic || system.wkt.isEmpty,
      transform[2] == 0, transform[4] == 0, transform[1] > 0, transform[5] != 0, width > 0, height > 0,
      width <= Self.mostCells, height <= Self.mostCells / width, transform[1] * Double(width) < 361,
      abs(transform[5]) * Double(height) < 182
    else { return nil }
    let isAround = transform[1] * Double(width) > 359.999
    // Centres of cells are whole numbers.
    var x = (position.longitudeDegrees - transform[0]) / transform[1] - 0.5
    let turn = 360 / transform[1]
    x -= (x / turn).rounded(.down) * turn
    if !isAround, x > Double(width) - 0.5 { x -= turn }
    let y = (position.latitudeDegrees - transform[3]) / transform[5] - 0.5
    guard x.isFinite, isAround || (-0.5...Double(width) - 0.5).contains(x), (-0.5...Double(height) - 0.5).contains(y)
    else {
      return nil
    }
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    share = (x - left, y - top)
    func column(_ number: Int) -> Int {
      isAround ? (number % width + width) % width : min(max(number, 0), width - 1)
    }
    columns = (column(Int(left)), column(Int(left) + 1))
    rows = (min(max(Int(top), 0), height - 1), min(max(Int(top) + 1, 0), height - 1))
  }

  /// The value of a band there, bilinear, scale and offset applied; nil where a cell has none, or cannot be read.
  func value(of band: GDALRasterBandH) -> Double? {
    var isSet: Int32 = 0
    let noData = GDALGetRasterNoDataValue(band, &isSet)
    let hasNoData = isSet != 0
    func cell(_ column: Int, _ row: Int) -> Double? {
      var value = 0.0
      let code = GDALRasterIO(
        band, GF_Read, Int32(column), Int32(row), 1, 1, &value, 1, 1, GDT_Float64, 0, 0)
      return code == CE_None && value.isFinite && !(hasNoData && value == noData) ? value : nil
    }
    guard let a = cell(columns.0, rows.0), let b = cell(columns.1, rows.0), let c = cell(columns.0, rows.1),
      let d = cell(columns.1, rows.1)
    else { return nil }
    let (upper, lower) = (a + (b - a) * share.x, c + (d - c) * share.x)
    let factor = GDALGetRasterScale(band, &isSet)
    let scale = isSet != 0 && factor != 0 ? factor : 1
    let shift = GDALGetRasterOffset(band, &isSet)
    return (upper + (lower - upper) * share.y) * scale + (isSet != 0 ? shift : 0)
  }
}
