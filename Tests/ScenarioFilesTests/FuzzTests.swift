import Foundation
import Interception
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

private let nasty: [String] = [
  "", "-", "nan", "inf", "-1", "1e999", "99999999999999999999", "0", "\t", "[", "{", "}", "]", ":", "- -", "\"", "'",
  "*a", "&a",
  "|", ">", "%", "!!int", "<<: *x", "---", "...", "#", "é", "\u{2212}5 km", "450", "1e308 km", "none", "~", "null",
  "\u{0}",
  "24:00", "99:99", "95", "1,500 km", "USD", "EUR 5M", "?", "yes", "🛩", ",", ",,,,", ";", "point", "layers:",
  "id: town",
]

/// A text with one to four of its lines deleted, doubled, exchanged, cut or garbled.
private func mutated(_ text: String, _ random: inout SplitMix) -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  for _ in 0..<Int.random(in: 1...4, using: &random) where !lines.isEmpty {
    let index = Int.random(in: lines.indices, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: index)
    case 2: lines.swapAt(index, Int.random(in: lines.indices, using: &random))
    case 3: lines[index] = String(lines[index].prefix(Int.random(in: 0...max(1, lines[index].count), using: &random)))
    case 4: lines.removeSubrange(index...)
    case 5: lines[index] = "  " + lines[index]
    case 6:
      var words = lines[index].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      if words.isEmpty { words = [""] }
      words[Int.random(in: words.indices, using: &random)] = nasty.randomElement(using: &random) ?? ""
      lines[index] = words.joined(separator: " ")
    default:
      var characters = Array(lines[index])
      let at = Int.random(in: 0...characters.count, using: &random)
      characters.insert(contentsOf: nasty.randomElement(using: &random) ?? "", at: at)
      lines[index] = String(characters)
    }
  }
  return lines.joined(separator: "\n")
}

@Test func `a garbled scenario is read or refused with reasons`() throws {
  var random = SplitMix(seed: 20_261_124)
  let original = Dictionary(uniqueKeysWithValues: Scenario.starterFiles.map { ($0.name, $0.text) })
  let folder = try Scratch(original)
  var (read, refused) = (0, 0)
  for _ in 0..<150 {
    let name =
      ["scenario.yaml", "scenario.yaml", "scenario.yaml", "sites.csv", "strips.csv"]
      .randomElement(using: &random) ?? ""
    try folder.file(name, mutated(original[name] ?? "", &random))
    do throws(ScenarioError) {
      let scenario = try Scenario.load(folder: folder.path)
      read += 1
      #expect(scenario.flights.allSatisfy { $0.inbound.count >= 2 && $0.outbound.count >= 2 && $0.speed > .zero })
      #expect(Set(scenario.sites.map(\.id)).count == scenario.sites.count)
    } catch {
      refused += 1
      #expect(!error.problems.isEmpty)
      #expect(error.problems.allSatisfy { $0.severity == .error && !$0.what.isEmpty && !$0.file.isEmpty })
    }
    try folder.file(name, original[name] ?? "")
  }
  // Both happen often, or the mutations test nothing.
  #expect(read > 15 && refused > 15, "\(read) read, \(refused) refused")
}
