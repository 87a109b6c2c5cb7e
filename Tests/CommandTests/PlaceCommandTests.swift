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

  @Test func `Ctrl-C prints the best so far`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.atalaya.path)
    process.arguments = [
      "place", Tool.sample, "--budget", "USD 71M", "--objective", "track", "--seconds", "300", "--format", "json",
    ]
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    // A search that would last for minutes tells how far it is; then it is asked to stop.
    var told = ""
    while !told.contains("placing"), process.isRunning {
      told += String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    }
    kill(process.processIdentifier, SIGINT)
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["status"] as? String == "interrupted")
    #expect((json["purchases"] as? [Any])?.isEmpty == false && json["value"] is Double)
  }

  /// The starter's island without the radar that stands there, and with two sites more: four gap fillers of 4.5 million to buy.
  private func island(_ workspace: Workspace) throws -> String {
    let folder = workspace.path + "/island"
    #expect(try Tool.run("init", folder).status == 0)
    let sites = """
      id,latitude,longitude,elevation_m
      east-cape,40.05,-29.45,60
      south-ridge,39.70,-30.10,310
      west-point,40.05,-30.70,50
      reef,38.90,-29.70,5

      """
    try Data(sites.utf8).write(to: URL(fileURLWithPath: folder + "/sites.csv"))
    return folder
  }

  @Test func `plans, years and measures come with the list`() throws {
    let workspace = try Workspace()
    let island = try island(workspace)
    let mine = workspace.path + "/mine.yaml"
    try Data("radars: [{ site: reef, type: gap-filler }]\n".utf8).write(to: URL(fileURLWithPath: mine))
    let outcome = try Tool.run(
      "place", island, "--stages", "6M,9M", "--objective", "track", "--seconds", "0.3", "--compare",
      "two-gap-fillers", mine, "--format", "json", "--quiet", "--output", workspace.path + "/list")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try workspace.json("list/place.json")
    #expect(json["budget"] as? Double == 15e6)
    let stages = try #require(json["stages"] as? [[String: Any]])
    let costs = stages.compactMap { $0["cost_so_far_m"] as? Double }
    #expect(costs.count == 2 && costs[0] <= 6 && costs[1] <= 15 && costs[0] < costs[1])
    let plans = try #require(json["plans"] as? [[String: Any]])
    #expect(plans.compactMap { $0["plan"] as? String } == ["two-gap-fillers", "mine"])
    for plan in plans {
      let (value, bound) = (try #require(plan["value"] as? Double), try #require(plan["bound"] as? Double))
      #expect(value <= bound)
    }
    let names = workspace.names("list")
    #expect(names.contains("stages.csv") && names.contains("plans.csv"))
    let unknown = try Tool.run("place", Tool.sample, "--budget", "71M", "--compare", "plan-2041")
    #expect(unknown.status == 1 && unknown.errors.contains("plan-2041") && unknown.errors.contains("plan-2014"))
    let broken = workspace.path + "/broken.yaml"
    try Data("radars: [{ site: nowhere, type: saber-m200 }, { site: iberia, type: none }]\n".utf8).write(
      to: URL(fileURLWithPath: broken))
    let many = try Tool.run(
      "place", Tool.sample, "--budget", "71M", "--compare", "plan-2041", broken, "plan-2014", "plan-2042")
    #expect(many.status == 1)
    for fault in ["plan-2041", "plan-2042", "“nowhere”", "“none”"] {
      #expect(many.errors.contains(fault), "\(many.errors)")
    }
    #expect(try Tool.run("place", Tool.sample, "--stages", "20M,,1M").status == 64)
    #expect(try Tool.run("place", Tool.sample).status == 64)
  }

  @Test func `gains of the worst route are parts of its value everywhere`() throws {
    let workspace = try Workspace()
    let outcome = try Tool.run(
      "place", island(workspace), "--budget", "14M", "--objective", "worst-route", "--seconds", "1", "--format", "json",
      "--quiet", "--output", workspace.path + "/list")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try workspace.json("list/place.json")
    #expect(json["unit"] as? String == "share")
    let (value, today) = (try #require(json["value"] as? Double), try #require(json["value_today"] as? Double))
    let purchases = try #require(json["purchases"] as? [[String: Any]])
    let gains = purchases.compactMap { $0["gain"] as? Double }
    #expect(gains.count == 3 && today == 0 && value > 0)
    // Gains are told to six decimals.
    #expect(abs(today + gains.reduce(0, +) - value) < 1e-6 * Double(gains.count + 1) && gains.count == purchases.count)
    #expect(abs((purchases.last?["covered_so_far"] as? Double ?? today) - value) < 1e-6)
  }

  /// One radar type and one site, both with commas and quotes in their ids, and a flight far from everything.
  private func odd(price: String = "price: USD 2M", site: String = "position: \"-12, -74\"") -> String {
    """
    atalaya: 1
    name: Odd
    currency: USD
    ground_elevation: 0 m
    layers:
      radar_types:
        - { id: 'far, "new"', kind: primary, instrumented_range: 60 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 10 m, \(price) }
      sites:
        - { id: 'hill, "north"', \(site) }
      aircraft:
        - { id: light, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
      strips: [{ id: s, position: "20, 20" }]
      routes: [{ id: r, altitude: 300 m AGL, points: ["21, 20", "20, 20"] }]
      flights: [{ id: f, aircraft: light, strip: s, inbound: r, landing: "08:00", ground_time: 8 min }]
    """
  }

  @Test func `what nothing covers and odd ids are no trouble`() throws {
    let workspace = try Workspace(scenario: odd())
    let blind = try Tool.run(
      "place", workspace.path, "--budget", "3M", "--objective", "track", "--format", "json", "--quiet")
    #expect(blind.status == 0, "\(blind.errors)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(blind.output.utf8)) as? [String: Any])
    #expect(json["value"] as? Double == 0 && json["bound"] as? Double == 0 && json["status"] as? String == "optimal")
    #expect((json["purchases"] as? [Any])?.isEmpty == true)
    let area = try Tool.run(
      "place", workspace.path, "--budget", "3M", "--objective", "area", "--format", "csv", "--quiet")
    #expect(
      area.status == 0 && area.output.contains("\"hill, \"\"north\"\"\"")
        && area.output.contains("\"far, \"\"new\"\"\""))
  }

  @Test func `catalogues that sell nothing are refused with what to do`() throws {
    let free = try Workspace(scenario: odd(price: "price: USD 0"))
    let gift = try Tool.run("place", free.path, "--budget", "1", "--objective", "area", "--format", "json", "--quiet")
    let negative = try Workspace(scenario: odd(price: "price: USD -2M"))
    let owed = try Tool.run("place", negative.path, "--budget", "3M")
    #expect(owed.status == 1 && owed.errors.contains("price"))
    // A radar for nothing is taken.
    #expect(gift.status == 0)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(gift.output.utf8)) as? [String: Any])
    #expect(json["cost"] as? Double == 0 && (json["purchases"] as? [Any])?.count == 1)
    let unpriced = try Workspace(scenario: odd(price: "minimum_range: 1 km"))
    let none = try Tool.run("place", unpriced.path, "--budget", "3M")
    #expect(none.status == 1 && none.errors.contains("price"))
    let taken = try Workspace(scenario: odd(site: "position: \"-12, -74\", radar: 'far, \"new\"'"))
    let full = try Tool.run("place", taken.path, "--budget", "3M")
    #expect(full.status == 1 && full.errors.contains("free for a radar"))
  }
}
