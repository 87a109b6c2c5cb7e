package import Units

extension SightProfile {
  /// The lowest altitude in sight over the target's place from an antenna, never below the ground there.
  ///
  /// The same line as ``SightLine``, for many antennas over one way.
  /// - Parameters:
  ///   - antenna: Altitude of the antenna above mean sea level; the ground under it is not looked at.
  ///   - k: Effective Earth radius factor; positive and finite.
  /// - Returns: Nil when ground on the way or at the place is unknown.
  package func lowestVisibleAltitude(antenna: Length, k: Double) -> Length? {
    SightLine(over: self, antennaAltitude: antenna, targetAltitude: .zero, k: k).lowestVisibleAltitude
  }

  /// The lowest altitudes in sight over each place of the way, as it goes out from the antenna; nil behind unknown ground.
  /// - Complexity: O(places).
  package func lowestVisibleAltitudes(antenna: Length, k: Double) -> [Length?] {
    let geometry = SightGeometry(radius: k * curvature, antenna: antenna.metres)
    var highest = -Double.infinity
    var isKnown = true
    return samples.enumerated().map { index, sample in
      guard index > 0 else { return sample.top }
      isKnown = isKnown && !sample.topMetres.isNaN
      guard isKnown else { return nil }
      let grazing = highest.isFinite ? geometry.altitude(distance: sample.metres, slope: highest) : -.infinity
      highest = max(highest, geometry.slope(distance: sample.metres, altitude: sample.topMetres))
      return .metres(max(grazing, sample.topMetres))
    }
  }
}
