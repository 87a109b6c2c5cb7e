import Foundation
import Report
import Scenario
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads the KML with Foundation's parser: what it finds is what any program finds.
private final class KMLReader: NSObject, XMLParserDelegate {
  var path: [String] = []
  /// Texts by the path of their element, in order.
  var texts: [String: [String]] = [:]
  private var text = ""

  static func read(_ kml: String) throws -> KMLReader {
    let reader = KMLReader()
    let parser = XMLParser(data: Data(kml.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
    return reader
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    path.append(name)
    text = ""
    if name == "Style", let id = attributes["id"] { texts["Style id", default: []].append(id) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    texts[name, default: []].append(text)
    texts[path.suffix(2).joined(separator: "/"), default: []].append(text)
    path.removeLast()
    text = ""
  }
}

@Suite struct KMLTests {
  private static func kml() throws -> String { try MapFixture.map(MapFixture.scenario()).kml }

  @Test func `names with markup and control characters come back as they were, without the control characters`() throws
  {
    let kml = try Self.kml()
    let reader = try KMLReader.read(kml)
    #expect(reader.texts["Document/name"] == ["A plan of \(MapFixture.cleanName)"])
    #expect(reader.texts["Placemark/name"]?.contains(MapFixture.cleanName) == true)
    #expect(!kml.contains("]]>"))
    #expect(kml.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    // In the balloon the name is HTML: escaped once more inside the XML text.
    let balloon = try #require(reader.texts["Placemark/description"]?.first { $0.contains("Instrumented range") })
    #expect(balloon.contains("R&amp;D &lt;b&gt;"))
    #expect(!balloon.contains("<b>\""))
  }

  @Test func `every style that is used is there`() throws {
    let reader = try KMLReader.read(try Self.kml())
    let used = Set(reader.texts["styleUrl"] ?? [])
    #expect(
      used.isSuperset(of: ["#radar", "#bought", "#base", "#strip", "#inbound", "#outbound", "#border", "#choice"]))
    #expect(used.isSubset(of: Set((reader.texts["Style id"] ?? []).map { "#\($0)" })))
  }

  @Test func `nothing is asked of the network, and each kind of place has its colour`() throws {
    let kml = try Self.kml()
    // The name of the language is no link.
    #expect(kml.matches(of: #/https?:/#).count == 1 && !kml.contains("<href>"))
    let reader = try KMLReader.read(kml)
    let marks = try #require(reader.texts["IconStyle/color"])
    #expect(marks.count == 6 && Set(marks).count == 6 && marks == reader.texts["LabelStyle/color"])
  }

  @Test func `the folders a reader expects are there and one band alone is shown`() throws {
    let kml = try Self.kml()
    let reader = try KMLReader.read(kml)
    let folders = reader.texts["Folder/name"] ?? []
    for name in [
      "Radars", "50 m AGL", "300 m AGL", "Bases", "Strips", "Routes inbound", "Routes outbound", "First detections",
      "Border",
    ] {
      #expect(folders.contains(name), "\(name)")
    }
    // A folder's own visibility follows its name; none means shown.
    let bands = folders.filter { $0.hasSuffix("AGL") }
    let hidden = bands.filter { kml.contains("<name>\($0)</name>\n    <visibility>0</visibility>") }
    #expect(hidden.count == bands.count - 1)
  }

  @Test func `heights are above ground, or above the sea where one waypoint is`() throws {
    let kml = try Self.kml()
    let lines = try KMLReader.read(kml)
    let modes = lines.texts["LineString/altitudeMode"] ?? []
    #expect(modes == ["relativeToGround", "absolute", "clampToGround"])
    let coordinates = lines.texts["LineString/coordinates"] ?? []
    // The way in begins 150 m above ground and ends on the strip, 0 m above it; the way out begins on the smooth ground
    // of 500 m and ends at 2000 m above the sea.
    #expect(coordinates[0].hasPrefix("-70,-12.5,150 ") && coordinates[0].hasSuffix("-74,-12.2,0"))
    #expect(coordinates[1].hasPrefix("-74,-12.2,500 ") && coordinates[1].hasSuffix("-70,-12.5,2000"))
  }

  @Test(.enabled(if: Program.has("ogrinfo"), "needs ogrinfo"))
  func `GDAL's KML reader finds the placemarks`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("map-\(UUID().uuidString).kml")
    defer { try? FileManager.default.removeItem(at: path) }
    try MapFixture.map(MapFixture.scenario()).writeKML(to: path.path)
    let text = try Program.output("ogrinfo", ["-ro", "-so", path.path, "Radars"])
    #expect(text.contains("Feature Count: 2"))
    // Two radars at 12° and 12.45° south on 74° west.
    #expect(text.contains("(-74.000000, -12.450000) - (-74.000000, -12.000000)"))
  }

  @Test func `an empty scenario gives a document without folders`() throws {
    let scenario = Scenario(name: "Nothing", altitudeBands: [])
    let reader = try KMLReader.read(try MapFixture.map(scenario).kml)
    #expect(reader.texts["Document/name"] == ["Nothing"])
    #expect(reader.texts["Placemark"] == nil)
  }
}
