internal import CGDAL

/// Reads parts of a band into arrays that are used again.
///
/// A block goes past GDAL's cache, from the file into the array.
struct BlockReader {
  /// The most cells of a block that is read whole.
  static let limit = 1 << 22

  private let band: GDALRasterBandH
  private let block: (columns: Int, rows: Int)
  private let type: GDALDataType
  private var raw: [UInt8] = []

  init(_ band: GDALRasterBandH, _ block: (columns: Int, rows: Int)) {
    self.band = band
    self.block = block
    type = GDALGetRasterDataType(band)
  }

  /// Reads rows and columns of one block, row by row.
  /// - Returns: Whether they could be read.
  mutating func read(_ rows: Range<Int>, _ columns: Range<Int>, into cells: inout [Float]) -> Bool {
    guard block.rows * block.columns <= Self.limit else {
      Self.resize(&cells, rows.count * columns.count, 0)
      return Self.read(band, rows, columns, &cells, GDT_Float32)
    }
    Self.resize(&cells, block.rows * block.columns, 0)
    let (column, row) = (Int32(columns.lowerBound / block.columns), Int32(rows.lowerBound / block.rows))
    if type == GDT_Float32 {
      guard GDALReadBlock(band, column, row, &cells) == CE_None else { return false }
    } else {
      let size = GDALGetDataTypeSizeBytes(type)
      Self.resize(&raw, cells.count * Int(size), 0)
      guard GDALReadBlock(band, column, row, &raw) == CE_None else { return false }
      GDALCopyWords64(&raw, type, size, &cells, GDT_Float32, 4, GPtrDiff_t(cells.count))
    }
    crop(&cells, rows, columns)
    return true
  }

  /// Reads the mask of rows and columns: 0 where there is no value.
  func readMask(_ rows: Range<Int>, _ columns: Range<Int>, into mask: inout [UInt8]) -> Bool {
    Self.resize(&mask, rows.count * columns.count, 0)
    return Self.read(GDALGetMaskBand(band), rows, columns, &mask, GDT_Byte)
  }

  /// Moves the cells of some rows and columns of a block together.
  private func crop(_ cells: inout [Float], _ rows: Range<Int>, _ columns: Range<Int>) {
    let (top, left) = (rows.lowerBound % block.rows, columns.lowerBound % block.columns)
    if columns.count < block.columns || top > 0 {
      for row in 0..<rows.count {
        let source = (top + row) * block.columns + left
        for column in 0..<columns.count { cells[row * columns.count + column] = cells[source + column] }
      }
    }
    Self.resize(&cells, rows.count * columns.count, 0)
  }

  private static func read<Cell: BitwiseCopyable>(
    _ band: GDALRasterBandH?, _ rows: Range<Int>, _ columns: Range<Int>, _ cells: inout [Cell], _ type: GDALDataType
  ) -> Bool {
    GDALRasterIO(
      band, GF_Read, Int32(columns.lowerBound), Int32(rows.lowerBound), Int32(columns.count), Int32(rows.count),
      &cells, Int32(columns.count), Int32(rows.count), type, 0, 0) == CE_None
  }

  private static func resize<Cell>(_ cells: inout [Cell], _ count: Int, _ value: Cell) {
    if cells.count > count { cells.removeLast(cells.count - count) }
    if cells.count < count { cells += repeatElement(value, count: count - cells.count) }
  }
}
