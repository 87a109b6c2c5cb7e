internal import Foundation
public import GeoFiles
internal import Geodesy
public import Units

/// Heights above the bare ground in a raster, such as a canopy height model.
///
/// A post of a terrain takes the highest cell whose centre lies within the post's own cell, or where the raster is coarser
/// the cell around the post: what stands between posts hides as well. One void among these cells leaves the post unknown.
public struct CoverRaster: Sendable, Hashable {
  /// The raster.
  public let file: RasterFile
  private let toRaster: TransformationPool

  /// Heights beyond that do not stand on the ground, and count as voids.
  static let plausible: ClosedRange<Float> = -50...1000
  /// The most cells of the raster in memory at a time.
  private static let limit = 16_000_000

  /// Opens a raster.
  /// - Parameters:
  ///   - path: Any raster that GDAL reads, in any reference system, of metres above the ground.
  ///   - folder: Folder that a VRT must not leave; nil for its own.
  /// - Throws: ``GeoFileError`` when it cannot be read or does not hold heights.
  public init(path: String, within folder: String? = nil) throws(GeoFileError) {
    file = try RasterFile(path: path, within: folder)
    func refuse(_ problem: String, _ remedy: String) -> GeoFileError {
      GeoFileError(.unfitRaster, path: path, problem: problem, remedy: remedy)
    }
    let warp = "gdalwarp -t_srs EPSG:4326 \(path) north-up.tif makes one that is not"
    if file.isRotated || file.frame.stepX <= 0 || file.frame.stepY >= 0 { throw refuse("its grid is rotated", warp) }
    if file.frame.crs.isEmpty || !file.isOfTheEarth {
      throw refuse("states no coordinate system of the Earth", "gdal_edit.py -a_srs EPSG:code \(path) states it")
    }
    if file.isPicture {
      throw refuse("is a picture, not one band of heights", "gdal_translate -b 1 \(path) heights.tif takes one band")
    }
    guard TerrainChecks.metresPerUnit(file) == 1 else {
      throw refuse("its heights are in “\(file.unit)”, not in metres", "gdal_calc.py turns them into metres")
    }
    toRaster = TransformationPool(from: ReferenceSystem.wgs84Text, to: file.frame.crs)
  }

  /// What is in it, as text.
  var contentKey: String {
    file.files.map { path in
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else { return path }
      return data.withUnsafeBytes { ContentHash.text(of: $0) }
    }.joined(separator: " ")
  }

  /// Whether two are the same file on the same grid.
  public static func == (a: CoverRaster, b: CoverRaster) -> Bool { a.file == b.file }

  /// Hashes the file.
  public func hash(into hasher: inout Hasher) { hasher.combine(file) }

  /// The heights at posts of a terrain, metres, row by row; NaN where unknown.
  /// - Parameters:
  ///   - rows: Rows of the terrain.
  ///   - columns: Columns of the terrain as it is laid.
  /// - Throws: ``TerrainError`` when the raster cannot be read or PROJ has no way to its system.
  func heights(rows: Range<Int>, columns: Range<Int>, of terrain: Terrain) throws(TerrainError) -> [Float] {
    var heights = [Float](repeating: .nan, count: rows.count * columns.count)
    for (_, someRows) in RasterFile.parts(of: rows, 128) {
      for (_, someColumns) in RasterFile.parts(of: columns, 128) {
        try lay(rows: someRows, columns: someColumns, of: terrain) { row, column, height in
          heights[(row - rows.lowerBound) * columns.count + column - columns.lowerBound] = height
        }
      }
    }
    return heights
  }

  /// A cell of the terrain on the raster, in its columns and rows.
  private struct Footprint {
    var columns: ClosedRange<Double>
    var rows: ClosedRange<Double>

    /// The cells whose centres lie in it, or the one around its middle.
    func cells(_ range: ClosedRange<Double>) -> ClosedRange<Int> {
      let (first, last) = (range.lowerBound.rounded(.up), range.upperBound.rounded(.down))
      if first <= last { return Int(first)...Int(last) }
      let middle = Int(((range.lowerBound + range.upperBound) / 2).rounded())
      return middle...middle
    }
  }

  private func lay(
    rows: Range<Int>, columns: Range<Int>, of terrain: Terrain, _ body: (Int, Int, Float) -> Void
  ) throws(TerrainError) {
    let prints = try footprints(rows: rows, columns: columns, of: terrain)
    let known = prints.compactMap { $0 }
    guard let left = known.map(\.columns.lowerBound).min(), let right = known.map(\.columns.upperBound).max(),
      let top = known.map(\.rows.lowerBound).min(), let bottom = known.map(\.rows.upperBound).max()
    else { return }
    func held(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
      let first = Int(max(0, min(low.rounded(.down), Double(count))))
      return first..<max(first, Int(max(0, min(high.rounded(.up) + 1, Double(count)))))
    }
    let window = (rows: held(top, bottom, file.frame.rows), columns: held(left, right, file.frame.columns))
    guard !window.rows.isEmpty, !window.columns.isEmpty else { return }
    if window.rows.count * window.columns.count > Self.limit, rows.count > 1 || columns.count > 1 {
      let (middleRow, middleColumn) = (rows.lowerBound + rows.count / 2, columns.lowerBound + columns.count / 2)
      for part in [rows.lowerBound..<middleRow, middleRow..<rows.upperBound] where !part.isEmpty {
        for other in [columns.lowerBound..<middleColumn, middleColumn..<columns.upperBound] where !other.isEmpty {
          try lay(rows: part, columns: other, of: terrain, body)
        }
      }
      return
    }
    let cells: [Float]
    do { cells = try file.readFloats(rows: window.rows, columns: window.columns) } catch { throw .file(error) }
    var index = 0
    for row in rows {
      for column in columns {
        defer { index += 1 }
        guard let print = prints[index] else { continue }
        var highest: Float = 0
        for r in print.cells(print.rows) {
          for c in print.cells(print.columns) {
            guard window.rows.contains(r), window.columns.contains(c) else {
              highest = .nan
              continue
            }
            let value = cells[(r - window.rows.lowerBound) * window.columns.count + c - window.columns.lowerBound]
            // Comparisons with NaN are false: one void is enough.
            if !Self.plausible.contains(value) { highest = .nan }
            if value > highest { highest = value }
          }
        }
        body(row, column, highest)
      }
    }
  }

  /// The footprints of posts; nil where a corner has no place on the raster.
  private func footprints(
    rows: Range<Int>, columns: Range<Int>, of terrain: Terrain
  ) throws(TerrainError) -> [Footprint?] {
    let (frame, laid) = (file.frame, terrain.baseFrame)
    let width = columns.count + 1
    do {
      var corners: [(x: Double, y: Double)] = []
      var places: [Position?] = []
      for row in rows.lowerBound...rows.upperBound {
        for column in columns.lowerBound...columns.upperBound {
          corners.append(
            (
              laid.firstX + (Double(column) - 0.5) * laid.stepX, laid.firstY + (Double(row) - 0.5) * laid.stepY
            ))
        }
      }
      if !terrain.isWGS84 { corners = try terrain.fromGrid.transform(corners) }
      places = corners.map { point in
        point.x.isFinite && point.y.isFinite ? Position(latitudeDegrees: point.y, longitudeDegrees: point.x) : nil
      }
      let middle = frame.firstX + Double(frame.columns) / 2 * frame.stepX
      var points = places.map { place in (x: place?.longitudeDegrees ?? .nan, y: place?.latitudeDegrees ?? .nan) }
      if !file.isWGS84 { points = try toRaster.transform(points) }
      let spots = points.map { point -> (column: Double, row: Double)? in
        guard point.x.isFinite, point.y.isFinite else { return nil }
        let turn = file.isGeographic ? ((point.x - middle) / 360).rounded() * 360 : 0
        let spot = (
          column: (point.x - turn - frame.firstX) / frame.stepX, row: (point.y - frame.firstY) / frame.stepY
        )
        return spot.column.magnitude < 1e9 && spot.row.magnitude < 1e9 ? spot : nil
      }
      var prints: [Footprint?] = []
      for row in 0..<rows.count {
        for column in 0..<columns.count {
          let first = row * width + column
          let four = [first, first + 1, first + width, first + width + 1].compactMap { spots[$0] }
          guard four.count == 4, let left = four.map(\.column).min(), let right = four.map(\.column).max(),
            let top = four.map(\.row).min(), let bottom = four.map(\.row).max(),
            right - left < Double(frame.columns) / 2 + 2
          else {
            prints.append(nil)
            continue
          }
          prints.append(Footprint(columns: left...right, rows: top...bottom))
        }
      }
      return prints
    } catch { throw .geodesy(error) }
  }
}
