import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Flat ground of 200 m around 12° S 74° W with a wall of 5,000 m from north to south at 74° W, open north of 11.8° S.
private func workspace(_ keys: String = "") throws -> Workspace {
  let workspace = try Workspace(
    scenario: """
      atalaya: 1
      name: Test
      terrain: wall.asc
      on_scene_time: 15 min
      \(keys)layers:
        aircraft:
          - { id: h, kind: helicopter, cruise: 216 km/h, departure_allowance: 3 min, landing_allowance: 2 min, \
      endurance: 70 min, reserve: 20 min }
        bases: [{ id: west, position: "-12, -74.2", elevation: 200 m }]
        assets: [{ base: west, aircraft: h, readiness_day: 5 min, readiness_night: 5 min }]
        strips: [{ id: east, position: "-12, -73.8", elevation: 200 m }]

      """)
  let rows = (0..<121).map { row in
    (0..<121).map { (58...62).contains($0) && row > 40 ? "5000" : "200" }.joined(separator: " ")
  }
  let head = "ncols 121\nnrows 121\nxllcenter -74.6\nyllcenter -12.6\ncellsize 0.01\n"
  try Data((head + rows.joined(separator: "\n") + "\n").utf8).write(
    to: URL(fileURLWithPath: workspace.path + "/wall.asc"))
  let system =
    "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]"
  try Data(system.utf8).write(to: URL(fileURLWithPath: workspace.path + "/wall.prj"))
  return workspace
}

private let ends = ["base:west", "strip:east"]

@Suite struct RouteCommandTests {
  private func answer(_ arguments: [String]) throws -> [String: Any] {
    let run = try Program.atalaya.run(["route"] + arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func `a flight there and back has the time of both ways, and the fuel that is left`() throws {
    let workspace = try workspace()
    defer { withExtendedLifetime(workspace) {} }
    let json = try answer(ends + ["--scenario", workspace.path, "--aircraft", "h", "--return"])
    func number(_ key: String) throws -> Double { try #require(json[key] as? Double, "\(key)") }
    // North through the gap: 11.8° S lies 22.1 km north of both ends, which are 43.6 km apart, and so far the wall ends.
    #expect(abs(try number("distance_km") - 2 * hypot(20.6, 22.1) - 2.2) < 1)
    #expect(abs(try number("straight_distance_km") - 43.6) < 0.1)
    #expect(json["straight_time_over_ground_min"] is NSNull)
    // 216 km/h are 3.6 km a minute; of the allowances each counts once.
    let cruise = try number("time_min") - number("take_off_min") - number("landing_min")
    #expect(abs(cruise - (try number("distance_km")) / 3.6) < 0.01)
    #expect(abs(try number("block_time_min") - cruise - 5) < 1e-3)
    #expect(abs(try number("return_time_min") - number("time_min")) < 0.05)
    let needed = try number("block_time_min") + 15 + number("return_block_time_min")
    #expect(abs(try number("fuel_needed_min") - needed) < 1e-3)
    #expect(try number("fuel_available_min") == 50)
    #expect(abs(try number("fuel_left_min") - (50 - needed)) < 1e-3)
    #expect(try number("least_time_min") <= number("time_min"))
  }

  @Test func `files have a line, points and heights of both ways`() throws {
    let workspace = try workspace()
    defer { withExtendedLifetime(workspace) {} }
    let base = ["route"] + ends + ["--scenario", workspace.path, "--aircraft", "h", "--return"]
    let csv = try Program.atalaya.run(base + ["--format", "csv"]).output.split(whereSeparator: \.isNewline)
    #expect(csv[0] == "time_s,distance_km,latitude,longitude,altitude_m,ground_m,leg")
    #expect(csv.contains { $0.hasSuffix(",out") } && csv.contains { $0.hasSuffix(",back") })
    for line in csv.dropFirst() {
      let cells = line.split(separator: ",").prefix(6).compactMap { Double($0) }
      #expect(cells.count == 6 && cells[4] >= cells[5] - 0.01, "\(line)")
    }
    let run = try Program.atalaya.run(base + ["--format", "geojson"])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let features = try #require(json["features"] as? [[String: Any]])
    #expect(features.count == 2)
    for feature in features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      #expect(geometry["type"] as? String == "LineString")
      let places = try #require(geometry["coordinates"] as? [[Double]])
      #expect(places.allSatisfy { $0.count == 3 })
      let times = (feature["properties"] as? [String: Any])?["times_s"] as? [Double]
      #expect(times?.count == places.count)
    }
  }

  @Test func `GPX and KML hold the points of the table, by the name of the output`() throws {
    let workspace = try workspace()
    defer { withExtendedLifetime(workspace) {} }
    let base = ["route"] + ends + ["--scenario", workspace.path, "--aircraft", "h", "--return"]
    let csv = try Program.atalaya.run(base + ["--format", "csv"]).output.split(whereSeparator: \.isNewline)
    for (name, point) in [("way.gpx", "<rtept "), ("way.kml", ",")] {
      let path = workspace.path + "/" + name
      #expect(try Program.atalaya.run(base + ["--output", path]).status == 0)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(XMLParser(data: Data(text.utf8)).parse())
      // Two commas a point of KML, and two in the name of each of both ways.
      let count = text.components(separatedBy: point).count - 1
      #expect(count == (name == "way.gpx" ? csv.count - 1 : 2 * (csv.count - 1) + 4))
    }
  }

  @Test func `the scenario's wind counts unless another is stated`() throws {
    let workspace = try workspace("weather: { wind: 090/20kt }\n")
    defer { withExtendedLifetime(workspace) {} }
    let arguments = ends + ["--scenario", workspace.path, "--aircraft", "h"]
    let (blown, calm) = (try answer(arguments), try answer(arguments + ["--wind", "090/0kt"]))
    let times = [blown, calm].compactMap { $0["time_min"] as? Double }
    #expect(times.count == 2 && times[0] > times[1] * 1.1)
    let assumed = try #require(blown["assumed"] as? [String])
    #expect(assumed.contains { $0.contains("the scenario’s wind") })
  }

  @Test func `what keeps an asset from a strip is told as a warning`() throws {
    let workspace = try workspace("weather: { isa_deviation_k: 20 }\n")
    defer { withExtendedLifetime(workspace) {} }
    // No hover ceilings are stated for it.
    let text = try Program.atalaya.run(["route"] + ends + ["--scenario", workspace.path, "--aircraft", "h"])
    #expect(text.status == 0)
    #expect(text.output.contains("warning"))
  }

  @Test(arguments: [
    (["--ceiling", "150m"], "ceiling"), (["--airspeed", "10kt", "--wind", "090/60kt"], "wind"),
  ])
  func `where there is no route the reason is told`(options: [String], word: String) throws {
    let workspace = try workspace()
    defer { withExtendedLifetime(workspace) {} }
    let run = try Program.atalaya.run(
      ["route"] + ends + ["--scenario", workspace.path, "--aircraft", "h"] + options)
    #expect(run.status == 1)
    #expect(run.errors.contains(word), "\(run.errors)")
  }

  @Test(arguments: [
    (#"{"lower": 100}"#, "Polygon", "lower"), (#"{"bottom_m": "FL80"}"#, "Polygon", "FL80"),
    ("{}", "LineString", "polygon"),
  ])
  func `an area whose limits would not be read is refused`(properties: String, kind: String, word: String) throws {
    let workspace = try workspace()
    defer { withExtendedLifetime(workspace) {} }
    let line = "[[-74.1, -12.1], [-73.9, -12.1], [-73.9, -11.9], [-74.1, -12.1]]"
    let geometry = #"{"type": "\#(kind)", "coordinates": \#(kind == "Polygon" ? "[\(line)]" : line)}"#
    let text =
      #"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": \#(properties), "geometry": \#(geometry)}]}"#
    try Data(text.utf8).write(to: URL(fileURLWithPath: workspace.path + "/a.geojson"))
    let run = try Program.atalaya.run(
      ["route"] + ends + ["--scenario", workspace.path, "--aircraft", "h", "--avoid", workspace.path + "/a.geojson"])
    #expect(run.status == 1 && run.errors.contains(word), "\(run.errors)")
  }

  @Test func `a file is what its name says, or is refused with the names there are`() throws {
    let workspace = try workspace()
    defer { withExtendedLifetime(workspace) {} }
    let base = ["route"] + ends + ["--scenario", workspace.path, "--aircraft", "h", "--output"]
    let drawn = try Program.atalaya.run(base + [workspace.path + "/way.SVG"])
    #expect(drawn.status == 0 && drawn.output.isEmpty, "\(drawn.errors)")
    let svg = try String(contentsOfFile: workspace.path + "/way.SVG", encoding: .utf8)
    for part in ["p-ground", "p-lowest", "p-seen", "p-ceiling", "p-straight"] {
      #expect(svg.contains("class=\"\(part)\""), "\(part)")
    }
    // The wall under the straight line is 5,000 m high, and the way around it stays low.
    #expect(svg.contains("5000 m") && svg.contains("ceiling 4500 m"))
    let other = [
      base + [workspace.path + "/way.jpg"],
      ["profile", "-12, -74.2", "-12, -73.8", "--dem", workspace.path + "/wall.asc", "-o", workspace.path + "/p.png"],
    ]
    for arguments in other {
      let run = try Program.atalaya.run(arguments)
      #expect(run.status == 64 && run.errors.contains(".csv") && run.errors.contains(".svg"), "\(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: workspace.path + "/way.jpg"))
  }

  @Test func `wrong options are told together`() throws {
    let run = try Program.atalaya.run([
      "route", "-12, -74.2", "-12, -73.8", "--airspeed", "0km/h", "--clearance", "0m", "--time", "25:00",
    ])
    #expect(run.status == 64)
    for word in ["--dem", "--airspeed", "--clearance", "--time", "--scenario"] {
      #expect(run.errors.contains(word), "\(word) in \(run.errors)")
    }
  }
}
