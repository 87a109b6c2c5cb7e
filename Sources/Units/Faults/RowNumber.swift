/// The position of a row in its file.
public enum RowNumber: Sendable, Hashable, CustomStringConvertible {
  /// The line of a text table on which the row starts; the header is line 1.
  case line(Int)
  /// The row of any other layer, in the order of the file, from 1.
  case row(Int)

  /// "line 5" or "row 5".
  public var description: String {
    switch self {
    case .line(let number): "line \(number)"
    case .row(let number): "row \(number)"
    }
  }
}
