internal import Units

/// A rule of thumb that lengthens the runway of sea level in the standard atmosphere for a density altitude, where no table
/// of the aircraft is known.
///
/// A tenth for each 1,000 ft of density altitude up to 8,000 ft, and 15 % of the figure of sea level for each 1,000 ft above. It
/// is that of the take-off of an aeroplane with a constant-speed propeller; fixed pitch needs more (12 and 20 %), a landing less
/// (5 %), a turboprop often less. Below sea level nothing is taken off.
/// - Accuracy: an approximation, as rules of thumb are; the flight manual's table, as `runway_table`, takes its place.
/// - Source: S. Imeson, Mountain Flying Bible, rules of thumb (mountainflying.com); CAA Safety Sense Leaflet 7, Aeroplane
///   Performance: a tenth for each 1,000 ft of elevation and for each 10 °C, which are some 1,200 ft of density altitude.
enum RunwayRule {
  private static let bend = 8.0  // thousands of feet
  private static let below = 0.10
  private static let above = 0.15

  /// What the length at sea level is multiplied with.
  static func factor(at densityAltitude: Length) -> Double {
    let thousands = max(densityAltitude / .feet(1000), 0)
    return 1 + below * min(thousands, bend) + above * max(thousands - bend, 0)
  }
}

extension Aircraft {
  /// Whether ``requiredRunway`` is that of sea level: a catalogue's, and no table stands in its place.
  var hasRunwayOfSeaLevel: Bool {
    requiredRunway != nil && performance?.runway == nil && performance?.sources[.requiredRunway] != nil
  }

  /// The runway that an aeroplane needs at a density altitude: by its table, by ``RunwayRule`` from a catalogue's figure, or the
  /// one that is stated for its strips; nil where it lands on none or the need is unknown.
  func runwayNeeded(at densityAltitude: Length?) -> Length? {
    if let table = performance?.runway { return densityAltitude.flatMap { table.value(at: $0) } }
    guard let requiredRunway, hasRunwayOfSeaLevel else { return requiredRunway }
    return densityAltitude.map { requiredRunway * RunwayRule.factor(at: $0) }
  }
}
