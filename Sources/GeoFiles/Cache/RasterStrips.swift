/// How the cells of a raster lie in a file of its own: rows from north to south, in strips of some rows.
struct RasterStrips: CustomStringConvertible {
  /// How a cell is written.
  enum Cell: Hashable {
    case float
    /// A whole number in two bytes; one of them, if any, stands for no value.
    case short(void: Int16?)

    var bytes: Int { self == .float ? 4 : 2 }
  }

  let rows: Int
  let columns: Int
  let cell: Cell
  /// Rows of a strip; of the last one what is left.
  let step: Int

  /// Formats whose files hold their cells themselves, which ``RasterFile/files`` lists.
  private static let drivers = ["GTiff", "SRTMHGT", "DTED", "AAIGrid", "GRASSASCIIGrid", "USGSDEM"]
  /// Formats of text.
  private static let textDrivers = ["AAIGrid", "GRASSASCIIGrid", "USGSDEM"]

  /// The strips of a raster that takes long to read: packed, or written as text; nil for any other, and for one that would
  /// take more than a quarter of a limit.
  init?(_ raster: RasterFile, limit: Int) {
    guard raster.isPacked || Self.textDrivers.contains(raster.driver), Self.drivers.contains(raster.driver),
      !raster.frame.order.isTurned
    else { return nil }
    (rows, columns) = (raster.frame.rows, raster.frame.columns)
    cell = Self.cell(of: raster)
    guard rows * columns <= limit / 4 / cell.bytes else { return nil }
    let block = raster.blocksAtATime.rows
    step = block * max(1, 64 / block)
  }

  private static func cell(of raster: RasterFile) -> Cell {
    guard ["Int16", "Byte"].contains(raster.cellType), raster.scale == 1, raster.offset == 0 else { return .float }
    guard let noData = raster.noData else { return raster.hasMask ? .float : .short(void: nil) }
    return Int16(exactly: noData).map { .short(void: $0) } ?? .float
  }

  var count: Int { (rows + step - 1) / step }

  /// Rows of a strip.
  func rows(of strip: Int) -> Range<Int> { strip * step..<min(rows, (strip + 1) * step) }

  /// What changes when the cells are written otherwise.
  var description: String { "\(rows) × \(columns) by \(step) as \(cell)" }

  /// Bytes of all cells.
  var bytes: Int { rows * columns * cell.bytes }

  /// Gives the cells of a window strip by strip, as far as they are sound.
  /// - Returns: How many of the rows were given.
  func give(
    _ entry: borrowing CacheEntry, rows: Range<Int>, columns: Range<Int>,
    to body: (_ rows: Range<Int>, _ columns: Range<Int>, _ cells: [Float]) -> Void
  ) -> Int {
    for (strip, part) in RasterFile.parts(of: rows, step) {
      let all = self.rows(of: strip)
      let count = all.count * self.columns
      let these = part.lowerBound - all.lowerBound..<part.upperBound - all.lowerBound
      switch cell {
      case .float:
        guard let cells = entry.cells(of: strip, count: count, as: Float.self) else {
          return part.lowerBound - rows.lowerBound
        }
        body(part, columns, window(cells, these, columns) { $0 })
      case .short(let void):
        guard let cells = entry.cells(of: strip, count: count, as: Int16.self) else {
          return part.lowerBound - rows.lowerBound
        }
        // Without a void value the comparison is with none: no cell is lost.
        let void = void.map { Float($0) } ?? .nan
        body(part, columns, window(cells, these, columns) { Float($0) == void ? .nan : Float($0) })
      }
    }
    return rows.count
  }

  private func window<Cell>(
    _ cells: [Cell], _ rows: Range<Int>, _ columns: Range<Int>, _ float: (Cell) -> Float
  ) -> [Float] {
    cells.withUnsafeBufferPointer { cells in
      [Float](unsafeUninitializedCapacity: rows.count * columns.count) { floats, count in
        var target = 0
        for row in rows {
          let source = row * self.columns
          for column in columns {
            floats.initializeElement(at: target, to: float(cells[source + column]))
            target += 1
          }
        }
        count = target
      }
    }
  }

  /// A strip that is being filled from the blocks of a raster.
  struct Pending {
    private let strips: RasterStrips
    private var strip = 0
    private var cells: [Float]

    init(_ strips: RasterStrips) {
      self.strips = strips
      cells = [Float](repeating: .nan, count: min(strips.step, strips.rows) * strips.columns)
    }

    /// Takes the next block; rows come in order, none of them in two strips.
    mutating func add(
      _ rows: Range<Int>, _ columns: Range<Int>, _ block: [Float], to writer: inout CacheEntryWriter
    ) {
      if rows.lowerBound >= strips.rows(of: strip).upperBound { flush(to: &writer) }
      let first = strips.rows(of: strip).lowerBound
      for (index, row) in rows.enumerated() {
        let target = (row - first) * strips.columns + columns.lowerBound
        for column in 0..<columns.count { cells[target + column] = block[index * columns.count + column] }
      }
    }

    /// Writes the strip.
    mutating func flush(to writer: inout CacheEntryWriter) {
      let count = strips.rows(of: strip).count * strips.columns
      switch strips.cell {
      case .float: writer.add(Array(cells[..<count]))
      case .short(let void):
        let void = void ?? 0
        writer.add(cells[..<count].map { $0.isNaN ? void : Int16(max(-32768, min(32767, $0))) })
      }
      strip += 1
    }
  }
}
