import Foundation

/// A table of a sample scenario, read without any of our own readers.
struct Table {
  struct Missing: Error {
    var what: String
  }

  /// One row: its line in the file and its fields by column.
  struct Row: CustomStringConvertible {
    var table: String
    var line: Int
    var fields: [String: String]

    subscript(column: String) -> String { fields[column] ?? "" }
    func number(_ column: String) throws -> Double {
      guard let value = Double(self[column]) else { throw Missing(what: "a number in \(column) of \(self)") }
      return value
    }
    var description: String { "\(table):\(line)" }
  }

  private static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("GeoData")
  /// The VRAEM's tables.
  static let folder = samples.appendingPathComponent("vraem")
  /// Lima's.
  static let lima = samples.appendingPathComponent("lima")

  static let names = [
    "aircraft.csv", "assets.csv", "bases.csv", "flights.csv", "radar_types.csv", "routes.csv", "sites.csv",
    "strips.csv",
  ]

  var columns: [String]
  var rows: [Row]

  /// Reads a table; an empty or ragged one throws, so that no test passes over nothing.
  init(_ name: String, in folder: URL = Self.folder) throws {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n").map { Self.split(String($0)) }
    guard let head = lines.first, lines.count > 1 else { throw Missing(what: "rows in \(name)") }
    columns = head
    rows = []
    for (index, cells) in lines.enumerated().dropFirst() {
      guard cells.count == head.count else { throw Missing(what: "a cell for each column in \(name):\(index + 1)") }
      rows.append(
        Row(table: name, line: index + 1, fields: Dictionary(uniqueKeysWithValues: zip(head, cells))))
    }
  }

  func row(_ id: String) throws -> Row {
    guard let row = rows.first(where: { $0["id"] == id }) else { throw Missing(what: id) }
    return row
  }

  /// The cells of a line by RFC 4180, which our tables keep to one line per row.
  private static func split(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    var rest = Substring(line)
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        rest.removeFirst()
        cells[cells.count - 1].append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
