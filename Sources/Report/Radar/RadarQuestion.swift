public import Radar
public import Scenario
public import Units

/// What is asked of radar types, apart from any plan.
public struct RadarQuestion: Sendable {
  /// Cross-sections of targets.
  public var crossSections: [Area] = RadarQuestion.usualCrossSections
  /// Probabilities of detection that a look must reach.
  public var detections: [Double] = [0.5, 0.8, 0.9]
  /// Heights of targets above the ground.
  public var heights: [Length] = RadarQuestion.usualHeights
  /// Of looks in place of the type's: probability of false alarm, fluctuation, pulses.
  public var falseAlarm: Double?
  /// See ``falseAlarm``.
  public var fluctuation: TargetFluctuation?
  /// See ``falseAlarm``.
  public var pulses: Int?
  /// Height of the antenna above the ground; nil for the type's.
  public var antennaHeight: Length?
  /// The ground's altitude above mean sea level.
  public var ground: Length = .zero
  /// Mechanical tilt of the antenna.
  public var tilt: Angle = .zero
  /// The effective Earth.
  public var earth = EffectiveEarth()
  /// Air and rain.
  public var weather = Weather()
  /// The surface before the radar that reflects; nil for none.
  public var surface: ReflectingSurface?
  /// Whether air and rain are left out.
  public var isFreeSpace = false
  /// The slant range of the budget; nil for the range of detection.
  public var range: Length?
  /// The elevation angle of the budget; nil for the axis of the beam.
  public var elevation: Angle?
  /// A signal-to-noise ratio whose range is asked as well.
  public var signalToNoise: Decibels?

  /// Which end of a scenario's bands counts, for people; nil where nothing is in doubt.
  public var bands: String?
  /// The baselines of passive sensors of a scenario, by which their types are told; none without one.
  public var baselines: [BistaticBaseline] = []

  /// The height above ground at which the vertical coverage chart ends; nil for one that holds the coverage, 15 km at most.
  public var chartTop: Length?

  /// The usual question.
  public init() {}

  /// 1 m², which textbooks give a small single-engine aircraft, and 5 dB less and more: no measured table of one is public.
  /// - Source: Skolnik, Introduction to Radar Systems, 3rd ed., table 2.2.
  public static let usualCrossSections: [Area] = [.squareMetres(0.3), .squareMetres(1), .squareMetres(3)]

  /// From crop-duster height to cruising levels.
  public static let usualHeights: [Length] = [50, 150, 300, 600, 1000, 2000, 3000, 5000, 10_000].map { .metres($0) }
}

extension RadarQuestion {
  /// What `radar` takes of a scenario's bands, and what its plans do: nil for a scenario without.
  public static func medianText(of scenario: Scenario) -> String? {
    guard let doubt = scenario.doubt else { return nil }
    let spread = doubt.crossSectionSpread.value
    return "k \(doubt.median.k.fixed(3)), the median of the scenario, and cross-sections as stated; its plans count k "
      + "\(doubt.low.k.fixed(3))" + (spread > 0 ? " and \(spread.significant(3)) dB less" : "")
  }
}
