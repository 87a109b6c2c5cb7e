internal import Coverage
internal import Units

/// Which altitudes the limits of one radar itself allow, by distance, and what ends them: why a place over terrain is not
/// seen where the ground does not hide it.
struct LimitTable {
  private struct Row {
    var distance: Length
    /// Nil where the limits allow no altitude.
    var span: RadarLimits.Span?
    var below: RadarLimits.Cause
    var above: RadarLimits.Cause
  }

  private let rows: [Row]

  /// As many distances as rows, the closer together the nearer: at the far end of 400 km a line between two lies 4 m above
  /// the beam, s²/8R for a step s.
  private static let steps = 48

  /// - Parameter azimuth: One that is not blind; by it the radius of the Earth differs by 0.7 % at most.
  init(_ limits: RadarLimits, azimuth: Angle) {
    rows = (0...Self.steps).map { step in
      let part = Double(step) / Double(Self.steps)
      let distance = limits.slantRange * (part * part)
      func cause(_ metres: Double) -> RadarLimits.Cause {
        limits.cause(at: .metres(metres), groundDistance: distance, azimuth: azimuth) ?? .range
      }
      guard let span = limits.altitudes(groundDistance: distance, azimuth: azimuth) else {
        let cause = cause(limits.antennaAltitude.metres)
        return Row(distance: distance, span: nil, below: cause, above: cause)
      }
      return Row(
        distance: distance, span: span, below: cause(span.lowestMetres - 1), above: cause(span.highestMetres + 1))
    }
  }

  var json: JSON {
    .object([
      "distance_m": .array(rows.map { .number($0.distance.metres, decimals: 0) }),
      "lowest_amsl_m": .array(rows.map { .optional($0.span?.lowestMetres, decimals: 0) }),
      "highest_amsl_m": .array(rows.map { .optional($0.span?.highestMetres, decimals: 0) }),
      "below": .runs(rows.map(\.below.rawValue)), "above": .runs(rows.map(\.above.rawValue)),
    ])
  }
}
