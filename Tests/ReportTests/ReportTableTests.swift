import Foundation
import Testing
import Units

@testable import Report

private let nasty = [
  "plain", "a, b", "say \"no\"", "two\nlines", "cr\r\nlf", "ñ 🛩️ 日本", "", " lead", "semi;colon", "it's",
  "\u{202E}turned",
]

private func table(_ texts: [String]) -> ReportTable {
  Record<(index: Int, text: String)>([
    .text("name", \.text, heading: "name", csv: true),
    .anyNumber(
      "length_km", { Double($0.index) * -1.005 }, heading: "length", csv: .decimals(2), unit: "km", console: 1),
    .count("count", \.index, csv: true), .flag("is_it", { $0.index % 2 == 0 }, heading: "is it", csv: true),
  ]).table(texts.enumerated().map { (index: $0, text: $1) })
}

@Suite struct ReportTableTests {
  @Test(.enabled(if: Python.isHere, "no Python"))
  func `another program reads from CSV what was put in`() throws {
    let rows = try Python.csv(table(nasty).csv)
    #expect(rows[0] == ["name", "length_km", "count", "is_it"])
    // Marks that turn the direction of writing do not reach a file.
    #expect(rows.dropFirst().map { $0[0] } == nasty.map { $0.replacing("\u{202E}", with: "\u{FFFD}") })
    #expect(rows.dropFirst().allSatisfy { $0.count == 4 })
    #expect(rows.last?[3] == "yes")
  }

  @Test(
    .enabled(if: Python.isHere, "no Python"),
    arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", "=\"a\",\"b\""])
  func `a text that a spreadsheet would compute is made harmless`(text: String) throws {
    let rows = try Python.csv(table([text]).csv)
    #expect(rows[1][0] == "'" + text)
  }

  @Test(.enabled(if: Python.isHere, "no Python"))
  func `a carriage return, after which a spreadsheet would compute, does not reach a file`() throws {
    let csv = table(["\r=x", "a\r=x"]).csv
    #expect(!csv.replacing("\r\n", with: "").contains("\r"))
    #expect(try Python.csv(csv).dropFirst().map { $0[0] } == ["\u{FFFD}=x", "a\u{FFFD}=x"])
  }

  @Test func `numbers are plain, rounded and never minus zero, and what is not finite is nothing`() {
    let numbers: [Double?] = [1234567.891, -0.001, 0.5, .nan, .infinity, -2.345678, 100, nil]
    let table = Record<Double?>([.anyNumber("x", \.self, heading: "x", csv: .decimals(2))]).table(numbers)
    #expect(table.csv == "x\r\n1234567.89\r\n0\r\n0.5\r\n\r\n\r\n-2.35\r\n100\r\n\r\n")
  }

  @Test func `every cell of the console table stands under its head`() throws {
    let texts = ["plain", "a, b", "longer name", "x"]
    let lines = table(texts).text().split(separator: "\n").map(Array.init)
    let rule = try #require(lines.firstIndex { $0.first == "─" })
    // The rule of dashes tells where columns begin and end.
    var spans: [Range<Int>] = []
    for (index, character) in lines[rule].enumerated() where character == "─" {
      if let last = spans.last, last.upperBound == index {
        spans[spans.count - 1] = last.lowerBound..<(index + 1)
      } else {
        spans.append(index..<(index + 1))
      }
    }
    func cells(_ line: [Character]) -> [String] {
      spans.map { span in
        String(line[min(span.lowerBound, line.count)..<min(span.upperBound, line.count)])
          .trimmingCharacters(in: .whitespaces)
      }
    }
    #expect(cells(lines[0]) == ["name", "length", "is it"])
    #expect(cells(lines[1]) == ["", "km", ""])
    let body = lines.dropFirst(rule + 1).map(cells)
    #expect(body.map { $0[0] } == texts)
    #expect(body.map { $0[1] } == ["0.0", "−1.0", "−2.0", "−3.0"])
    #expect(body.map { $0[2] } == ["yes", "no", "yes", "no"])
  }

  @Test func `a name cannot move the cursor of a terminal, nor turn the line round`() {
    let text = table(["a\u{1B}[2Jb\u{7}\u{9B}c\nd\u{202E}e"]).text()
    let scalars = text.unicodeScalars
    #expect(!scalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    #expect(!scalars.contains("\u{202E}"))
    #expect(text.split(separator: "\n").count == 4)
  }

  @Test func `an empty table is a lone head to programs and nothing to readers`() {
    #expect(table([]).text().isEmpty)
    #expect(table([]).csv == "name,length_km,count,is_it\r\n")
    #expect(table([]).json == "[]\n")
  }

  @Test func `rows are picked by what they hold`() {
    #expect(table(nasty).filtered("is_it", among: ["yes"]).rows.count == 6)
    #expect(table(nasty).filtered("name", among: ["plain", "nobody"]).rows.count == 1)
    #expect(table(nasty).filtered("no_such_column", among: ["x"]).rows.count == nasty.count)
  }

  // 304.8 m are 1000 ft, 0.3048 m a foot; 92.6 km are 50 NM; 185.2 km/h are 100 kt.
  @Test func `for readers of feet heights are whole, distances and speeds keep their decimals, and files keep metres`()
  {
    let rows = [304.8, 92.9, -15.24]
    let table = Record<Double>([
      .anyNumber("height_m", { $0 }, heading: "height", csv: .decimals(2), unit: "m", console: 1),
      .anyNumber("way_km", { _ in 92.6 }, heading: "way", csv: .decimals(2), unit: "km", console: 2),
      .anyNumber("speed_kmh", { _ in 185.2 }, heading: "speed", csv: .decimals(2), unit: "km/h", console: 1),
      .anyNumber("count", { _ in 1.5 }, heading: "count", csv: .decimals(2), console: 1),
    ]).table(rows)
    let (metric, csv) = (table.text(), table.csv)
    UnitSystem.$current.withValue(.aviation) {
      let lines = table.text().split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      #expect(lines[1] == ["ft", "NM", "kt"])
      #expect(lines[3] == ["1000", "50.00", "100.0", "1.5"] && lines[4][0] == "305" && lines[5][0] == "−50")
      #expect(table.csv == csv)
    }
    #expect(metric.contains("304.8") && metric.contains("92.60") && csv.contains("304.8,92.6,185.2,1.5"))
  }
}
