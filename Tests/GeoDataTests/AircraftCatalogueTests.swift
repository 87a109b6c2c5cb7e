import Foundation
import Testing

/// The catalogue of aircraft, read without any of our own readers.
private struct Catalogue {
  static let certainties = ["manufacturer", "official", "corroborated", "derived", "secondary"]
  /// A figure of a type that is a number.
  struct Figure {
    var type: String
    var name: String
    /// SI: metres, kilograms, seconds, metres per second.
    var value: Double
    /// Of the row of a table; nil for a figure that has none.
    var at: Double?
    var row: Table.Row
  }

  let table: Table
  let figures: [Figure]
  var types: Set<String> { Set(table.rows.map { $0["id"] }) }

  init() throws {
    table = try Table("aircraft.csv", in: Table.folder.deletingLastPathComponent())
    figures = try table.rows.map { row in
      Figure(
        type: row["id"], name: row["figure"], value: try Self.amount(row["value"], row),
        at: row["at"].isEmpty ? nil : try Self.amount(row["at"], row), row: row)
    }
  }

  func values(_ name: String) -> [String: Double] {
    Dictionary(figures.filter { $0.name == name && $0.at == nil }.map { ($0.type, $0.value) }) { first, _ in first }
  }

  /// Units as NIST SP 811 (2008), appendix B.8, has them.
  private static func amount(_ text: String, _ row: Table.Row) throws -> Double {
    let units = [
      "km/h": 1 / 3.6, "ft/min": 0.3048 / 60, "m": 1, "ft": 0.3048, "km": 1000, "nmi": 1852, "kg": 1, "lb": 0.45359237,
      "min": 60,
    ]
    let parts = text.split(separator: " ")
    guard parts.count == 2, let number = Double(parts[0]), let unit = units[String(parts[1])] else {
      throw Table.Missing(what: "an amount in \(row): \(text)")
    }
    return number * unit
  }
}

@Test func `every figure of the aircraft catalogue says where it comes from and how sure it is`() throws {
  let catalogue = try Catalogue()
  for row in catalogue.table.rows {
    #expect(row["source"].count >= 8, "\(row)")
    #expect(Catalogue.certainties.contains(row["certainty"]), "\(row)")
    // What only one source at second hand gives says so; what two give names both.
    if row["certainty"] == "corroborated" { #expect(row["source"].contains("; "), "\(row)") }
    if row["certainty"] == "secondary" {
      #expect(row["condition"].contains("one source") && !row["source"].contains("; "), "\(row)")
    }
  }
}

@Test func `the aircraft catalogue has twenty-five types at least, helicopters and aeroplanes`() throws {
  let catalogue = try Catalogue()
  #expect(catalogue.types.count >= 25)
  for kind in ["helicopter", "aeroplane"] {
    #expect(Set(catalogue.table.rows.filter { $0["kind"] == kind }.map { $0["id"] }).count >= 10, "\(kind)")
  }
  let cruise = catalogue.values("cruise")
  #expect(Set(cruise.keys) == catalogue.types)
  for type in catalogue.types {
    let rows = catalogue.table.rows.filter { $0["id"] == type }
    #expect(Set(rows.map { $0["kind"] }).count == 1 && Set(rows.map { $0["name"] }).count == 1, "\(type)")
    let single = rows.filter { $0["at"].isEmpty }.map { $0["figure"] }
    #expect(Set(single).count == single.count, "\(type)")
  }
}

@Test func `the figures of the aircraft catalogue are physically possible together`() throws {
  let catalogue = try Catalogue()
  // Slower than any of them flies, faster than any propeller or rotor: metres and kilograms likewise.
  let bounds: [String: ClosedRange<Double>] = [
    "cruise": 40...170, "ceiling": 3000...13_000, "maximum_mass": 600...25_000, "range": 200_000...4_000_000,
    "required_runway": 200...1500, "climb_rate": 0.5...20, "hover_ige": 0...7000, "hover_oge": 0...7000,
    "engine_stop_limit": 2000...7000, "endurance": 3600...36_000,
  ]
  for figure in catalogue.figures {
    let bound = try #require(bounds[figure.name], "\(figure.row)")
    #expect(bound.contains(figure.value), "\(figure.row)")
  }
  let cruise = catalogue.values("cruise")
  for (type, range) in catalogue.values("range") {
    let hours = range / (try #require(cruise[type])) / 3600
    #expect((1.5...7).contains(hours), "\(type): \(hours) h")
    // Endurance at the speed of least fuel is no less than range at cruise.
    if let endurance = catalogue.values("endurance")[type] { #expect(endurance / 3600 > hours * 0.9, "\(type)") }
  }
}

@Test func `tables of the aircraft catalogue run the right way`() throws {
  let catalogue = try Catalogue()
  for type in catalogue.types {
    for name in ["hover_ige", "hover_oge", "climb_rate"] {
      let rows = catalogue.figures.filter { $0.type == type && $0.name == name }
      let sorted = try rows.map { (at: try #require($0.at, "\($0.row)"), value: $0.value) }.sorted { $0.at < $1.at }
      for (a, b) in zip(sorted, sorted.dropFirst()) {
        #expect(a.at < b.at && a.value > b.value, "\(type) \(name)")
      }
    }
    let hover = { (name: String) in catalogue.figures.filter { $0.type == type && $0.name == name } }
    for low in hover("hover_ige") {
      for high in hover("hover_oge") where high.at == low.at { #expect(high.value < low.value, "\(high.row)") }
    }
    let mass = catalogue.values("maximum_mass")[type]
    for row in hover("hover_ige") + hover("hover_oge") {
      if let mass, let at = row.at { #expect(at <= mass, "\(row.row)") }
    }
  }
}
