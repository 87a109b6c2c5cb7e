import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

/// Files that are not what they say. Every one must end in an error, quickly, and never in a trap.
@Suite(.serialized) struct BadFileTests {
  /// Bytes that any machine repeats (a linear congruential generator, Numerical Recipes' constants).
  private static func noise(_ count: Int, text: Bool = false) -> Data {
    var state: UInt32 = 1
    var data = Data(count: count)
    data.withUnsafeMutableBytes { bytes in
      for index in bytes.indices {
        state = state &* 1_664_525 &+ 1_013_904_223
        bytes[index] = text ? 0x21 + UInt8(state >> 24) % 94 : UInt8(state >> 24)
      }
    }
    return data
  }

  @Test(arguments: [
    "csv", "tsv", "txt", "geojson", "json", "gpkg", "shp", "kml", "kmz", "zip", "gml", "xlsx", "gdb", "",
  ])
  func `a file of noise is refused`(kind: String) throws {
    let scratch = try Scratch()
    for isText in [false, true] {
      let error = VectorLayer.failure(path: try scratch.file("noise.\(kind)", Self.noise(100_000, text: isText)))
      // One line of printable noise is a header with odd names to a text table: columns, no rows.
      if isText, ["csv", "tsv", "txt"].contains(kind) { continue }
      #expect(error != nil, "\(kind)")
    }
  }

  @Test(arguments: ["csv", "geojson", "gpkg", "kml", "shp"])
  func `a hundred megabytes of noise are refused`(kind: String) throws {
    let scratch = try Scratch()
    let path = scratch.path("noise.\(kind)")
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    let block = Self.noise(1 << 20, text: true)
    for _ in 0..<100 { handle.write(block) }
    try handle.close()
    #expect(VectorLayer.failure(path: path) != nil)
  }

  @Test func `a table of noise with line breaks is given up early`() throws {
    let scratch = try Scratch()
    var text = "id,name\n"
    for number in 0..<100_000 { text += "\(number),\"x\",,,,\(number)\n" }
    #expect(VectorLayer.failure(path: try scratch.file("t.csv", text))?.code == .badText)
  }

  @Test func `a beginning of GeoJSON that goes on as noise is refused`() throws {
    let scratch = try Scratch()
    let head = Data(#"{"type":"FeatureCollection","features":["#.utf8)
    for tail in [Data(), Self.noise(200_000, text: true), Data(repeating: UInt8(ascii: "["), count: 1_000_000)] {
      #expect(VectorLayer.failure(path: try scratch.file("p.geojson", head + tail)) != nil)
    }
  }

  @Test func `GeoJSON cut off anywhere is refused`() throws {
    let scratch = try Scratch()
    let whole =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Point","coordinates":[-73,-12]}},{"type":"Feature","properties":{"id":"b"},"geometry":{"type":"Point","coordinates":[-73,-12]}}]}"#
    #expect(try VectorLayer.read(path: try scratch.file("p.geojson", whole)).features.count == 2)
    for length in stride(from: 1, to: whole.utf8.count, by: 7) {
      let path = try scratch.file("p.geojson", String(whole.prefix(length)))
      #expect(VectorLayer.failure(path: path) != nil, "cut after \(length) of \(whole.utf8.count) bytes")
    }
  }

  @Test func `a GeoPackage that is overwritten in the middle is refused`() throws {
    let scratch = try Scratch()
    let path = scratch.path("p.gpkg")
    var layer = OutputLayer(name: "p", geometry: .points, fields: [.init("id", .text)])
    for number in 0..<5000 {
      layer.append([.text("row \(number)")], .point(.init(latitudeDegrees: 1, longitudeDegrees: 2)))
    }
    try VectorFile.write([layer], to: path, format: .geoPackage)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try VectorLayer.read(path: path).features.count == 5000)
    // Cut short, and overwritten in the pages of the rows.
    #expect(VectorLayer.failure(path: try scratch.file("cut.gpkg", whole.prefix(whole.count / 2))) != nil)
    var broken = whole
    let middle = whole.count / 3
    broken.replaceSubrange(middle..<middle + 40_000, with: Self.noise(40_000))
    #expect(VectorLayer.failure(path: try scratch.file("broken.gpkg", broken)) != nil)
    #expect(VectorLayer.failure(path: try scratch.file("head.gpkg", whole.prefix(100))) != nil)
  }

  @Test func `a name without a file, a folder, a device and an empty file each get their word`() throws {
    let scratch = try Scratch()
    #expect(VectorLayer.failure(path: scratch.path("no.csv"))?.code == .missing)
    #expect(VectorLayer.failure(path: scratch.path("no/such/no.csv"))?.code == .missing)
    #expect(VectorLayer.failure(path: "")?.code == .missing)
    #expect(VectorLayer.failure(path: "a\0.csv")?.code == .missing)
    #expect(VectorLayer.failure(path: scratch.folder.path)?.code == .unreadable)
    #expect(VectorLayer.failure(path: "/dev/zero")?.code == .unreadable)
    #expect(VectorLayer.failure(path: "/vsicurl/http://localhost/a.csv")?.code == .missing)
    for kind in ["csv", "geojson", "gpkg", "kml", "shp", "zip"] {
      let error = VectorLayer.failure(path: try scratch.file("empty.\(kind)", ""))
      #expect(error != nil, "\(kind)")
    }
  }

  @Test func `a pipe does not hang the reader`() throws {
    let scratch = try Scratch()
    #expect(mkfifo(scratch.path("pipe.csv"), 0o600) == 0)
    #expect(VectorLayer.failure(path: scratch.path("pipe.csv"))?.code == .unreadable)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `a file that may not be read is named as such`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("p.csv", "id\na\n")
    chmod(path, 0)
    #expect(VectorLayer.failure(path: path)?.problem.contains("Permission denied") == true)
  }

  @Test func `a virtual file that points elsewhere is not followed`() throws {
    let scratch = try Scratch()
    let target = try scratch.file("p.csv", "id\na\n")
    let text =
      "<OGRVRTDataSource><OGRVRTLayer name=\"p\"><SrcDataSource>\(target)</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    #expect(VectorLayer.failure(path: try scratch.file("p.vrt", text))?.code == .notVector)
  }
}
