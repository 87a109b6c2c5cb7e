/// A layer to write: typed fields, one kind of geometry, rows in a fixed order.
public struct OutputLayer: Sendable {
  /// What a field holds.
  public enum FieldKind: Sendable, Hashable {
    /// Whole numbers.
    case integer
    /// Real numbers.
    case real
    /// Text.
    case text
    /// `yes` or `no`, written as a truth value.
    case flag
    /// A date with a time, UTC, given as the text `2000-01-01T00:00:00Z`.
    case time
  }

  /// A field.
  public struct Field: Sendable, Hashable {
    /// Its name, with the unit (`outer_radius_km`).
    public var name: String
    /// What it holds.
    public var kind: FieldKind

    /// A field.
    public init(_ name: String, _ kind: FieldKind) {
      self.name = name
      self.kind = kind
    }
  }

  /// What every row of the layer is on the map.
  public enum GeometryKind: Sendable, Hashable {
    /// A plain table.
    case none
    /// Points.
    case points
    /// Lines, also of several parts.
    case lines
    /// Polygons, also of several parts.
    case polygons
    /// Any of them, row by row.
    case any
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// Values in the order of the fields.
    public var values: [FieldValue]
    /// Where.
    public var geometry: Geometry?
  }

  /// Name of the layer.
  public var name: String
  /// One sentence for people.
  public var description: String
  /// Name of the column that numbers the rows, in formats that have one.
  public var key = "fid"
  /// The fields, in order.
  public var fields: [Field]
  /// The geometry.
  public var geometry: GeometryKind
  /// The rows, in order.
  public private(set) var rows: [Row] = []

  /// An empty layer.
  public init(name: String, description: String = "", geometry: GeometryKind, fields: [Field]) {
    self.name = name
    self.description = description
    self.geometry = geometry
    self.fields = fields
  }

  /// Appends a row.
  /// - Precondition: one value per field.
  public mutating func append(_ values: [FieldValue], _ geometry: Geometry? = nil) {
    precondition(values.count == fields.count, "a row of \(values.count) values in a layer of \(fields.count) fields")
    rows.append(Row(values: values, geometry: geometry))
  }
}

extension FieldValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A real number.
  public init(floatLiteral value: Double) { self = .real(value) }

  /// A text, or no value.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  /// A whole number, or no value.
  public init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
  /// A real number, or no value; what is not finite counts as no value.
  public init(_ number: Double?) { self = number.flatMap { $0.isFinite ? .real($0) : nil } ?? .null }
  /// Yes or no, or no value.
  public init(_ flag: Bool?) { self = flag.map { .text($0 ? "yes" : "no") } ?? .null }
}
