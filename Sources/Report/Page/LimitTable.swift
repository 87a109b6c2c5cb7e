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

  /// Rows are the closer together the nearer they are to the radar. At the far end of 400 km a line between two lies 4 m
  /// above the beam, s²/8R for a step s.
  private static let steps = 48

  /// - Parameter azimuth: One that is not blind; by it the radius of the Earth differs by 0.7 % at most.
  init(_ limits: RadarLimits, azimuth: Angle) {
    rows = (0...Self.steps).map { step -> Row in
      let part = Double(step) / Double(Self.steps)
      let distance = limits.slantRange * (part * part)
      func limit(at metres: Double) -> RadarLimits.Cause {
        limits.cause(at: .metres(metres), groundDistance: distance, azimuth: azimuth) ?? .range
      }
      guard let span = limits.altitudes(groundDistance: distance, azimuth: azimuth) else {
        let cause = limit(at: limits.antennaAltitude.metres)
        return Row(distance: distance, span: nil, below: cause, above: cause)
      }
      return Row(
        distance: distance, span: span, below: limit(at: span.lowestMetres - 1),
        above: limit(at: span.highestMetres + 1))
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
