import Foundation
import Planning
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\nlayers:\n"

/// Whether a list holds a problem of a kind at a place.
private func has(
  _ list: [ScenarioProblem], _ code: ScenarioProblem.Code, _ file: String, line: Int? = nil, _ field: String? = nil
) -> Bool {
  list.contains { $0.code == code && $0.file == file && (line == nil || $0.line == line) && $0.field == field }
}

@Test func `every problem of a scenario is reported at once with its line`() throws {
  let yaml = """
    atalaya: 1
    name: Test
    ground_elevation: 560
    curency: USD
    layers:
      sites: sites.csv
      aircraft:
        - { id: a, kind: helicoptre, cruise: 120 }
        - { id: a, kind: aeroplane, cruise: 0 kt }
      bases:
        - { id: b, position: "95, 10" }
      assets:
        - { base: c, aircraft: a, readiness_day: soon }
    """
  let found = try problems(yaml, ["sites.csv": "id,latitude,longitude\ns,nan,10\nt,1,inf\n"])
  let yamlFile = "scenario.yaml"
  #expect(has(found, .value, yamlFile, line: 3, "ground_elevation"))
  #expect(has(found, .unknownField, yamlFile, line: 4, "curency"))
  #expect(has(found, .value, yamlFile, line: 8, "kind"))
  #expect(has(found, .value, yamlFile, line: 8, "cruise"))
  #expect(has(found, .range, yamlFile, line: 9, "cruise"))
  #expect(has(found, .duplicate, yamlFile, line: 9, "id"))
  #expect(has(found, .position, yamlFile, line: 11, "position"))
  #expect(has(found, .reference, yamlFile, line: 13, "base"))
  #expect(has(found, .value, yamlFile, line: 13, "readiness_day"))
  #expect(has(found, .position, "sites.csv", line: 2, "latitude"))
  #expect(has(found, .position, "sites.csv", line: 3, "longitude"))
  #expect(found.count == 11, "\(found)")
  // In the order of files and lines, scenario.yaml first.
  #expect(found.map { $0.file == yamlFile ? $0.line ?? 0 : 1000 + ($0.line ?? 0) }.adjacentPairsAscend)
}

extension [Int] {
  fileprivate var adjacentPairsAscend: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}

@Test func `a bare number names the units and the column that would state one`() throws {
  let found = try problems(head + "  bases: b.csv\n", ["b.csv": "id,latitude,longitude,elevation\nx,1,2,300\n"])
  let problem = try #require(found.first)
  #expect(found.count == 1)
  #expect(problem.description.hasPrefix("b.csv:2: elevation: "))
  for unit in ["m", "km", "ft", "nmi", "elevation_m"] { #expect(problem.remedy?.contains(unit) == true) }
}

@Test func `a missing column is one problem and not one per row`() throws {
  let rows = (0..<50).map { "b\($0),1,\($0)" }.joined(separator: "\n")
  let found = try problems(head + "  aircraft: a.csv\n", ["a.csv": "id,kind,velocity_kt\n" + rows])
  #expect(found.filter { $0.field == "cruise" }.count == 1)
  #expect(try problems(head + "  bases: b.csv\n", ["b.csv": "id,north,east\n" + rows]).map(\.field) == ["position"])
}

@Test func `a wrong reference names the nearest id`() throws {
  let yaml =
    head + """
        bases:
          - { id: mazamari, position: "-11.3, -74.5" }
        aircraft:
          - { id: mi-17, kind: helicopter, cruise: 225 km/h }
        assets:
          - { base: mazmari, aircraft: mi17, readiness_day: 15 min, readiness_night: none }
      """
  let found = try problems(yaml)
  #expect(found.count == 2)
  #expect(found[0].remedy?.contains("mazamari") == true && found[1].remedy?.contains("mi-17") == true)
}

@Test func `a reference to a row with errors is no second error`() throws {
  let yaml =
    head + """
        bases:
          - { id: b, position: "-91, 0" }
        aircraft:
          - { id: a, kind: helicopter, cruise: 225 km/h }
        assets:
          - { base: b, aircraft: a, readiness_day: 15 min, readiness_night: none }
      """
  #expect(try problems(yaml).count == 1)
}

@Test(arguments: [
  "atalaya: 1\nname: \"cut", "atalaya: 1\n\tname: tab", "atalaya: 1\nname: a\nname: b", "- a\n- b", "text", "",
  "---\n---\n",
  "a: *b", "? [a]\n: b", "\u{1}", "atalaya: 1\nname: x\n---\nname: y", "[[[[", "{a: {b: [", "%YAML 9.9\n---\na: b",
])
func `YAML that is no scenario is refused`(text: String) throws {
  #expect(try problems(text).isEmpty == false)
}

@Test func `nested aliases do not grow without bound`() throws {
  var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
  for level in 1...9 {
    lines.append(
      "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]")
  }
  let found = try problems(lines.joined(separator: "\n"))
  #expect(found.count == 1 && found[0].problem.contains("alias"))
}

@Test func `a document nested a hundred thousand deep is refused`() throws {
  #expect(try problems(String(repeating: "[", count: 100_000)).count == 1)
  #expect(try problems("a: " + String(repeating: "{a: ", count: 100_000)).count == 1)
  #expect(try problems(String(repeating: "- ", count: 100_000)).count == 1)
}

@Test func `a huge file and a file of noise are refused at once`() throws {
  let folder = try Scratch()
  let file = folder.folder.appendingPathComponent("scenario.yaml")
  // Sparse: its size is 100 MB, its content nothing.
  try Data().write(to: file)
  let handle = try FileHandle(forWritingTo: file)
  try handle.truncate(atOffset: 100_000_000)
  try handle.close()
  #expect { try Scenario.load(folder: folder.path) } throws: { error in
    (error as? ScenarioError)?.problems.map(\.code) == [.file]
  }
  try Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 73) }).write(to: file)
  #expect(throws: ScenarioError.self) { try Scenario.load(folder: folder.path) }
}

@Test func `a missing folder, a folder without a scenario and a missing layer are told apart`() throws {
  #expect { try Scenario.load(folder: "/no/such/folder") } throws: {
    "\($0)".contains("/no/such/folder: does not exist")
  }
  let folder = try Scratch(["notes.txt": "x"])
  #expect { try Scenario.load(folder: folder.path) } throws: { "\($0)".contains("scenario.yaml") }
  let found = try problems(head + "  sites: site.csv\n", ["sites.csv": "id,latitude,longitude\n"])
  #expect(found.count == 1 && found[0].remedy?.contains("sites.csv") == true)
}

@Test func `the path of scenario.yaml itself is accepted`() throws {
  let folder = try Scratch(["scenario.yaml": "atalaya: 1\nname: Empty"])
  #expect(try Scenario.load(folder: folder.path + "/scenario.yaml").name == "Empty")
}

@Test func `an empty scenario is valid and warned of`() throws {
  let scenario = try load("atalaya: 1\nname: Empty\n")
  #expect(
    Set(scenario.warnings.compactMap(\.field)) == ["layers.sites", "layers.bases", "layers.strips", "layers.flights"])
  let withTable = try load(head + "  sites: s.csv\n", ["s.csv": "id,latitude,longitude\n"])
  #expect(withTable.warnings.contains { $0.file == "s.csv" })
}

@Test(arguments: ["/dev/zero", ".", "\"\""])
func `a device, a folder and an empty name are no layers`(name: String) throws {
  let found = try problems(head + "  sites: \(name)\n")
  #expect(found.map(\.code) == [.file] && found.map(\.line) == [4])
}

@Test(arguments: ["", "\n", "\"a,b\n", "id,lat,lon\n\"a,1,2\n", "id\0,lat\n"])
func `a table or layer that is none is refused`(text: String) throws {
  #expect(try problems(head + "  sites: s.csv\n", ["s.csv": text]).count >= 1)
  #expect(try problems(head + "  border: s.geojson\n", ["s.geojson": text]).count == 1)
}

@Test func `an unknown coordinate reference system is named`() throws {
  let found = try problems(
    head + "  sites: { file: s.csv, crs: \"EPSG:999999\" }\n", ["s.csv": "id,x,y\na,1,2\n"])
  #expect(found.count == 1 && found[0].description.contains("999999"))
}

@Test func `a table that lacks half of its positions is told once, with the column that may be meant`() throws {
  let found = try problems(
    "atalaya: 1\nname: Test\nlayers:\n  strips: strips.csv\n",
    ["strips.csv": "id,name,latitud_e,longitude\na,A,1,2\nb,B,3,4\n"])
  #expect(found.count == 1, "\(found)")
  let problem = try #require(found.first)
  #expect(problem.field == "latitude" && problem.line == 1 && problem.remedy?.contains("latitud_e") == true)
}

@Test(arguments: [
  // Both halves, a half beside a whole position, and a whole one.
  ("latitud_e,longitud_e", "1,2", ["latitud_e", "longitud_e"]), ("position,latitud_e", "\"1, 2\",1", ["latitud_e"]),
  ("posicion", "\"1, 2\"", ["posicion"]),
])
func `columns of positions that are misspelled are each told once`(header: String, row: String, fields: [String]) throws
{
  let found = try problems(
    "atalaya: 1\nname: Test\nlayers:\n  strips: strips.csv\n", ["strips.csv": "id,\(header)\na,\(row)\nb,\(row)\n"])
  #expect(found.map(\.field) == fields && found.allSatisfy { $0.line == 1 }, "\(found)")
}
