/// The mark between the whole and the fraction of a number.
public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
  /// `1.5`
  case point
  /// `1,5`
  case comma

  init?(character: Character) {
    switch character {
    case ".": self = .point
    case ",": self = .comma
    default: return nil
    }
  }

  /// The other one, which then parts thousands.
  var other: DecimalMark { self == .point ? .comma : .point }
}
