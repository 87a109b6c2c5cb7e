import Foundation
import Testing

@testable import Report

@Suite struct ChartTitleTests {
  @Test func `a long title stands in as many lines as it needs, and a short one in one`() {
    func lines(_ title: String) -> [String] {
      let svg = Chart(width: 400, height: 10, title: title).titled.svg.markup
      return svg.matches(of: #/<text class="strong"[^>]*>([^<]*)</text>/#).map { String($0.output.1) }
    }
    #expect(lines("Vertical coverage") == ["Vertical coverage"])
    let words = (1...40).map { "word\($0)" }
    let found = lines(words.joined(separator: " "))
    // 50 letters of 8 to a line.
    #expect(found.joined(separator: " ") == words.joined(separator: " ") && found.allSatisfy { $0.count <= 50 })
    #expect(found.count > 4)
  }
}
