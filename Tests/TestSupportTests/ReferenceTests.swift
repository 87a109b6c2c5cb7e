import Foundation
import TestSupport
import Testing

@Suite struct ReferenceTests {
  @Test func `a table that is missing or has nothing but its head throws, so that no test passes over nothing`() throws
  {
    let scratch = try Scratch([
      "empty.csv": "", "head.csv": "# a head\n\n# and no rows\n", "table.csv": "# head\na,b\n\n1,2\n",
    ])
    for name in ["nowhere.csv", "empty.csv", "head.csv"] {
      #expect(throws: Reference.Failure.self, "\(name)") {
        try Reference.lines(of: scratch.folder.appendingPathComponent(name))
      }
    }
    #expect(try Reference.lines(of: scratch.folder.appendingPathComponent("table.csv")) == ["a,b", "1,2"])
    #expect(throws: Reference.Failure.self) { try Reference.lines("GeodesyTests", "nowhere.csv") }
    #expect(throws: Reference.Failure.self) { try Reference.data("GeodesyTests", "nowhere.json") }
  }

  @Test func `each folder of tables is small and says where each file comes from and under which licence`() throws {
    let tests = Checkout.root.appendingPathComponent("Tests")
    var (bytes, tables) = (0, 0)
    for target in try FileManager.default.contentsOfDirectory(atPath: tests.path).sorted() {
      let folder = tests.appendingPathComponent("\(target)/Reference")
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { continue }
      let text = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
      for name in names where name != "README.md" {
        #expect(text.contains("| `\(name)` |"), "\(target)/Reference/README.md does not name \(name)")
        bytes += try Data(contentsOf: folder.appendingPathComponent(name)).count
        tables += 1
      }
      #expect(text.contains("icence") || text.contains("Free to use"), "\(target)")
    }
    // Every clone carries them.
    #expect(tables >= 8 && bytes < 300_000, "\(tables) tables of \(bytes) bytes")
  }
}
