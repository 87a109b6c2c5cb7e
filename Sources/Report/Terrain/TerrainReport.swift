internal import GeoFiles
internal import Foundation
internal import Geodesy
public import Terrain
internal import Units

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
  var lowestMetres, highestMetres: Float?
  var meanMetres: Double?
  var cells, voids: Int
  var voidShare: Double
  var memoryBytes: Int
  var tiles: [String]
  var places, missingTiles: Int
  var tilesOfWiderColumns: Int
  var fingerprint: String
  /// What to look at before trusting it, one line each.
  public private(set) var warnings: [String]

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
    let (right, bottom) = (Double(columns) - 0.5, Double(rows) - 0.5)
    let (middleX, middleY) = (Double(columns - 1) / 2, Double(rows - 1) / 2)
    var corners: [Position] = []
    for (column, row) in [
      (-0.5, -0.5), (middleX, -0.5), (right, -0.5), (-0.5, middleY), (right, middleY), (-0.5, bottom),
      (middleX, bottom), (right, bottom),
    ] {
      if let corner = try terrain.position(column: column, row: row) { corners.append(corner) }
    }
    if let centre = try terrain.position(column: middleX, row: middleY),
      let next = try terrain.position(column: middleX + 1, row: middleY),
      let below = try terrain.position(column: middleX, row: middleY + 1)
    {
      stepEastMetres = Ellipsoid.wgs84.distance(from: centre, to: next).metres
      stepNorthMetres = Ellipsoid.wgs84.distance(from: centre, to: below).metres
      // Longitudes counted from the middle, so that the antimeridian does not part them.
      let width = terrain.isGeographic ? Double(columns) * frame.stepX : 0
      let offsets = corners.map { ($0.longitudeDegrees - centre.longitudeDegrees).remainder(dividingBy: 360) }
      if let low = offsets.min(), let high = offsets.max() {
        let (a, b) = (centre.longitudeDegrees + low, centre.longitudeDegrees + high)
        west = Position(latitudeDegrees: 0, longitudeDegrees: a).normalized.longitudeDegrees
        east = Position(latitudeDegrees: 0, longitudeDegrees: b).normalized.longitudeDegrees
      }
      if width > 360 - 1e-6 {
        // Around the whole Earth both edges are one meridian; columns that come again do not count.
        let edge = centre.longitudeDegrees - width / 2
        let first = width > 360 + 1e-6 ? -180 : edge - ((edge + 180) / 360 + 1e-9).rounded(.down) * 360
        (west, east) = (first, first + 360)
      }
      south = corners.map(\.latitudeDegrees).min()
      north = corners.map(\.latitudeDegrees).max()
      // The cells of posts on a pole reach half a cell beyond it.
      if terrain.isGeographic { (south, north) = (south.map { max($0, -90) }, north.map { min($0, 90) }) }
    }
    // Around a pole lie all longitudes, and no corner is as near to it.
    for pole in [-90.0, 90] where !terrain.isGeographic {
      guard try terrain.isInside([Position(latitudeDegrees: pole, longitudeDegrees: 0)])[0] else { continue }
      (west, east) = (-180, 180)
      if pole < 0 { south = pole } else { north = pole }
    }
    verticalDatum = terrain.verticalDatum.name
    verticalDatumBasis = terrain.verticalDatum.basis.rawValue
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
        "no cell has a height of \(Int(low)) m to \(Int(high)) m, and others are unknown: where they are feet, state the unit "
          + "by gdal_edit.py -units ft, or convert them")
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
      ("heights", "\(verticalDatum) (\(basis))"),
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
