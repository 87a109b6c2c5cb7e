import Foundation
import Interception
import Radar
import Response
import Scenario
import ScenarioSupport
import TestSupport
import Testing
import Units

@testable import ScenarioFiles

/// What random edits change in a scenario, and its warnings, to the last bit.
private func summary(_ scenario: Scenario) -> [String] {
  var lines = scenario.sites.map {
    "\($0.id) \($0.name) \($0.position) \($0.elevation as Any) \($0.antennaHeight as Any) \($0.tilt) \($0.radar?.id ?? "")"
  }
  lines += scenario.strips.map { "\($0.id) \($0.name) \($0.position) \($0.elevation as Any)" }
  lines += scenario.bases.map { "\($0.id) \($0.position) \($0.elevation as Any)" }
  lines += scenario.assets.map {
    "\($0.id) \($0.readinessByDay as Any) \($0.readinessByNight as Any) \($0.base.position)"
  }
  lines += scenario.routes.map { "\($0.id) \($0.points.map { "\($0.position) \($0.altitude as Any)" })" }
  lines += scenario.flights.map { "\($0.id) \($0.inbound.map(\.position)) \($0.outbound.map(\.position))" }
  lines += scenario.purchases.map { "\($0.id) \($0.items.map { "\($0.site.id) \($0.site.position) \($0.type.id)" })" }
  lines.append("\(scenario.alertChain.decision) \(scenario.onSceneTime) \(scenario.groundElevation)")
  return lines + scenario.warnings.map(\.description)
}

/// A random change that leaves the scenario one that can be read.
private func edit(_ draft: ScenarioDraft, _ random: inout SplitMix, _ number: Int) throws -> ScenarioEdit {
  func id(_ key: String) throws -> String { try #require(try draft.layer(key).ids.randomElement(using: &random)) }
  func place() -> String {
    "\(random.next(in: -13 ... -11).degreesText), \(random.next(in: -77 ... -73).degreesText)"
  }
  let minutes = "\(Int.random(in: 5...90, using: &random)) min"
  switch Int.random(in: 0...8, using: &random) {
  case 0: return .set(layer: "sites", id: try id("sites"), fields: ["position": place()])
  case 1: return .set(layer: "assets", id: try id("assets"), fields: ["readiness_day": minutes])
  case 2: return .set(layer: "sites", id: try id("sites"), fields: ["antenna_height": "\(number) m", "tilt": "1 deg"])
  case 3:
    return .set(layer: "strips", id: try id("strips"), fields: ["position": place(), "name": "a, \"b\" # \(number)"])
  case 4: return .set(layer: "routes", id: try id("routes"), fields: ["position": place()])
  case 5: return .setting(path: ["alert", "decision"], value: minutes)
  case 6: return .setting(path: ["on_scene_time"], value: minutes)
  case 7: return .add(layer: "sites", fields: ["id": "new-\(number)", "position": place(), "radar": "saber-m60"])
  default: return .set(layer: "bases", id: try id("bases"), fields: ["elevation": "\(number) m", "position": place()])
  }
}

@Test(arguments: ["lima", "vraem"])
func `after random edits a draft says what the folder says to which it is written`(_ name: String) throws {
  let source = Checkout.root.appendingPathComponent("GeoData/\(name)").path
  var draft = try ScenarioDraft(folder: source)
  var random = SplitMix(seed: 21)
  let target = try Scratch()
  defer { withExtendedLifetime(target) {} }
  for number in 1...100 {
    try draft.apply(try edit(draft, &random, number))
    guard number.isMultiple(of: 50) else { continue }
    let path = target.folder.appendingPathComponent("saved-\(number)").path
    try draft.write(to: path)
    let (own, read) = (summary(try draft.load()), summary(try Scenario.load(folder: path)))
    #expect(own == read, "\(own.difference(from: read))")
  }
  // Files that no edit touches are the same bytes; comments are where they were.
  let saved = target.folder.appendingPathComponent("saved-100")
  for file in ["radar_types.csv", "aircraft.csv", "flights.csv"] {
    let old = try Data(contentsOf: URL(fileURLWithPath: source).appendingPathComponent(file))
    #expect(try Data(contentsOf: saved.appendingPathComponent(file)) == old)
  }
  func lines(_ folder: String) throws -> [String] {
    try String(contentsOfFile: folder + "/scenario.yaml", encoding: .utf8).components(separatedBy: "\n")
  }
  let (old, new) = (try lines(source), try lines(saved.path))
  #expect(old.count == new.count)
  #expect(zip(old, new).count { $0 != $1 } <= 2, "alert and on_scene_time have a line each")
}

@Test func `an edit and its inverse leave the text as it was`() throws {
  let source = Checkout.root.appendingPathComponent("GeoData/lima").path
  var draft = try ScenarioDraft(folder: source)
  let edits: [ScenarioEdit] = [
    .set(layer: "sites", id: "chosica", fields: ["elevation": "1 m"]),
    .add(layer: "sites", fields: ["id": "new", "position": "-12, -77"]),
    .setting(path: ["alert", "decision"], value: "1 min"), .setting(path: ["date"], value: "2026-08-12"),
    .add(layer: "purchases", fields: ["id": "p", "radars": "[{ site: chosica, type: saber-m60 }]"]),
    .set(layer: "assets", id: "callao-c26b", fields: ["readiness_day": "5 min"]),
  ]
  let elevation = try #require(
    try draft.records.layers.first { $0.key == "sites" }?.rows.first { $0.id == "chosica" }?.cells["elevation"])
  for edit in edits { try draft.apply(edit) }
  #expect(Set(draft.changedFiles) == ["scenario.yaml", "sites.csv", "assets.csv"])
  _ = try draft.load()
  for edit: ScenarioEdit in [
    .set(layer: "sites", id: "chosica", fields: ["elevation": elevation]), .remove(layer: "sites", id: "new"),
    .setting(path: ["alert", "decision"], value: "5 min"), .setting(path: ["date"], value: nil),
    .remove(layer: "purchases", id: "p"), .set(layer: "assets", id: "callao-c26b", fields: ["readiness_day": "30 min"]),
  ] { try draft.apply(edit) }
  #expect(draft.changedFiles == [])
}

@Test func `hostile texts are read back as they were given, or refused`() throws {
  let folder = try Scratch([
    "scenario.yaml": "atalaya: 1\nname: x\nlayers:\n  sites: sites.csv\n  bases: [{ id: b, position: \"-12, -74\" }]\n",
    "sites.csv": "id,name,latitude,longitude\na,A,-12,-74\n",
  ])
  defer { withExtendedLifetime(folder) {} }
  var draft = try ScenarioDraft(folder: folder.path)
  for value in [
    "a: b # c", "a,b", "\"", "a\"b", "'", "x\ny", "- x", "{}", "[x]", ";", "\t;x", "ñ😀", "-1+1", "*x", "!x", "a\\",
  ] {
    try draft.apply(.set(layer: "sites", id: "a", fields: ["name": value]))
    try draft.apply(.set(layer: "bases", id: "b", fields: ["name": value]))
    let read = try draft.load()
    #expect(read.sites[0].name == value.trimmed && read.bases[0].name == value.trimmed, "\(value.debugDescription)")
  }
  let before = draft.main.text
  for value in ["=cmd|' /C calc'!A0", "@x", "a\0b", "\u{FEFF}x", "\u{7}", String(repeating: "x", count: 100_001)] {
    for layer in [("sites", "a"), ("bases", "b")] {
      #expect(throws: ScenarioError.self) {
        try draft.apply(.set(layer: layer.0, id: layer.1, fields: ["name": value]))
      }
    }
    #expect(throws: ScenarioError.self) { try draft.apply(.setting(path: ["description"], value: value)) }
  }
  #expect(draft.main.text == before)
}

@Test func `what is not there is named with the nearest that is`() throws {
  var draft = try ScenarioDraft(folder: Checkout.root.appendingPathComponent("GeoData/lima").path)
  func problem(_ edit: ScenarioEdit) -> String {
    do throws(ScenarioError) {
      try draft.apply(edit)
      return ""
    } catch { return error.description }
  }
  #expect(problem(.set(layer: "site", id: "x", fields: [:])).contains("did you mean “sites”?"))
  #expect(problem(.set(layer: "sites", id: "chosika", fields: [:])).contains("did you mean “chosica”?"))
  #expect(
    problem(.set(layer: "sites", id: "chosica", fields: ["elevatoin": "1 m"])).contains("did you mean “elevation”?"))
  #expect(problem(.set(layer: "sites", id: "chosica", fields: ["elevation": "1 kg"])).contains("does not go into"))
  #expect(problem(.set(layer: "sites", id: "chosica", fields: ["position": "here"])).contains("is not a position"))
  #expect(problem(.setting(path: ["alert", "decison"], value: "1 min")).contains("did you mean “decision”?"))
  #expect(problem(.add(layer: "sites", fields: ["id": "chosica"])).contains("is the id of another row"))
  #expect(draft.edits.isEmpty && draft.changedFiles.isEmpty)
}

@Test func `no edit leads out of the folder of the scenario`() throws {
  let outer = try Scratch(["secret.csv": "id,latitude,longitude\nx,-12,-74\n"])
  defer { withExtendedLifetime(outer) {} }
  let inner = outer.folder.appendingPathComponent("s")
  try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
  try Data("atalaya: 1\nname: x\nterrain: dem.tif\n".utf8).write(to: inner.appendingPathComponent("scenario.yaml"))
  try FileManager.default.createSymbolicLink(
    at: inner.appendingPathComponent("link"), withDestinationURL: outer.folder)
  var draft = try ScenarioDraft(folder: inner.path)
  for value in ["/etc/passwd", "../secret.csv", "link/secret.csv", "[a.tif, ../b.tif]", "{ path: /etc/passwd }", ".."] {
    #expect(throws: ScenarioError.self, "\(value)") { try draft.apply(.setting(path: ["terrain"], value: value)) }
    #expect(throws: ScenarioError.self, "\(value)") {
      try draft.apply(.setting(path: ["terrain", "path"], value: value))
    }
  }
  for name in ["../x.csv", "/tmp/x.csv", "a/b.csv", ".hidden.csv", "x.exe", "x.csv\0", "", "c:x.csv", "x.vrt"] {
    #expect(throws: ScenarioError.self, "\(name)") {
      try draft.apply(.include(layer: "sites", name: name, contents: Data("id,latitude,longitude\nx,-12,-74\n".utf8)))
    }
  }
  try draft.apply(.setting(path: ["terrain", "error"], value: "10 m"))
  #expect(draft.main.text.contains("terrain: { path: dem.tif, error: 10 m }"))
}

@Test func `a file becomes a layer, and its rows are added to one`() throws {
  let folder = try Scratch(["scenario.yaml": "atalaya: 1\nname: x # keep\n"])
  defer { withExtendedLifetime(folder) {} }
  var draft = try ScenarioDraft(folder: folder.path)
  let table = Data("id,latitude,longitude\na,-12,-74\n".utf8)
  try draft.apply(.include(layer: "sites", name: "sites.csv", contents: table))
  let feature =
    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"b"},"geometry":{"type":"Point","coordinates":[-75.5,-12.5]}}]}"#
  try draft.apply(.include(layer: "sites", name: "more.geojson", contents: Data(feature.utf8)))
  #expect(try draft.load().sites.map(\.id) == ["a", "b"])
  #expect(draft.main.text.hasPrefix("atalaya: 1\nname: x # keep\n"))
  #expect(throws: ScenarioError.self, "the id is there already") {
    try draft.apply(.include(layer: "sites", name: "sites.csv", contents: table))
  }
  #expect(throws: ScenarioError.self) {
    try draft.apply(.include(layer: "bases", name: "b.csv", contents: Data([0xFF, 0, 1])))
  }
}

@Test func `edits are read and written as JSON`() throws {
  let json =
    #"[{"op":"set","layer":"sites","id":"x","fields":{"tilt":"1 deg","radar":null}},{"op":"add","layer":"a","fields":{"id":"y"}},"#
    + #"{"op":"remove","layer":"a","id":"y"},{"op":"setting","path":["date"],"value":null},{"op":"include","layer":"a","name":"b.csv","contents":"aWQ="}]"#
  let edits = try JSONDecoder().decode([ScenarioEdit].self, from: Data(json.utf8))
  #expect(
    edits == [
      .set(layer: "sites", id: "x", fields: ["tilt": "1 deg", "radar": nil]), .add(layer: "a", fields: ["id": "y"]),
      .remove(layer: "a", id: "y"), .setting(path: ["date"], value: nil),
      .include(layer: "a", name: "b.csv", contents: Data("id".utf8)),
    ])
  #expect(try JSONDecoder().decode([ScenarioEdit].self, from: JSONEncoder().encode(edits)) == edits)
}

@Test func `new radars are written as a purchase, and comments stay`() throws {
  let source = Checkout.root.appendingPathComponent("GeoData/lima").path
  var draft = try ScenarioDraft(folder: source)
  try draft.apply(.set(layer: "sites", id: "chosica", fields: ["radar": "saber-m60"]))
  try draft.apply(
    .add(layer: "sites", fields: ["id": "new", "position": "-12, -76.5", "radar": "saber-m200", "tilt": "1 deg"]))
  let target = try Scratch()
  defer { withExtendedLifetime(target) {} }
  let path = target.folder.appendingPathComponent("saved").path
  try draft.writePurchase(id: "variant", name: "Two: more", into: path)
  let saved = try Scenario.load(folder: path)
  let purchase = try #require(saved.purchases.last)
  #expect(purchase.id == "variant" && purchase.name == "Two: more")
  #expect(purchase.items.map { "\($0.site.id) \($0.type.id)" } == ["chosica saber-m60", "new saber-m200"])
  #expect(saved.sites.first { $0.id == "new" }?.radar == nil)
  let old = try String(contentsOfFile: source + "/scenario.yaml", encoding: .utf8).components(separatedBy: "\n")
  let new = try String(contentsOfFile: path + "/scenario.yaml", encoding: .utf8).components(separatedBy: "\n")
  let added = new.difference(from: old)
  #expect(added.removals.isEmpty && added.insertions.count <= 3)
}

@Test func `files that have changed on the disk are not written over`() throws {
  let folder = try Scratch([
    "scenario.yaml": "atalaya: 1\nname: x\nlayers: { sites: sites.csv }\n",
    "sites.csv": "id,latitude,longitude\na,-12,-74\n",
  ])
  defer { withExtendedLifetime(folder) {} }
  var draft = try ScenarioDraft(folder: folder.path)
  try draft.apply(.set(layer: "sites", id: "a", fields: ["name": "A"]))
  #expect(throws: ScenarioError.self) { try draft.write(to: folder.path) }
  try folder.file("sites.csv", "id,latitude,longitude\na,-13,-74\n")
  #expect(throws: ScenarioError.self) { try draft.write(to: folder.path, replacing: true) }
  try folder.file("sites.csv", "id,latitude,longitude\na,-12,-74\n")
  try draft.write(to: folder.path, replacing: true)
  #expect(try Scenario.load(folder: folder.path).sites[0].name == "A")
}
