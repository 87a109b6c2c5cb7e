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
    /// The position that it broadcasts, as ADS-B Out does.
    case broadcast
  }

  /// How the range of detection depends on the target.
  public enum RangeLaw: String, Sendable, Hashable, CaseIterable {
    /// With the fourth root of its cross-section, as the radar range equation has it for an echo that travels both ways.
    case fourthRoot
    /// Not at all.
    case constant
  }

  /// What it takes to see a target, besides the sensor itself.
  public enum Arrangement: String, Sendable, Hashable, CaseIterable {
    /// Nothing: one antenna sees.
    case alone
    /// Several stations that hear the same target.
    case stations
    /// Transmitters of others, which illuminate the target.
    case illuminators
  }

  /// What the radar receives of a target; one that does not give it is not seen at any distance.
  public let signal: Signal
  /// How its detection range depends on the target.
  public let rangeLaw: RangeLaw
  /// What it takes besides the sensor.
  public let arrangement: Arrangement
  /// The kind in words with its article: “a secondary radar”.
  package let name: String
  /// What it sees, as in “a secondary radar sees only transponders”.
  package let sees: String

  /// Whether a target's own transmission travels one way to a receiver that asks nothing: its range may follow from
  /// ``OneWayLink``.
  public var isOneWay: Bool { rangeLaw == .constant && (signal == .broadcast || arrangement == .stations) }

  /// Whether a catalogue has to state a detection range, and the cross-section for which it holds.
  public var needsReference: Bool {
    switch rangeLaw {
    case .fourthRoot: true
    case .constant: false
    }
  }
}

extension RadarType {
  /// What the radar answers to.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Sees echoes of any target.
    case primary
    /// Interrogates transponders and is blind to a target without one.
    case secondary
    /// A receiver of positions that aircraft broadcast.
    case adsb
    /// A station of a system that places a transponder by the times at which several stations receive it.
    case multilateration
    /// A receiver of echoes of transmitters that others run.
    case passive
  }
}

extension RadarType.Kind {
  /// What follows from the kind.
  public var rule: SensorRule {
    switch self {
    case .primary:
      SensorRule(
        signal: .echo, rangeLaw: .fourthRoot, arrangement: .alone, name: "a primary radar", sees: "echoes of any target"
      )
    case .secondary:
      SensorRule(
        signal: .reply, rangeLaw: .constant, arrangement: .alone, name: "a secondary radar", sees: "only transponders")
    case .adsb:
      SensorRule(
        signal: .broadcast, rangeLaw: .constant, arrangement: .alone, name: "an ADS-B receiver (`adsb`)",
        sees: "only transponders with ADS-B Out")
    case .multilateration:
      SensorRule(
        signal: .reply, rangeLaw: .constant, arrangement: .stations, name: "a system of `multilateration` stations",
        sees: "only transponders that enough of its stations hear")
    case .passive:
      SensorRule(
        signal: .echo, rangeLaw: .fourthRoot, arrangement: .illuminators, name: "a `passive` sensor",
        sees: "echoes of illuminators")
    }
  }
}

extension SensorRule.Signal {
  /// What a target that does not give it lacks, as in “blind to aircraft without transponder”; nil when every target gives it.
  package var carrier: String? {
    switch self {
    case .echo: nil
    case .reply: "transponder"
    case .broadcast: "ADS-B Out"
    }
  }

  /// The kinds of radar that receive it.
  package var kinds: [RadarType.Kind] { RadarType.Kind.allCases.filter { $0.rule.signal == self } }
}

extension SensorRule {
  /// All kinds in a sentence: “A primary radar sees echoes of any target, a secondary radar only transponders.”
  package static var sentence: String {
    RadarType.Kind.allCases.enumerated().map { index, kind in
      index == 0
        ? "\(kind.rule.name.prefix(1).uppercased())\(kind.rule.name.dropFirst()) sees \(kind.rule.sees)"
        : "\(kind.rule.name) \(kind.rule.sees)"
    }.joined(separator: ", ") + "."
  }

  /// The kinds whose catalogue entries need a reference: “a primary radar”.
  package static var kindsWithReference: String {
    RadarType.Kind.allCases.filter(\.rule.needsReference).map(\.rule.name).joined(separator: " or ")
  }
}
