import Foundation
import TestSupport
import Testing
import Units

@testable import GeoFiles

@Suite struct TableReaderTests {
  private func rows(_ path: String, chunk: Int) throws -> [TableReader.Row] {
    var reader = try TableReader(path: path, chunk: chunk)
    var rows: [TableReader.Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test func `every size of chunk reads the same rows`() throws {
    let text =
      "id;name;more\r\n1;\"semi; colon\";a\n\n2;\"two\nlines\";\"say \"\"no\"\"\"\r3;ñ日本;\n4;x\r\n;;\n\"5\";\"last\";no break"
    let scratch = try Scratch(["t.csv": text])
    let expected = [
      TableReader.Row(line: 2, cells: ["1", "semi; colon", "a"]),
      TableReader.Row(line: 4, cells: ["2", "two\nlines", "say \"no\""]),
      TableReader.Row(line: 6, cells: ["3", "ñ日本", nil]),
      TableReader.Row(line: 7, cells: ["4", "x", nil]), TableReader.Row(line: 9, cells: ["5", "last", "no break"]),
    ]
    for chunk in Array(1...80) + [TableReader.chunkSize] {
      #expect(try rows(scratch.path("t.csv"), chunk: chunk) == expected, "chunk \(chunk)")
    }
  }

  @Test func `what is no table is refused with its place`() throws {
    let scratch = try Scratch([
      "empty.csv": "", "twice.csv": "a,b,a\n1,2,3\n", "wide.csv": "a,b\n1,2\n1,2,3\n4,5\n",
      "open.csv": "a,b\n1,\"2\n3,4\n",
    ])
    try scratch.file("latin.csv", Data([0x61, 0x0A, 0xF1, 0x0A]))
    #expect(throws: GeoFileError.self) { try TableReader(path: scratch.path("absent.csv")) }
    #expect(throws: GeoFileError.self) { try TableReader(path: scratch.path("empty.csv")) }
    #expect(throws: GeoFileError.self) { try TableReader(path: scratch.path("twice.csv")) }
    var wide = try TableReader(path: scratch.path("wide.csv"))
    #expect(try wide.next()?.line == 2)
    let error = #expect(throws: GeoFileError.self) { try wide.next() }
    #expect(error?.place.row == .line(3) && error?.code == .badRow)
    #expect(try wide.next()?.cells == ["4", "5"])
    #expect(throws: GeoFileError.self) { try rows(scratch.path("open.csv"), chunk: 4) }
    var latin = try TableReader(path: scratch.path("latin.csv"))
    #expect(try latin.next()?.cells == ["ñ"])
    #expect(latin.warnings.map(\.code) == [.encoding])
  }
}
