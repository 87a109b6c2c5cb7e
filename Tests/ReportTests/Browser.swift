import Foundation
import TestSupport
import Testing

/// Headless Chromium, without a network, as the reader of the report.
enum Browser {
  static let isHere =
    Program.has("chromium") && Python.isHere
    && FileManager.default.fileExists(atPath: "/usr/share/javascript/leaflet/leaflet.min.js")

  /// What became of a page.
  struct Visit: Decodable {
    /// The values of the steps that evaluate.
    var values: [Value]
    /// What the console said, exceptions included.
    var messages: [String]
    /// What the page asked the network for.
    var requests: [String]
  }

  /// A JavaScript value.
  enum Value: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([Value])
    case object([String: Value])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let flag = try? container.decode(Bool.self) {
        self = .bool(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([Value].self) {
        self = .list(list)
      } else {
        self = .object(try container.decode([String: Value].self))
      }
    }

    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [Value] { if case .list(let list) = self { list } else { [] } }
    subscript(key: String) -> Value? { if case .object(let object) = self { object[key] } else { nil } }
  }

  /// Something to do with the page.
  enum Step {
    case evaluate(String)
    case click(String)
    case size(Int, Int)
    case dark(Bool)

    fileprivate var json: [String: Any] {
      switch self {
      case .evaluate(let expression): ["evaluate": expression]
      case .click(let selector): ["click": selector]
      case .size(let width, let height): ["size": [width, height]]
      case .dark(let isDark): ["dark": isDark]
      }
    }
  }

  /// Opens a page from a file and takes the steps.
  static func visit(_ html: String, _ steps: [Step]) throws -> Visit {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("report.html")
    try html.write(to: file, atomically: false, encoding: .utf8)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Browser/browser.py")
    let input = try JSONSerialization.data(withJSONObject: steps.map(\.json))
    let output = try Program.output(
      "python3", [script.path, file.path], input: String(decoding: input, as: UTF8.self))
    return try JSONDecoder().decode(Visit.self, from: Data(output.utf8))
  }
}
