import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

@Suite struct TextTableTests {
  @Test func `values are text, empty cells null, and lines count from the header`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("strips.csv", "id,name,length\na,\"Alto, bajo\",\n\nb, Río ,850\n")
    let layer = try VectorLayer.read(path: path)
    #expect(layer.name == "strips")
    #expect(layer.columns == ["id", "name", "length"])
    #expect(layer.features.count == 2)
    #expect(layer.text(0, "name") == "Alto, bajo")
    #expect(layer.features[0]["length"] == .null)
    #expect(layer.text(1, "name") == "Río")
    #expect(layer.rows == [.line(2), .line(4)])
    #expect(layer.warnings.isEmpty)
    #expect(layer.problems.isEmpty)
  }

  @Test func `a line break inside quotes is counted but does not end the row`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("t.csv", "id,note\r\na,\"one\r\ntwo \"\"three\"\"\"\r\nb,x\r\n")
    let layer = try VectorLayer.read(path: path)
    #expect(layer.text(0, "note") == "one\ntwo \"three\"")
    #expect(layer.rows == [.line(2), .line(4)])
  }

  @Test(arguments: [";", "\t", ","])
  func `the separator is found by itself, behind a byte-order mark too`(separator: String) throws {
    let scratch = try Scratch()
    let text = [["id", "latitude"], ["a", "\"-12\(separator)5\""]].map { $0.joined(separator: separator) }
    let path = try scratch.file("t.csv", "\u{FEFF}" + text.joined(separator: "\n"))
    let layer = try VectorLayer.read(path: path)
    #expect(layer.columns == ["id", "latitude"])
    #expect(layer.text(0, "latitude") == "-12\(separator)5")
  }

  @Test func `a spreadsheet's own separator hint is obeyed`() throws {
    let scratch = try Scratch()
    let layer = try VectorLayer.read(path: try scratch.file("t.csv", "sep=;\r\nid;x,y\r\na;1\r\n"))
    #expect(layer.columns == ["id", "x,y"])
    #expect(layer.rows == [.line(3)])
  }

  @Test func `Windows-1252 is read with a warning`() throws {
    let scratch = try Scratch()
    // "Río – €" in Windows-1252.
    let bytes = Data("id\nR".utf8) + Data([0xED]) + Data("o ".utf8) + Data([0x96, 0x20, 0x80])
    let layer = try VectorLayer.read(path: try scratch.file("t.csv", bytes))
    #expect(layer.text(0, "id") == "Río – €")
    #expect(layer.warnings.map(\.code) == [.encoding])
  }

  @Test func `a row longer than its header is a problem with its line and a shorter one a warning`() throws {
    let scratch = try Scratch()
    let layer = try VectorLayer.read(path: try scratch.file("t.csv", "a,b,c\n1,2,3,4\n1\n1,2,3,,\n"))
    #expect(layer.features.count == 3)
    #expect(layer.problems.map(\.place.row) == [.line(2)])
    #expect(layer.problems.map(\.code) == [.badRow])
    #expect(layer.warnings.count == 1)
    #expect(layer.warnings[0].code == .shortRows && layer.warnings[0].text.contains("line 3"))
    #expect(layer.features[1]["c"] == .null)
  }

  @Test(arguments: [
    ("", GeoFileError.Code.badText), ("a,a\n1,2\n", .badText), ("a,b\n\"1,2\n3,4\n", .badText),
    ("a,b\n\"1\"x,2\n", .badText), ("a\0b", .badText),
  ])
  func `text that is no table is refused`(text: String, code: GeoFileError.Code) throws {
    let scratch = try Scratch()
    #expect(VectorLayer.failure(path: try scratch.file("t.csv", text))?.code == code)
  }

  @Test func `a table with a header and no rows is a layer without features`() throws {
    let scratch = try Scratch()
    let layer = try VectorLayer.read(path: try scratch.file("t.csv", "id,name\n"))
    #expect(layer.columns == ["id", "name"])
    #expect(layer.features.isEmpty)
  }

  @Test func `UTF-16 is named as what it is`() throws {
    let scratch = try Scratch()
    let error = VectorLayer.failure(path: try scratch.file("t.csv", "id,name\n".data(using: .utf16)!))
    #expect(error?.problem.contains("UTF-16") == true)
  }

  @Test func `a column of well-known text becomes geometry`() throws {
    let scratch = try Scratch()
    let layer = try VectorLayer.read(
      path: try scratch.file(
        "t.csv", "WKT,id\nPOINT (-73.5 -12.5),a\n\"LINESTRING (0 0,1 1)\",b\n,c\nPOINT (0 95),d\nx,e\n"))
    #expect(layer.columns == ["id"])
    #expect(layer.features[0].geometry == .point(.init(latitudeDegrees: -12.5, longitudeDegrees: -73.5)))
    #expect(layer.features[2].geometry == nil)
    #expect(layer.problems.map(\.place.row) == [.line(5), .line(6)])
    #expect(layer.problems.map(\.code) == [.badCoordinate, .badGeometry])
  }
}
