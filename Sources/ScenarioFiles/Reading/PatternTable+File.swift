internal import GeoFiles
public import Radar
public import Units

extension PatternTable {
  /// Reads a pattern from a file: two columns, the elevation in degrees and the gain in decibels, with commas, semicolons or
  /// tabs between, and a line of heads or none. Lines that begin with # are skipped.
  /// - Throws: ``PatternError`` for a file that cannot be read or holds no pattern, with its line.
  public init(file path: String) throws(PatternError) {
    let text: String
    do { text = try InputFile.text(of: path, limit: 1_000_000) } catch {
      throw PatternError(.badFile, "the antenna pattern cannot be read: \(error)")
    }
    var (elevations, gains): ([Double], [Double]) = ([], [])
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmingPrefix(while: \.isWhitespace)
      guard !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") else { continue }
      // A comma is a decimal mark where semicolons or tabs stand between columns.
      let mark: Character = line.contains(";") ? ";" : line.contains("\t") ? "\t" : ","
      let cells = line.split(separator: mark, omittingEmptySubsequences: false)
      let numbers = cells.prefix(2).map { try? NumberText.parse(String($0)) }
      guard numbers.count == 2, let elevation = numbers[0], let gain = numbers[1] else {
        if elevations.isEmpty, numbers.allSatisfy({ $0 == nil }) { continue }
        throw PatternError(
          .badFile, "line \(index + 1) of the antenna pattern: “\(line.prefix(60))” is not an elevation and a gain",
          remedy: "write two numbers, as in 1.5,-3")
      }
      elevations.append(elevation)
      gains.append(gain)
    }
    try self.init(elevationDegrees: elevations, gainDecibels: gains)
  }
}
