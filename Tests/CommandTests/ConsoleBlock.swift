import Foundation

/// A fenced block of a Markdown page with commands and what they print:
///
///     ```console
///     $ .build/release/atalaya sites GeoData/lima
///     Terrain    terrain.tif
///     …
///     ```
///
/// A command goes on in the next line after a backslash. A line `…` stands for any number of lines of the output. A block
/// under the comment `<!-- console: not run, REASON -->` is not run: its commands need files that only its reader has.
struct ConsoleBlock {
  /// A command, and what stands below it.
  struct Step {
    /// For a shell.
    var command: String
    /// The lines of the command, then those of its output, as indices into the lines of the page.
    var commandLines: Range<Int>
    var outputLines: Range<Int>
  }

  var steps: [Step]
  /// The page's line of the opening fence, from 1.
  var line: Int
  var isRun: Bool

  /// The blocks of a page.
  static func all(in lines: [String]) -> [ConsoleBlock] {
    var blocks: [ConsoleBlock] = []
    var start: Int?
    for (index, line) in lines.enumerated() {
      if let begin = start, line == "```" {
        let comment = begin >= 2 ? lines[begin - 2] : ""
        blocks.append(
          ConsoleBlock(
            steps: steps(in: lines, begin..<index), line: begin, isRun: !comment.hasPrefix("<!-- console: not run, ")))
        start = nil
      } else if line == "```console" {
        start = index + 1
      }
    }
    return blocks
  }

  private static func steps(in lines: [String], _ range: Range<Int>) -> [Step] {
    var steps: [Step] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let begin = index
      if lines[index].hasPrefix("$ ") {
        var command = String(lines[index].dropFirst(2))
        while lines[index].hasSuffix("\\"), index + 1 < range.upperBound {
          index += 1
          command += "\n" + lines[index]
        }
        index += 1
        steps.append(Step(command: command, commandLines: begin..<index, outputLines: index..<index))
      } else {
        index += 1
        if !steps.isEmpty { steps[steps.count - 1].outputLines = steps[steps.count - 1].outputLines.lowerBound..<index }
      }
    }
    return steps
  }
}

/// What a page says that a command prints, against what it prints.
struct ConsoleText {
  /// As the page has it, with `…` for lines that it leaves out.
  let written: [String]
  /// What the command prints.
  let printed: [String]

  static let gap = "…"

  /// The line without what differs from run to run: seconds after the words *after* and *in*.
  static func normalised(_ line: String) -> String {
    line.replacing(#/\b(after|in) [0-9]+(\.[0-9]+)? s\b/#) { "\($0.output.1) # s" }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool { normalised(a) == normalised(b) }

  /// The first line of the page that the output does not have at its place; nil when all are there.
  var difference: (written: String?, printed: String?)? {
    var (place, isAfterGap) = (0, false)
    for line in written {
      if line == Self.gap {
        isAfterGap = true
      } else if isAfterGap {
        guard let found = printed[place...].firstIndex(where: { Self.isSame($0, line) }) else { return (line, nil) }
        (place, isAfterGap) = (found + 1, false)
      } else {
        guard place < printed.count, Self.isSame(printed[place], line) else {
          return (line, place < printed.count ? printed[place] : nil)
        }
        place += 1
      }
    }
    return isAfterGap || place == printed.count ? nil : (nil, printed[place])
  }

  /// What the page should have: lines that are still true stay as they are, and gaps stay between the same lines.
  ///
  /// Each part between gaps begins and ends with the lines whose first words are those that it began and ended with.
  var renewed: [String] {
    let parts = written.split(separator: Self.gap, omittingEmptySubsequences: false).map(Array.init)
    var lines: [String] = []
    var place = 0
    for (index, part) in parts.enumerated() {
      if index > 0 { lines.append(Self.gap) }
      guard let first = part.first, let last = part.last else { continue }
      let begin = index == 0 ? 0 : Self.nearest(to: first, at: place, in: printed, from: place) ?? place
      let isLast = index == parts.count - 1
      let end =
        isLast
        ? printed.count
        : (Self.nearest(to: last, at: begin + part.count - 1, in: printed, from: begin)
          ?? begin + part.count - 1) + 1
      let range = min(begin, printed.count)..<min(max(begin, end), printed.count)
      for (offset, line) in printed[range].enumerated() {
        lines.append(offset < part.count && Self.isSame(part[offset], line) ? part[offset] : line)
      }
      place = range.upperBound
    }
    return lines
  }

  /// The line with the same first word that lies nearest to a place.
  private static func nearest(to line: String, at place: Int, in lines: [String], from begin: Int) -> Int? {
    func key(_ line: String) -> Substring? { line.split(separator: " ").first }
    return lines.indices.filter { $0 >= begin && key(lines[$0]) == key(line) }.min {
      (abs($0 - place), $0) < (abs($1 - place), $1)
    }
  }
}
