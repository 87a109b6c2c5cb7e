package import Radar
internal import Units

/// What one look of a station is worth at a place in its sight, for maps.
package struct StationSignal: Sendable {
  /// The signal-to-noise ratio of one pulse, dB, from the target at a slant range, m, under an elevation, radians.
  package let decibels: @Sendable (_ slantMetres: Double, _ elevationRadians: Double) -> Double
  /// The probability of detection by that ratio.
  package let curve: DetectionCurve
  /// How often it looks.
  package let looks: LooksInMinute

  /// A station's looks at a target; nil where they do not count, and for a target that it cannot detect.
  package init?(_ station: RadarStation, target: Target) {
    guard target.isDetectable(by: station.type.kind), let model = station.type.lookModel(tilt: station.tilt) else {
      return nil
    }
    let (scale, crossSection) = (station.rangeScale, target.crossSection)
    decibels = { slant, elevation in
      model.signalToNoise(
        slantRange: .metres(slant / scale), elevation: .radians(elevation), crossSection: crossSection
      ).value
    }
    curve = DetectionCurve(model.detector, model.fluctuation)
    looks = LooksInMinute(revisitSeconds: (station.type.revisit ?? DetectionSettings.assumedRevisit).inSeconds)
  }
}
