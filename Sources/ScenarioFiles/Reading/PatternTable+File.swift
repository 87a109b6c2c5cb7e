internal import GeoFiles
public import Radar
public import Units

extension PatternTable {
  /// Reads a pattern from a file: two columns, `elevation_deg` and `gain_db`, with commas, semicolons or tabs between; without a
  /// line of heads the elevation stands first. Lines that begin with # are skipped, and further columns.
  /// - Throws: ``PatternError`` for a file that cannot be read or holds no pattern, with its line.
  public init(file path: String) throws(PatternError) {
    let text: String
    do { text = try InputFile.text(of: path, limit: 1_000_000) } catch {
      throw PatternError(.badFile, "the antenna pattern cannot be read: \(error)")
    }
    var (elevations, gains): ([Double], [Double]) = ([], [])
    var (columns, hasHeads) = ((elevation: 0, gain: 1), false)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmingPrefix(while: \.isWhitespace)
      guard !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") else { continue }
      // A comma is a decimal mark where semicolons or tabs stand between columns.
      let mark: Character = line.contains(";") ? ";" : line.contains("\t") ? "\t" : ","
      let cells = line.split(separator: mark, omittingEmptySubsequences: false)
      let numbers = cells.map { try? NumberText.parse(String($0)) }
      if elevations.isEmpty, !hasHeads, numbers.allSatisfy({ $0 == nil }) {
        (columns, hasHeads) = (try Self.columns(of: cells.map(String.init), line: index + 1), true)
        continue
      }
      guard max(columns.elevation, columns.gain) < numbers.count, let elevation = numbers[columns.elevation],
        let gain = numbers[columns.gain]
      else {
        throw PatternError(
          .badFile, "line \(index + 1) of the antenna pattern: “\(line.prefix(60))” is not an elevation and a gain",
          remedy: "write two numbers, as in 1.5,-3")
      }
      elevations.append(elevation)
      gains.append(gain)
    }
    try self.init(elevationDegrees: elevations, gainDecibels: gains)
  }

  /// Where a line of heads has both columns.
  private static func columns(of heads: [String], line: Int) throws(PatternError) -> (elevation: Int, gain: Int) {
    let names = heads.map { $0.lowercased().filter(\.isLetter) }
    let elevation = names.indices.filter { names[$0] == "elevation" || names[$0] == "elevationdeg" }
    let gain = names.indices.filter { names[$0] == "gain" || names[$0] == "gaindb" }
    guard elevation.count == 1, gain.count == 1 else {
      throw PatternError(
        .badFile,
        "line \(line) of the antenna pattern names the columns \(heads.map { "“\($0.prefix(30))”" }.joined(separator: ", "))",
        remedy: "name one elevation_deg and one gain_db")
    }
    return (elevation[0], gain[0])
  }
}
