internal import Geodesy

/// One row of a vector layer.
public struct Feature: Sendable, Hashable {
  /// Attributes by name, in the order of the layer.
  public var fields: [(name: String, value: FieldValue)] {
    get { zip(names, values).map { ($0, $1) } }
    set {
      names = newValue.map(\.name)
      values = newValue.map(\.value)
    }
  }
  private var names: [String]
  private var values: [FieldValue]
  /// Where; nil for a row of a plain table.
  public var geometry: Geometry?
  /// The third coordinates of a point or of lines; nil when there are none.
  public var heights: GeometryHeights?
  /// When each line of a recorded track begins and ends, seconds since 1970; empty when that is not known of all.
  public var lineTimes: [ClosedRange<Double>] = []

  /// A row.
  public init(fields: [(name: String, value: FieldValue)], geometry: Geometry?) {
    names = fields.map(\.name)
    values = fields.map(\.value)
    self.geometry = geometry
  }

  /// A row from names and values in the same order; the shorter list ends both.
  init(names: [String], values: [FieldValue], geometry: Geometry?) {
    self.names = names
    self.values = values
    self.geometry = geometry
  }

  /// The value of a column by its place; nil beyond the last.
  public func value(at index: Int) -> FieldValue? { values.indices.contains(index) ? values[index] : nil }

  /// The value of the first field of that exact name; nil when the row has no such field.
  public subscript(name: String) -> FieldValue? {
    guard let index = names.firstIndex(of: name), index < values.count else { return nil }
    return values[index]
  }
}
