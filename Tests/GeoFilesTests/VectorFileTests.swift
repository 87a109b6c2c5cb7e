import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing

@Suite struct VectorFileTests {
  private static func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Position] {
    [(south, west), (south, east), (north, east), (north, west), (south, west)]
      .map { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }
  }

  private static var areas: OutputLayer {
    var layer = OutputLayer(
      name: "areas", description: "Where one sees", geometry: .polygons,
      fields: [.init("id", .text), .init("count", .integer), .init("area_km2", .real), .init("approximate", .flag)])
    layer.append(
      ["a ñ \"<&>", 3, 12.5, FieldValue(true)],
      .polygons([[ring(-74, -13, -72, -11), ring(-73.5, -12.5, -73, -12).reversed()]]))
    layer.append(["b", .null, .real(.nan), .null], .polygons([[ring(178, 0, 180, 1)], [ring(-180, 0, -179, 1)]]))
    return layer
  }

  private static var places: OutputLayer {
    var layer = OutputLayer(name: "places", geometry: .points, fields: [.init("id", .text)])
    layer.append(["p"], .point(Position(latitudeDegrees: -12.123456789, longitudeDegrees: -73.987654321)))
    layer.append(["nowhere"])
    return layer
  }

  private static var routes: OutputLayer {
    var layer = OutputLayer(name: "routes", geometry: .lines, fields: [.init("id", .text)])
    layer.append(
      ["r"], .lines([[.init(latitudeDegrees: 0, longitudeDegrees: 1), .init(latitudeDegrees: 2, longitudeDegrees: 3)]]))
    return layer
  }

  @Test func `a GeoPackage of three layers reads back as it was written`() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.gpkg")
    try VectorFile.write([Self.areas, Self.places, Self.routes], to: path, format: .geoPackage)
    let areas = try VectorLayer.read(path: path, layer: "areas")
    #expect(areas.columns == ["id", "count", "area_km2", "approximate"])
    #expect(areas.coordinateSystem == "EPSG:4326")
    #expect(
      areas.features.map { $0.fields.map(\.value) } == [
        [.text("a ñ \"<&>"), .integer(3), .real(12.5), .text("yes")], [.text("b"), .null, .null, .null],
      ])
    #expect(areas.features.map(\.geometry) == Self.areas.rows.map(\.geometry))
    let places = try VectorLayer.read(path: path, layer: "places")
    #expect(places.features.map(\.geometry) == Self.places.rows.map(\.geometry))
    let routes = try VectorLayer.read(path: path, layer: "routes")
    #expect(routes.features.map(\.geometry) == Self.routes.rows.map(\.geometry))
    #expect(scratch.names == ["a.gpkg"])
  }

  @Test(.enabled(if: Program.has("ogrinfo"), "needs ogrinfo"))
  func `ogrinfo finds the layers, their types and the coordinate system`() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.gpkg")
    try VectorFile.write([Self.areas, Self.places, Self.routes], to: path, format: .geoPackage)
    let list = try Program.output("ogrinfo", ["-ro", "-so", "-al", path])
    for expected in [
      "Layer name: areas", "Geometry: Multi Polygon", "Geometry: Point", "Geometry: Multi Line String",
      "ID[\"EPSG\",4326]", "count: Integer64", "area_km2: Real", "approximate: Integer(Boolean)",
      "DESCRIPTION=Where one sees",
    ] { #expect(list.contains(expected), "\(expected)") }
    let index = try Program.output(
      "ogrinfo", ["-ro", "-q", path, "-sql", "SELECT HasSpatialIndex('areas', 'geom')", "-dialect", "SQLite"])
    #expect(index.contains("= 1"))
  }

  @Test(arguments: VectorFile.Format.allCases)
  func `the same layers give the same bytes`(format: VectorFile.Format) throws {
    let scratch = try Scratch()
    let layers = format == .geoPackage ? [Self.areas, Self.places] : [Self.areas]
    try VectorFile.write(layers, to: scratch.path("a.gpkg"), format: format)
    let first = try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.gpkg")))
    Thread.sleep(forTimeInterval: 1.1)
    try VectorFile.write(layers, to: scratch.path("a.gpkg"), format: format)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.gpkg"))) == first)
  }

  @Test func `GeoJSON has its outer rings anticlockwise, closed, in two parts at the antimeridian`() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.geojson")
    try VectorFile.write([Self.areas], to: path, format: .geoJSON)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any])
    #expect(json["crs"] == nil)
    let features = try #require(json["features"] as? [[String: Any]])
    let geometries = try features.map { try #require($0["geometry"] as? [String: Any]) }
    #expect(geometries.map { $0["type"] as? String } == ["Polygon", "MultiPolygon"])
    let polygons =
      [try #require(geometries[0]["coordinates"] as? [[[Double]]])]
      + (try #require(geometries[1]["coordinates"] as? [[[[Double]]]]))
    #expect(polygons.count == 3)
    for rings in polygons {
      for (index, ring) in rings.enumerated() {
        #expect(ring.first == ring.last)
        // The shoelace sum is positive for an anticlockwise ring.
        let area = zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
        #expect(index == 0 ? area > 0 : area < 0)
        #expect(ring.allSatisfy { abs($0[0]) <= 180 })
      }
    }
    let properties = try #require(features[0]["properties"] as? [String: Any])
    #expect(properties["id"] as? String == "a ñ \"<&>")
    #expect(properties["approximate"] as? Bool == true)
  }

  @Test func `GeoJSON keeps seven digits`() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.geojson")
    try VectorFile.write([Self.places], to: path, format: .geoJSON)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("-73.9876543, -12.1234568"))
    let back = try VectorLayer.read(path: path)
    #expect(back.features[1].geometry == nil)
  }

  @Test func `an empty layer is written and read`() throws {
    let scratch = try Scratch()
    for format in VectorFile.Format.allCases {
      let path = scratch.path(format == .geoPackage ? "e.gpkg" : "e.geojson")
      try VectorFile.write(
        [OutputLayer(name: "e", geometry: .points, fields: [.init("id", .text)])], to: path, format: format)
      #expect(try VectorLayer.read(path: path).features.isEmpty)
    }
  }

  @Test func `a folder that is missing is an error and not a trap`() throws {
    let scratch = try Scratch()
    #expect(throws: GeoFileError.self) {
      try VectorFile.write([Self.places], to: scratch.path("no/a.gpkg"), format: .geoPackage)
    }
  }
}
