import Foundation
import TestSupport
import Testing

/// What `--to` prints, two numbers.
private func printed(_ place: String, _ system: String) throws -> String {
  let outcome = try Tool.run("locate", place, "--to", system)
  let line = try #require(outcome.output.split(separator: "\n").first { $0.hasPrefix(system) }, "\(outcome)")
  return line.dropFirst(system.count).split(separator: " ").prefix(2).joined(separator: " ")
}

@Test(arguments: [
  "EPSG:4326", "EPSG:4258", "EPSG:4269", "EPSG:4979", "OGC:CRS84", "EPSG:9518", "EPSG:9707", "EPSG:4326+5773",
  "EPSG:4807", "EPSG:32633", "EPSG:25833", "EPSG:3035", "EPSG:2180", "EPSG:31468", "EPSG:3857",
])
func `what --to prints is what --from reads, to a few centimetres`(system: String) throws {
  let numbers = try printed("51.123456, 14.654321", system)
  let back = try Tool.run("locate", numbers, "--from", system, "--format", "json")
  #expect(back.status == 0, "\(back)")
  let answer = try #require(try JSONSerialization.jsonObject(with: Data(back.output.utf8)) as? [String: Any])
  let latitude = try #require(answer["latitude"] as? Double)
  let longitude = try #require(answer["longitude"] as? Double)
  // Eight decimals of a degree are a millimetre; a projection's way back and forth through a datum adds some: 0.1 m.
  #expect(abs(latitude - 51.123456) < 1e-6 && abs(longitude - 14.654321) < 1.4e-6, "\(numbers)")
}

@Test(arguments: ["EPSG:9518", "EPSG:9707", "EPSG:4326+5773", "EPSG:4269+5703", "EPSG:4979"])
func `degrees of systems with heights have eight decimals`(system: String) throws {
  let numbers = try printed("40.123456789, -100.987654321", system).split(separator: " ")
  #expect(numbers.allSatisfy { $0.split(separator: ".").last?.count == 8 }, "\(numbers)")
}

@Test func `with a comma latitude comes first, without one the order of --to holds and is said`() throws {
  let latitudeFirst = try Tool.run("locate", "51.123456, 14.654321", "--from", "EPSG:4258")
  #expect(latitudeFirst.output.contains("51.1234560, 14.6543210") && latitudeFirst.errors.isEmpty)
  let longitudeFirst = try Tool.run("locate", "14.654321 51.123456", "--from", "EPSG:4258")
  #expect(longitudeFirst.output.contains("51.1234560, 14.6543210"))
  #expect(longitudeFirst.errors.contains("longitude 14.654321, latitude 51.123456"))
  #expect(try Tool.run("locate", "51.1 120", "--from", "EPSG:4258").status == 64)
}

@Test func `what locate prints it reads, in every band`() throws {
  // Band S, from 32° to 40° N, among them: its letter is that of the southern hemisphere too.
  for latitude in stride(from: -78.0, through: 82, by: 8) {
    let run = try Tool.run("locate", "\(latitude), -3.7")
    let lines = run.output.split(whereSeparator: \.isNewline).map {
      $0.drop { $0 != " " }.trimmingCharacters(in: .whitespaces)
    }
    #expect(run.status == 0 && lines.count == 4, "\(run)")
    for text in lines {
      let back = try Tool.run("locate", text, "--format", "json")
      let answer = try JSONSerialization.jsonObject(with: Data(back.output.utf8)) as? [String: Any]
      // An MGRS square of a metre has its centre up to 0.7 m away.
      #expect(abs((answer?["latitude"] as? Double ?? 999) - latitude) < 1e-5, "\(text): \(back)")
    }
  }
}

@Test func `coverage takes a height that is not an altitude band`() throws {
  // Between the bands of 150 m and 300 m: as much as it sees there, by a radar sees more the higher a target is.
  let run = try Tool.run(
    "coverage", Tool.sample, "--height", "750ft", "--height", "150m", "--height", "300m", "--format", "csv")
  #expect(run.status == 0, "\(run)")
  let rows = run.output.split(whereSeparator: \.isNewline).map {
    $0.split(separator: ",", omittingEmptySubsequences: false)
  }
  let head = try #require(rows.first)
  let (height, area, radars) = (
    try #require(head.firstIndex(of: "height_agl_m")), try #require(head.firstIndex(of: "area_km2")),
    try #require(head.firstIndex(of: "seen_by_at_least"))
  )
  func seen(_ metres: Double) throws -> Double {
    try #require(
      rows.dropFirst().first { Double($0[height]).map { abs($0 - metres) < 0.01 } == true && $0[radars] == "1" }
        .flatMap { Double($0[area]) })
  }
  #expect(try seen(150) < seen(228.6) && seen(228.6) < seen(300))
}

@Test func `a height of coverage may have a unit, and a bare number is metres`() throws {
  let rows = try ["300", "300m", "0.3 km", "300 m AGL"].map { height in
    try Tool.run("coverage", Tool.sample, "--height", height, "--format", "csv")
  }
  #expect(rows.allSatisfy { $0.status == 0 && $0.output == rows[0].output })
  #expect(rows[0].errors.contains("--height 300 is taken as 300 m") && !rows[1].errors.contains("is taken as"))
  #expect(try Tool.run("coverage", Tool.sample, "--height", "300 kg").status == 64)
}
