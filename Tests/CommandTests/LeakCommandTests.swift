import Foundation
import TestSupport
import Testing

@Suite struct LeakCommandTests {
  @Test func `the sample's ways in are told in every format, and as layers`() throws {
    let workspace = try Workspace()
    let outcome = try Tool.run(
      "leak", Tool.sample, "--height", "300 m, 600 m", "--speed", "240 km/h", "--step", "15 km", "--candidates", "3",
      "--type", "gm200", "--format", "json", "--quiet", "--output", workspace.path + "/leak")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let json = try workspace.json("leak/leak.json")
    #expect(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? NSDictionary == json as NSDictionary)
    let strips = try #require(json["strips"] as? [[String: Any]])
    let candidates = try #require(json["candidates"] as? [[String: Any]])
    #expect(strips.count == 15)
    for strip in strips {
      let (seen, length) = (strip["seen_km"] as? Double ?? -1, strip["length_km"] as? Double ?? -1)
      #expect(seen >= 0 && seen <= length && length > 100)
      let (exposure, minutes) = (strip["exposure_km"] as? Double ?? -1, strip["exposure_min"] as? Double ?? -1)
      // 240 km/h are 4 km a minute; minutes to two decimals, kilometres to three.
      #expect(abs(exposure / 4 - minutes) < 0.006)
      #expect(strip["bound_km"] as? Double ?? 1e9 <= exposure)
    }
    #expect(candidates.allSatisfy { $0["type"] as? String == "gm200" } && candidates.count > 20)
    let unseen = candidates.map { candidate in
      strips.count { strip in candidate["exposure_\(strip["strip"] as? String ?? "")_km"] as? Double == 0 }
    }
    #expect(candidates.map { $0["strips_unseen"] as? Int } == unseen)
    let ranks = zip(candidates, unseen).map { candidate, unseen in
      (-unseen, candidate["worst_gain_km"] as? Double ?? 0, candidate["mean_gain_km"] as? Double ?? 0)
    }
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(
      workspace.names("leak") == ["candidates.csv", "leak.csv", "leak.geojson", "leak.gpkg", "leak.json"])
    let features = try #require(try workspace.json("leak/leak.geojson")["features"] as? [[String: Any]])
    for (feature, strip) in zip(features, strips) {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let line = try #require(geometry["coordinates"] as? [[Double]])
      #expect((feature["properties"] as? [String: Any])?["strip"] as? String == strip["strip"] as? String)
      // The border lies in the east, where every way begins.
      #expect(line[0][0] > line[line.count - 1][0])
    }
  }

  @Test func `what is wrong is told before anything is looked at`() throws {
    #expect(try Tool.run("leak").status == 64)
    #expect(try Tool.run("leak", Tool.sample, "--height", "low").status == 64)
    #expect(try Tool.run("leak", Tool.sample, "--height", "-10 m").status == 64)
    #expect(try Tool.run("leak", Tool.sample, "--speed", "0 km/h").status == 64)
    #expect(try Tool.run("leak", Tool.sample, "--type", "gm200").status == 64)
    let type = try Tool.run("leak", Tool.sample, "--candidates", "1", "--type", "gm2000")
    #expect(type.status == 1 && type.errors.contains("gm200,"))
    let proposals = try Tool.run("leak", Tool.sample, "--candidates", "1", "--propose", "5")
    #expect(proposals.status == 1 && proposals.errors.contains("terrain"))
    #expect(try Tool.run("place", Tool.sample, "--budget", "71M", "--spacing", "5 km").status == 64)
    let purchase = try Tool.run("leak", Tool.sample, "--purchase", "plan-2015")
    #expect(purchase.status == 1 && purchase.errors.contains("plan-2014"))
  }
}
