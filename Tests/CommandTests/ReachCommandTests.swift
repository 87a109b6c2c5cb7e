import Foundation
import TestSupport
import Testing

@Suite struct ReachCommandTests {
  @Test func `the sample's reach is told in every format, as rasters and as polygons`() throws {
    let workspace = try Workspace()
    let outcome = try Tool.run(
      "reach", Tool.sample, "--limits", "60,30", "--assets", "mazamari-mi17,pichari-mi171", "--period", "day", "--step",
      "20 km", "--format", "json", "--quiet", "--output", workspace.path + "/reach")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let json = try workspace.json("reach/reach.json")
    #expect(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? NSDictionary == json as NSDictionary)
    #expect(json["limits_min"] as? [Double] == [30, 60])
    let names = workspace.names("reach")
    for name in [
      "reach-all-day.tif", "reach-base-mazamari-day.tif", "reach-asset-pichari-mi171-day.tif", "reach.csv",
      "reach.geojson",
      "reach.gpkg", "reach_places.csv", "reach_without.csv", "reach_fallen.csv",
    ] { #expect(names.contains(name), "\(name)") }
    let features = try #require(try workspace.json("reach/reach.geojson")["features"] as? [[String: Any]])
    // All, two bases and two assets, each within two limits.
    #expect(features.count == 5 * 2)
    // The strips' times are those of the table of responses.
    let table = try Tool.run("response", Tool.sample, "--period", "day", "--format", "json")
    let responses = try #require(
      try JSONSerialization.jsonObject(with: Data(table.output.utf8)) as? [[String: Any]])
    for place in try #require(json["places"] as? [[String: Any]]) {
      let times = responses.filter {
        $0["strip"] as? String == place["place_id"] as? String && $0["reachable"] as? Bool == true
          && ["mazamari-mi17", "pichari-mi171"].contains($0["asset"] as? String ?? "")
      }.compactMap { $0["total_min"] as? Double }
      // Minutes of the table have two decimals.
      let time = place["time_min"] as? Double
      #expect(times.min().map { abs($0 - (time ?? -1)) < 0.006 } ?? (time == nil), "\(place)")
    }
  }

  @Test func `everything that is wrong with limits is told at once`() throws {
    let outcome = try Tool.run("reach", Tool.sample, "--limits", "15,-3,15,soon,3000", "--step", "1 m")
    #expect(outcome.status == 64)
    for part in ["-3", "twice", "soon", "3000", "--step"] {
      #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }
    let none = try Tool.run("reach", Tool.sample, "--assets", "pichari-mi17")
    #expect(none.status == 1 && none.errors.contains("pichari-mi171"))
  }
}
