import Foundation
import Testing

@testable import Report

@Suite struct JSONTests {
  @Test func `another parser reads every text back`() throws {
    let texts = [
      "\"quoted\"", "back\\slash", "line\nfeed\r\ttab", "\u{0}\u{1F}\u{7F}", "🛩️ ñ \u{2028}", "</script>", "",
    ]
    let parsed = try JSONSerialization.jsonObject(with: Data(JSON.array(texts.map { .string($0) }).text.utf8))
    #expect(parsed as? [String] == texts)
  }

  @Test func `keys keep their order and numbers their decimals`() throws {
    let json = JSON.object([
      "zebra": .number(1 / 3.0, decimals: 3), "ant": .array([.null, .bool(true), .integer(-7)]),
      "nan": .number(.nan, decimals: 2), "far": .number(-.infinity, decimals: 0), "none": .array([]),
    ])
    #expect(
      json.text == """
        {
          "zebra": 0.333,
          "ant": [null, true, -7],
          "nan": null,
          "far": null,
          "none": []
        }

        """)
  }

  @Test func `deep values stay JSON`() throws {
    var json = JSON.object(["leaf": .string("x")])
    for level in 0..<60 { json = .object(["a": .array([json, .integer(level)])]) }
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.text.utf8)) }
  }
}
