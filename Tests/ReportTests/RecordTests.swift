import Foundation
import GeoFiles
import Planning
import Testing
import Units

@testable import Report

/// A plan whose purchase is made, on a smooth Earth or over hills.
private func plan(overTerrain: Bool) async throws -> Plan {
  overTerrain ? try await HillPlans.whole : try await SamplePlans.plan(purchase: "plan-2014")
}

/// plan.json as another reader has it, and what its objects and the tables' rows have in common.
private struct Documents {
  let json: [String: Any]

  init(_ plan: Plan) throws {
    json = try #require(try JSONSerialization.jsonObject(with: Data(plan.json.utf8)) as? [String: Any])
  }

  func list(_ key: String) throws -> [[String: Any]] { try #require(json[key] as? [[String: Any]]) }

  /// What the units of keys are in metres, seconds and square metres.
  static let units: [String: (kind: String, size: Double)] = [
    "km2": ("area", 1e6), "m2": ("area", 1), "km": ("length", 1000), "m": ("length", 1), "min": ("time", 60),
    "s": ("time", 1), "deg": ("angle", 1),
  ]

  /// The name without its unit, and the unit; "" for none.
  static func parts(_ key: String) -> (stem: String, unit: String) {
    let end = key.split(separator: "_").last.map(String.init) ?? ""
    return units[end] == nil ? (key, "") : (String(key.dropLast(end.count + 1)), end)
  }

  /// The figures that a row of a table and an object have in common by name and that differ.
  /// - Parameter common: The names that were compared.
  static func differences(
    _ row: [String: String], _ object: [String: Any], _ common: inout Set<String>
  ) -> [String] {
    var found: [String] = []
    for (key, text) in row {
      let (stem, unit) = parts(key)
      let twins = object.filter { twin, _ in
        parts(twin).stem == stem && units[parts(twin).unit]?.kind == units[unit]?.kind
      }
      guard let (twin, value) = twins.first(where: { $0.key == key }) ?? twins.first, !(value is [Any]) else {
        continue
      }
      common.insert(key)
      let isSame: Bool
      if value is NSNull {
        isSame = text.isEmpty
      } else if let words = value as? String {
        isSame = text == words
      } else if ["yes", "no"].contains(text) {
        isSame = value as? Bool == (text == "yes")
      } else if let number = value as? Double, let cell = Double(text) {
        // Half of the last decimal of each: tables have 2 of minutes and square kilometres, 3 of kilometres, 6 of degrees
        // and whole metres at least, plan.json 3, of degrees 7.
        let (from, to) = (units[unit]?.size ?? 1, units[parts(twin).unit]?.size ?? 1)
        let step = ["min": 0.005, "km": 0.0005, "km2": 0.005, "m": 0.5][unit] ?? 5e-7
        let fine = unit.isEmpty ? 5e-8 : 0.0005
        isSame = abs(cell * from - number * to) <= (step * from + fine * to) * 1.001
      } else {
        isSame = false
      }
      if !isSame { found.append("\(key): \(text), but \(twin): \(value)") }
    }
    return found
  }
}

@Suite struct RecordTests {
  /// A row with one figure of most kinds.
  private struct Row {
    var name: String
    var way: Length?
    var time: Duration
  }

  private static var record: Record<Row> {
    [
      .text("name", \.name, heading: "name", csv: true, json: true, gis: true),
      .length(
        "way", \.way, heading: "way", csv: .kilometres(2), console: 1, json: true, gis: .kilometres(1),
        meaning: "How far."),
      .clock("begin", \.time, csv: true, json: .after("name"), gis: true),
    ]
  }

  @Test func `one line of a list reaches table, CSV, JSON, schema and layer with its units`() throws {
    let rows = [Row(name: "a", way: .metres(1234.5678), time: .minutes(61)), Row(name: "b", way: nil, time: .zero)]
    let table = Self.record.table(rows)
    #expect(table.csv == "name,way_km,begin_local\r\na,1.23,01:01:00\r\nb,,00:00:00\r\n")
    #expect(table.text() == "name  way\n       km\n────  ───\na     1.2\nb       –\n")
    #expect(
      Self.record.object(rows[0]).compact
        == "{\"name\":\"a\",\"begin_s\":3660,\"begin_local\":\"01:01:00\",\"way_m\":1234.568}")
    #expect(Self.record.object(rows[1]).compact.hasSuffix("\"way_m\":null}"))
    let schema = Self.record.schema.compact
    #expect(schema.contains("\"required\":[\"name\",\"begin_s\",\"begin_local\",\"way_m\"]"))
    #expect(
      schema.contains(
        "\"way_m\":{\"anyOf\":[{\"type\":\"number\",\"minimum\":0},{\"type\":\"null\"}],\"description\":\"How far.\"}"))
    let layer = Self.record.layer("l", "", .none, rows.map { ($0, nil) })
    #expect(layer.fields == [.init("name", .text), .init("way_km", .real), .init("begin", .text)])
    #expect(layer.rows.map(\.values) == [["a", .real(1.2), "01:01"], ["b", .null, "00:00"]])
  }

  @Test(.enabled(if: Python.isHere, "no Python"), arguments: [false, true])
  func `tables and plan.json agree in every figure that they have in common`(overTerrain: Bool) async throws {
    let plan = try await plan(overTerrain: overTerrain)
    let documents = try Documents(plan)
    func check(_ table: ReportTable?, _ objects: [[String: Any]], atLeast names: Set<String>) throws {
      let lines = try Python.csv(try #require(table).csv)
      let (head, rows) = (try #require(lines.first), lines.dropFirst())
      #expect(rows.count == objects.count && !rows.isEmpty)
      var (common, differences): (Set<String>, [String]) = ([], [])
      for (row, object) in zip(rows, objects) {
        let cells = Dictionary(uniqueKeysWithValues: zip(head, row))
        differences += Documents.differences(cells, object, &common)
      }
      #expect(differences.prefix(3) == [] && names.isSubset(of: common), "\(names.subtracting(common))")
    }

    try check(
      plan.responseTable, try documents.list("responses"),
      atLeast: [
        "strip", "base", "asset", "period", "distance_km", "readiness_min", "departure_min", "cruise_min",
        "landing_min",
        "block_min", "total_min", "arrival", "reachable",
      ])
    try check(
      plan.requiredTable,
      try documents.list("required_detection").map { row in
        (row["over_terrain"] as? [String: Any] ?? [:]).merging(row) { _, own in own }
      },
      atLeast: ["strip", "flight", "period", "asset", "chain_min", "lead_time_min", "along_route_km", "direct_km"])
    let windows = try documents.list("flights").flatMap { flight -> [[String: Any]] in
      let own = flight.filter { !["aircraft", "verdict", "id", "name"].contains($0.key) }
      return try #require(flight["assets"] as? [[String: Any]]).map { $0.merging(own) { part, _ in part } }
    }
    try check(
      plan.windowTable, windows,
      atLeast: [
        "strip", "first_detection_local", "warning_min", "ordered_local", "landing_local", "takeoff_local", "base",
        "asset", "period", "verdict", "airborne_local", "arrival_local", "slack_min", "response_min",
        "mission_end_local", "busy_with", "busy_until_local",
      ])
    if overTerrain {
      let places = try documents.list("flights").flatMap { try #require($0["route_floors"] as? [[String: Any]]) }
      try check(
        plan.routeTable, places, atLeast: ["along_km", "latitude", "longitude", "ground_amsl_m", "aircraft_amsl_m"])
    }
    let bands = try #require((documents.json["coverage"] as? [String: Any])?["bands"] as? [[String: Any]])
    let rings = try bands.flatMap { band in
      try #require(band["rings"] as? [[String: Any]]).map { $0.merging(band) { ring, _ in ring } }
    }
    try check(
      plan.coverageTable.filtered("scope", among: ["radar"]), rings,
      atLeast: [
        "height_agl_m", "station", "inner_radius_km", "outer_radius_km", "median_radius_km", "limit", "area_km2",
      ])
  }

  @Test(arguments: [false, true])
  func `layers and tables agree in every figure that they have in common`(overTerrain: Bool) async throws {
    let plan = try await plan(overTerrain: overTerrain)
    let layers = try GeoLayers(plan)
    func check(_ layer: OutputLayer, _ table: ReportTable, atLeast names: Set<String>) throws {
      let lists = try JSONSerialization.jsonObject(with: Data(table.json.utf8))
      let rows = try #require(lists as? [[String: Any]])
      #expect(rows.count == layer.rows.count && !rows.isEmpty)
      var common: Set<String> = []
      for (row, values) in zip(rows, layer.rows.map(\.values)) {
        for (field, value) in zip(layer.fields, values) {
          guard let cell = row[field.name] else { continue }
          common.insert(field.name)
          switch value {
          // Layers round areas to 0.1 km².
          case .real(let number): #expect(abs(number - (cell as? Double ?? .nan)) <= 0.0501, "\(field.name)")
          case .integer(let number): #expect(number == cell as? Int, "\(field.name)")
          case .text(let text): #expect(text == cell as? String, "\(field.name)")
          case .null: #expect(cell is NSNull, "\(field.name)")
          }
        }
      }
      #expect(names.isSubset(of: common))
    }
    let radars = plan.coverageTable.filtered("scope", among: ["radar"])
    try check(
      layers.rings, radars, atLeast: ["inner_radius_km", "outer_radius_km", "median_radius_km", "limit", "area_km2"])
    if overTerrain {
      try check(
        layers.routeFloors, try #require(plan.routeTable),
        atLeast: ["leg", "along_km", "ground_amsl_m", "aircraft_amsl_m", "floor_amsl_m", "above_floor_m"])
    }
  }

  @Test(.enabled(if: SchemaValidator.isHere, "no Python with jsonschema"))
  func `rows of tables in JSON follow the schemas of their lists`() async throws {
    for overTerrain in [false, true] {
      let plan = try await plan(overTerrain: overTerrain)
      let tables: [(String, ReportTable, JSON)] = [
        ("responses", plan.responseTable, plan.responseRecord.rowSchema()),
        (
          "windows", plan.windowTable,
          Records.flightWindow(hasLimits: plan.hasLimitedMeetings, hasLooks: false).rowSchema()
        ),
        ("required", plan.requiredTable, Records.required.rowSchema()),
        ("coverage", plan.coverageTable, Records.coverageRow(isOverTerrain: overTerrain).rowSchema()),
      ]
      for (name, table, schema) in tables {
        // Optional columns are null in rows of another scope.
        let complaints = try SchemaValidator.complaints(table.json, schema: JSON.list(of: schema).text)
        #expect(complaints == [], "\(name)")
      }
    }
  }
}
