/// Something that stops nothing and that a reader of the result has to know: a code for programs, and for people where it
/// is and what it is.
///
/// Each module names its own by the codes that it has: `TerrainWarning` is `Warning<TerrainWarningCode>`.
public struct Warning<Kind: WarningCode>: Sendable, Hashable, CustomStringConvertible {
  /// The kinds of warning of the module.
  public typealias Code = Kind

  /// The kind of warning.
  public var code: Kind
  /// Where it is, or what it is about.
  public var place: FaultPlace
  /// The whole in one line, with its place.
  public var text: String

  package init(_ code: Kind, at place: FaultPlace = FaultPlace(), _ text: String) {
    self.code = code
    self.place = place
    self.text = text
  }

  /// A warning of another module, passed on with its place and its text.
  package init(_ code: Kind, from cause: Warning<some WarningCode>) {
    self.init(code, at: cause.place, cause.text)
  }

  /// The whole in one line.
  public var description: String { text }
}

extension Warning: Encodable {
  /// Encodes the text: what a list of warnings holds for people.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
