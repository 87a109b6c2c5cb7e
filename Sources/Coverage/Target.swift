public import Radar
public import Units

/// What a radar looks for.
public struct Target: Sendable, Hashable {
  /// Radar cross-section.
  public var crossSection: Area
  /// Whether it answers a secondary radar.
  public var hasTransponder: Bool
  /// By how much less than the signal-to-noise ratio of the wanted probability of detection is enough; zero for that.
  ///
  /// Counts where looks do (``TypeLooks``).
  public var leeway: Decibels

  /// A target.
  public init(crossSection: Area, hasTransponder: Bool, leeway: Decibels = Decibels(0)) {
    self.crossSection = crossSection
    self.hasTransponder = hasTransponder
    self.leeway = leeway
  }
}

extension Target {
  /// The same target of a boundless cross-section, which is in view as far as a radar shows anything: where radars have it
  /// in view, looks may detect the target.
  public var boundless: Target { Target(crossSection: .squareMetres(.infinity), hasTransponder: hasTransponder) }

  /// Whether it gives what a sensor receives.
  public func gives(_ signal: SensorRule.Signal) -> Bool {
    switch signal {
    case .echo: true
    case .reply: hasTransponder
    }
  }

  /// Whether a radar of a kind can see it at all; its range, beam and the ground aside.
  public func isDetectable(by kind: RadarType.Kind) -> Bool { gives(kind.rule.signal) }
}
