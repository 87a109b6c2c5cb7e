public import GeoFiles
public import Units

/// Everything that is wrong with the tables of a selection.
public struct SelectionError: Error, Sendable, CustomStringConvertible {
  /// The faults with file and row, in the order of the files; at most ``limit`` of each file.
  public var problems: [GeoFileError]
  /// How many there are in all.
  public var count: Int

  /// So many faults of one file are kept.
  public static let limit = 20

  /// One line per fault.
  public var description: String { lines.joined(separator: "\n") }

  /// One line per fault, and one for those that are not kept.
  public var lines: [String] {
    problems.map(\.description) + (count > problems.count ? ["… and \(count - problems.count) more"] : [])
  }
}

extension GeoFileError {
  /// The line it is about; those of the whole file come first.
  var line: Int {
    guard case .line(let line) = place.row else { return 0 }
    return line
  }
}
