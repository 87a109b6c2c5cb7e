import Coverage
import GeoFiles
import Geodesy
import Radar
import Terrain
import TestSupport
import Units

/// A terrain in a file of degrees, posts at whole steps from the north-west corner.
func terrain(
  _ scratch: Scratch, north: Double, west: Double, step: Double, rows: Int, columns: Int,
  _ height: (_ row: Int, _ column: Int) -> Float
) throws -> Terrain {
  let frame = GridFrame(
    columns: columns, rows: rows, firstX: west, firstY: north, stepX: step, stepY: -step, crs: "EPSG:4326")
  var cells: [Float] = []
  for row in 0..<rows { for column in 0..<columns { cells.append(height(row, column)) } }
  let path = scratch.path("terrain.tif")
  try RasterWriter.write(Grid(frame: frame, cells: cells), to: path, options: .init(noData: .nan))
  return try Terrain.open([path])
}

/// A primary radar that sees a square metre at its instrumented range.
func radar(
  _ id: String = "a", latitude: Double, longitude: Double, mast: Double = 20, range: Double = 60,
  elevations: (Double, Double)? = nil, minimum: Double = 0, sectors: [AzimuthSector] = []
) -> RadarStation {
  RadarStation(
    id: id, name: id, position: Position(latitudeDegrees: latitude, longitudeDegrees: longitude), groundElevation: nil,
    antennaHeight: .metres(mast),
    type: RadarType(
      id: "t", name: "t", kind: .primary, instrumentedRange: .kilometres(range), detectionRange: .kilometres(range),
      referenceCrossSection: .squareMetres(1), minimumRange: .kilometres(minimum), antennaHeight: .metres(mast),
      minimumElevation: elevations.map { .degrees($0.0) }, maximumElevation: elevations.map { .degrees($0.1) }),
    blindSectors: sectors)
}

/// A square metre without transponder.
let echo = Target(crossSection: .squareMetres(1), hasTransponder: false)
