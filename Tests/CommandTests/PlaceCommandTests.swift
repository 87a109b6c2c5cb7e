import Foundation
import TestSupport
import Testing

@Suite struct PlaceCommandTests {
  @Test func `the sample gets a list within its budget, a bound above its value, and files`() throws {
    let workspace = try Workspace()
    let outcome = try Tool.run(
      "place", Tool.sample, "--budget", "USD 71M", "--objective", "track", "--seconds", "1", "--format", "json",
      "--quiet", "--output", workspace.path + "/list")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let json = try workspace.json("list/place.json")
    let printed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? NSDictionary
    #expect(printed == json as NSDictionary)
    let value = try #require(json["value"] as? Double)
    let (bound, today) = (try #require(json["bound"] as? Double), try #require(json["value_today"] as? Double))
    #expect(bound >= value && today < value)
    let purchases = try #require(json["purchases"] as? [[String: Any]])
    let prices = purchases.compactMap { $0["price_m"] as? Double }
    #expect(prices.count == purchases.count && !prices.isEmpty)
    let cost = try #require(json["cost"] as? Double)
    // Prices are told to the unit.
    #expect(abs(prices.reduce(0, +) * 1e6 - cost) < 1 && cost <= 71e6)
    #expect(Set(purchases.compactMap { $0["site"] as? String }).count == purchases.count)
    #expect((json["prices"] as? [[String: Any]])?.compactMap { $0["price"] as? String } == ["low", "base", "high"])

    #expect(
      workspace.names("list") == [
        "place.json", "prices.csv", "purchases.csv", "purchases.geojson", "purchases.gpkg", "without.csv",
      ])
    let map = try workspace.json("list/purchases.geojson")
    let features = try #require(map["features"] as? [[String: Any]])
    let sites = features.compactMap { ($0["properties"] as? [String: Any])?["site"] as? String }
    #expect(sites == purchases.compactMap { $0["site"] as? String })
  }

  @Test func `wrong questions are refused before anything is looked at`() throws {
    let zero = try Tool.run("place", Tool.sample, "--budget", "USD 0")
    #expect(zero.status == 1 && zero.errors.contains("above zero"))
    let small = try Tool.run("place", Tool.sample, "--budget", "USD 1M")
    #expect(small.status == 1 && small.errors.contains("cheapest radar"))
    let euros = try Tool.run("place", Tool.sample, "--budget", "EUR 71M")
    #expect(euros.status == 1 && euros.errors.contains("in USD"))
    #expect(try Tool.run("place", Tool.sample, "--budget", "much").status == 64)
    #expect(try Tool.run("place", Tool.sample, "--budget", "71M", "--objective", "beauty").status == 64)
    #expect(try Tool.run("place", Tool.sample, "--budget", "71M", "--height", "300 m").status == 64)
  }
}
