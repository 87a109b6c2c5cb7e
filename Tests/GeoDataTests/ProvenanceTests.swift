import Foundation
import Testing

@Test(arguments: Table.names) func `every row says where it comes from`(name: String) throws {
  let table = try Table(name)
  #expect(table.columns.contains("source"))
  for row in table.rows {
    // Shorter than the shortest name of a source and its row is no source.
    #expect(row["source"].count >= 8, "\(row)")
    #expect(["yes", "no"].contains(row["approximate"]), "\(row)")
  }
}

@Test(arguments: Table.names) func `what is assumed is flagged as approximate`(name: String) throws {
  for row in try Table(name).rows where row["source"].contains("assumed") {
    // Only a runway's length, which no aircraft there has a need stated for, may be assumed for a base whose position is exact.
    if name == "bases.csv", row["source"].hasSuffix("runway length assumed") { continue }
    #expect(row["approximate"] == "yes", "\(row)")
  }
}

@Test func `ids are unique`() throws {
  for name in Table.names where name != "routes.csv" {
    let ids = try Table(name).rows.map { $0["id"] }
    #expect(Set(ids).count == ids.count, "\(name)")
    #expect(!ids.contains(""), "\(name)")
  }
}

@Test func `strips are synthetic, approximate and rounded so that none is an aim point`() throws {
  let strips = try Table("strips.csv").rows.filter { $0["id"] != "poyeni" }
  #expect((12...16).contains(strips.count))
  for strip in strips {
    #expect(strip["synthetic"] == "yes" && strip["approximate"] == "yes", "\(strip)")
    #expect(strip["source"].contains("drawn at random") && strip["source"].contains("20141027"), "\(strip)")
    #expect(!strip["district"].isEmpty, "\(strip)")
    for column in ["latitude", "longitude"] {
      let degrees = try strip.number(column)
      // 0.01 degrees; 1e-9 is the rounding of a product of that size.
      #expect(abs(degrees * 100 - (degrees * 100).rounded()) < 1e-9, "\(strip)")
    }
    let elevation = try strip.number("elevation_m")
    #expect(elevation.truncatingRemainder(dividingBy: 10) == 0, "\(strip)")
  }
}

@Test func `the border says that it is Natural Earth`() throws {
  let text = try String(contentsOf: Table.folder.appendingPathComponent("border.geojson"), encoding: .utf8)
  #expect(text.components(separatedBy: "\"source\": \"Natural Earth").count == 3)
}

@Test func `the sample stays small`() throws {
  let files = try FileManager.default.contentsOfDirectory(
    at: Table.folder.deletingLastPathComponent(), includingPropertiesForKeys: nil)
  let inside = try FileManager.default.contentsOfDirectory(at: Table.folder, includingPropertiesForKeys: nil)
  let bytes = try (files + inside).filter { !$0.hasDirectoryPath }.reduce(0) { try $0 + Data(contentsOf: $1).count }
  #expect(bytes > 10_000 && bytes < 300_000)
}
