public import Radar
public import Units

/// What a radar looks for.
public struct Target: Sendable, Hashable {
  /// Radar cross-section.
  public var crossSection: Area
  /// What it transmits of itself.
  public var transponder: Transponder
  /// By how much less than the signal-to-noise ratio of the wanted probability of detection is enough; zero for that.
  ///
  /// Counts where looks do (``TypeLooks``).
  public var leeway: Decibels

  /// A target.
  public init(crossSection: Area, transponder: Transponder, leeway: Decibels = Decibels(0)) {
    self.crossSection = crossSection
    self.transponder = transponder
    self.leeway = leeway
  }

  /// A target that answers secondary radars, or does not; more is not known of its transponder.
  public init(crossSection: Area, hasTransponder: Bool) {
    self.init(crossSection: crossSection, transponder: hasTransponder ? .answering : .none)
  }

  /// Whether it answers a secondary radar.
  public var hasTransponder: Bool { transponder.answers }
}

extension Target {
  /// The same target of a boundless cross-section, which is in view as far as a radar shows anything: where radars have it
  /// in view, looks may detect the target.
  public var boundless: Target { Target(crossSection: .squareMetres(.infinity), transponder: transponder) }

  /// Whether it gives what a sensor receives.
  public func gives(_ signal: SensorRule.Signal) -> Bool {
    switch signal {
    case .echo: true
    case .reply: transponder.answers
    case .broadcast: transponder.broadcasts
    }
  }

  /// The same target with what a sensor receives of it.
  public func giving(_ signal: SensorRule.Signal) -> Target {
    guard !gives(signal) else { return self }
    var target = self
    switch signal {
    case .echo: break
    case .reply: target.transponder = .answering
    case .broadcast: target.transponder = .adsb
    }
    return target
  }

  /// Whether a radar of a kind can see it at all; its range, beam and the ground aside.
  public func isDetectable(by kind: RadarType.Kind) -> Bool { gives(kind.rule.signal) }
}
