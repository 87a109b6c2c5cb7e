/// What follows from the kind of a radar. All that differs between kinds is asked here, and nowhere else.
///
/// A new kind is a new case of ``RadarType/Kind``: it does not compile until ``RadarType/Kind/rule`` states it, and its words on
/// the report page. A kind that needs something else of a target is also a new case of ``Signal``, and does not compile until
/// `Target` says who gives it.
public struct SensorRule: Sendable, Hashable {
  /// What a radar receives of a target.
  public enum Signal: String, Sendable, Hashable, CaseIterable {
    /// Its echo, which every target gives.
    case echo
    /// The reply of its transponder.
    case reply
  }

  /// How the range of detection depends on the target.
  public enum RangeLaw: String, Sendable, Hashable, CaseIterable {
    /// With the fourth root of its cross-section, as the radar range equation has it for an echo that travels both ways.
    case fourthRoot
    /// Not at all.
    case constant
  }

  /// What the radar receives of a target; one that does not give it is not seen at any distance.
  public let signal: Signal
  /// How its detection range depends on the target.
  public let rangeLaw: RangeLaw
  /// What it sees, as in “a secondary radar sees only transponders”.
  package let sees: String

  /// Whether a catalogue has to state a detection range, and the cross-section for which it holds.
  public var needsReference: Bool {
    switch rangeLaw {
    case .fourthRoot: true
    case .constant: false
    }
  }
}

extension RadarType.Kind {
  /// What follows from the kind.
  public var rule: SensorRule {
    switch self {
    case .primary: SensorRule(signal: .echo, rangeLaw: .fourthRoot, sees: "echoes of any target")
    case .secondary: SensorRule(signal: .reply, rangeLaw: .constant, sees: "only transponders")
    }
  }
}

extension SensorRule.Signal {
  /// What a target that does not give it lacks, as in “blind to aircraft without transponder”; nil when every target gives it.
  package var carrier: String? {
    switch self {
    case .echo: nil
    case .reply: "transponder"
    }
  }

  /// The kinds of radar that receive it.
  package var kinds: [RadarType.Kind] { RadarType.Kind.allCases.filter { $0.rule.signal == self } }
}

extension SensorRule {
  /// All kinds in a sentence: “A primary radar sees echoes of any target, a secondary radar only transponders.”
  package static var sentence: String {
    RadarType.Kind.allCases.enumerated().map { index, kind in
      index == 0 ? "A \(kind.rawValue) radar sees \(kind.rule.sees)" : "a \(kind.rawValue) radar \(kind.rule.sees)"
    }.joined(separator: ", ") + "."
  }

  /// The kinds whose catalogue entries need a reference: “a primary radar”.
  package static var kindsWithReference: String {
    RadarType.Kind.allCases.filter(\.rule.needsReference).map { "a \($0.rawValue) radar" }.joined(separator: " or ")
  }
}
