import Foundation
import TestSupport
import Testing

/// Two cones on a plain that falls to the south-east, as an ASCII grid of degrees; posts 0.01° apart from 12° S, 75° W.
let twoCones: String = {
  let rows = (0..<60).map { row in
    (0..<80).map { column in
      let tops = [(20.0, 20.0, 2000.0), (30, 60, 1500)].map { top in
        top.2 - 60 * hypot(Double(row) - top.0, Double(column) - top.1)
      }
      return String(format: "%.1f", max(200 - Double(row + column), tops[0], tops[1]))
    }.joined(separator: " ")
  }
  return """
    ncols 80
    nrows 60
    xllcenter -75
    yllcenter -12.59
    cellsize 0.01
    NODATA_value -9999

    """ + rows.joined(separator: "\n") + "\n"
}()

@Suite struct SitesCommandTests {
  @Test func `sites of a terrain become the sites of a scenario, in every format`() throws {
    let scratch = try Scratch(["terrain.asc": twoCones, "terrain.prj": wgs84])
    let dem = scratch.path("terrain.asc")
    let printed = try Tool.run("sites", "--dem", dem, "--spacing", "10 km", "--format", "json", "--quiet")
    #expect(printed.status == 0 && printed.errors.isEmpty)
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(printed.output.utf8)) as? [[String: Any]])
    let tops = rows.filter { $0["kind"] as? String == "summit" }
    #expect(tops.compactMap { $0["elevation_m"] as? Double } == [2000, 1500])
    #expect(tops.compactMap { $0["latitude"] as? Double } == [-12.2, -12.3])
    #expect(tops.compactMap { $0["longitude"] as? Double } == [-74.8, -74.4])

    for ending in ["geojson", "gpkg", "csv"] {
      let file = scratch.path("found.\(ending)")
      let written = try Tool.run("sites", "--dem", dem, "--spacing", "10 km", "--output", file, "--format", "csv")
      #expect(written.status == 0)
      let starter = scratch.path("scenario-\(ending)")
      #expect(try Tool.run("init", starter).status == 0)
      try FileManager.default.copyItem(atPath: file, toPath: starter + "/found.\(ending)")
      let yaml = try String(contentsOfFile: starter + "/scenario.yaml", encoding: .utf8)
      // The starter buys radars for two of its own sites.
      try yaml.replacing("sites: sites.csv", with: "sites: found.\(ending)")
        .replacing("site: east-cape", with: "site: summit-01").replacing("site: south-ridge", with: "site: summit-02")
        .write(toFile: starter + "/scenario.yaml", atomically: true, encoding: .utf8)
      let checked = try Tool.run("validate", starter)
      #expect(checked.status == 0, "\(ending): \(checked.output) \(checked.errors)")
    }
  }

  @Test func `conditions are kept, and wrong ones are refused`() throws {
    let scratch = try Scratch([
      "terrain.asc": twoCones, "terrain.prj": wgs84, "roads.csv": "name,lat,lon\nend,-12.31,-74.42\n",
    ])
    let dem = scratch.path("terrain.asc")
    let near = try Tool.run(
      "sites", "--dem", dem, "--spacing", "10km", "--near", scratch.path("roads.csv"), "--within", "5km", "--format",
      "csv")
    let lines = near.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 2 && lines[0].hasSuffix(",distance_roads_km"))
    // 0.01° of latitude and 0.02° of longitude at 12.3° S: √(1.106² + 2.176²) km, each to a metre.
    let distance = try #require(lines[1].split(separator: ",").last.flatMap { Double($0) })
    #expect(abs(distance - 2.441) < 0.002)
    let none = try Tool.run("sites", "--dem", dem, "--max-altitude", "100m")
    #expect(none.status == 0 && none.output.contains("0 summits"))
    #expect(try Tool.run("sites", "--dem", dem, "--inside", scratch.path("roads.csv")).status == 1)
    #expect(try Tool.run("sites", "--dem", dem, "--within", "5km").status == 64)
    #expect(try Tool.run("sites", "--dem", dem, "--spacing", "5").status == 64)
    #expect(try Tool.run("sites", "--dem", dem, "--output", "sites.txt").status == 64)
    #expect(try Tool.run("sites").status == 64)
    #expect(try Tool.run("sites", "--dem", scratch.path("absent.tif")).status == 1)
  }
}

/// WGS 84 for ASCII grids, which hold no system themselves.
let wgs84 = """
  GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],\
  UNIT["degree",0.0174532925199433]]
  """
