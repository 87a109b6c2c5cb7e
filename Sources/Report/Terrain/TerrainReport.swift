internal import Foundation
internal import GeoFiles
internal import Geodesy
public import Terrain
public import Units

/// What a terrain holds, for reading and for programs.
public struct TerrainReport: Encodable, Sendable {
  var formats: [String]
  var cellTypes: [String]
  var columns, rows: Int
  var isSouthFirst, isEastFirst: Bool
  var isInDegrees: Bool
  var stepX, stepY: Double
  var stepEastMetres, stepNorthMetres: Double?
  var crs: String
  var west, south, east, north: Double?
  var verticalDatum: String
  var verticalDatumBasis: String
  var model: String?
  var lowestMetres, highestMetres: Float?
  var meanMetres: Double?
  var cells, voids: Int
  var voidShare: Double
  var memoryBytes: Int
  var tiles: [String]
  var places, missingTiles: Int
  var tilesOfWiderColumns: Int
  var fingerprint: String
  /// What to look at before trusting it.
  public private(set) var warnings: [TerrainWarning]

  /// Reads every cell of a terrain.
  /// - Parameter progress: Called with the rows that are read.
  /// - Throws: ``TerrainError`` or ``GeodesyError`` when a tile cannot be read or its reference system is unknown.
  public init(of terrain: Terrain, progress: (Int) -> Void = { _ in }) throws {
    let frame = terrain.frame
    formats = Set(terrain.tiles.map(\.file.driver)).sorted()
    cellTypes = Set(terrain.tiles.map(\.file.cellType)).sorted()
    (columns, rows, stepX, stepY) = (frame.columns, frame.rows, frame.stepX, -frame.stepY)
    (isSouthFirst, isEastFirst) = (frame.order.isSouthFirst, frame.order.isEastFirst)
    crs = try ReferenceSystem(frame.crs).name
    let extent = try terrain.extent()
    (west, south, east, north) = (extent.west, extent.south, extent.east, extent.north)
    (stepEastMetres, stepNorthMetres) = (extent.cellEast?.metres, extent.cellNorth?.metres)
    verticalDatum = terrain.verticalDatum.name
    verticalDatumBasis = terrain.verticalDatum.basis.rawValue
    model = terrain.model.words
    let statistics = try terrain.statistics(progress: progress)
    (lowestMetres, highestMetres) = (statistics.lowest, statistics.highest)
    meanMetres = statistics.mean
    (cells, voids) = (statistics.cells, statistics.voids)
    voidShare = Double(voids) / Double(max(1, cells))
    memoryBytes = cells * MemoryLayout<Float>.size
    tiles = terrain.tiles.map(\.file.path)
    let rowStarts = Set(terrain.tiles.map(\.firstRow)).count
    let columnStarts = Set(terrain.tiles.map(\.firstColumn)).count
    places = rowStarts * columnStarts
    missingTiles = max(0, places - Set(terrain.tiles.map { [$0.firstRow, $0.firstColumn] }).count)
    tilesOfWiderColumns = terrain.tilesOfWiderColumns
    fingerprint = terrain.fingerprint
    warnings =
      try terrain.warnings + terrain.contradictionWarnings(rows: 0..<frame.rows, columns: 0..<frame.columns)
    if voids == cells {
      let (low, high) = (Terrain.plausible.lowerBound, Terrain.plausible.upperBound)
      warnings.append(
        TerrainWarning(
          .nothingKnown,
          "no cell has a height of \(Int(low)) m to \(Int(high)) m, and others are unknown: where they are feet, state the unit "
            + "by gdal_edit.py -units ft, or convert them"))
    }
    isInDegrees = terrain.isGeographic
  }

  /// Everything, for programs.
  public var json: String { EncodedJSON.text(self) }

  /// The facts for reading, a line each.
  public var text: String {
    func degrees(_ value: Double?) -> String { value.map { String(format: "%.6f°", $0) } ?? "unknown" }
    func metres(_ value: Double?) -> String { value.map { String(format: "%.1f m", $0) } ?? "unknown" }
    func cell(_ step: Double) -> String {
      isInDegrees ? String(format: "%.7g″", step * 3600) : String(format: "%.9g", step)
    }
    let range =
      lowestMetres.flatMap { low in
        highestMetres.map { String(format: "%.1f m to %.1f m, mean %.1f m", low, $0, meanMetres ?? .nan) }
      } ?? "nothing known"
    let basis =
      switch verticalDatumBasis {
      case "stated": "stated in the file"
      case "format": "by the format’s standard"
      default: "assumed: the file does not say"
      }
    let order = (isSouthFirst ? ", the southern row first" : "") + (isEastFirst ? ", the eastern column first" : "")
    let lines = [
      ("format", "\(formats.joined(separator: ", ")), \(cellTypes.joined(separator: ", "))"),
      (
        "size",
        "\(columns) column\(columns == 1 ? "" : "s") × \(rows) row\(rows == 1 ? "" : "s")\(order)"
          + String(format: ", %.1f MB in memory", Double(memoryBytes) / 1e6)
      ),
      (
        "cell",
        "\(cell(stepX)) × \(cell(stepY)) (\(metres(stepEastMetres)) east, \(metres(stepNorthMetres)) north)"
      ),
      ("system", crs),
      ("bounds", "south \(degrees(south)), north \(degrees(north)), west \(degrees(west)), east \(degrees(east))"),
      ("heights", "\(verticalDatum) (\(basis))\(model.map { ", \($0)" } ?? "")"),
      ("elevation", range),
      ("unknown", "\(voids) cells" + String(format: " (%.3f %%)", 100 * voidShare)),
      (
        "tiles",
        "\(tiles.count)" + (missingTiles > 0 ? ", \(missingTiles) missing inside the bounds" : "")
          + (tilesOfWiderColumns > 0 ? ", \(tilesOfWiderColumns) of them with wider columns, interpolated" : "")
      ),
    ]
    return lines.map { $0.0.padding(toLength: 11, withPad: " ", startingAt: 0) + $0.1 + "\n" }.joined()
  }
}
