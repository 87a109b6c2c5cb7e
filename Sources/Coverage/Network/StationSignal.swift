package import Radar
internal import Units

/// What one look of a station is worth at a place in its sight, for maps.
package struct StationSignal: Sendable {
  /// The signal-to-noise ratio of one pulse, dB, from the target at a slant range, m, under an elevation, radians, after what the
  /// way there and back takes, dB.
  package let decibels: @Sendable (_ slantMetres: Double, _ elevationRadians: Double, _ loss: Double) -> Double
  /// The probability of detection by that ratio.
  package let curve: DetectionCurve
  /// How often it looks.
  package let looks: LooksInMinute

  /// A station's looks at a target; nil where they do not count, for a target that it cannot detect, and for a sensor that needs
  /// more than its own antenna, whose geometry is another.
  package init?(_ station: RadarStation, target: Target) {
    guard station.type.kind.rule.arrangement == .alone, target.isDetectable(by: station.type.kind),
      let model = station.type.lookModel(tilt: station.tilt)
    else {
      return nil
    }
    let (scale, crossSection) = (station.rangeScale, target.crossSection)
    decibels = { slant, elevation, loss in
      model.signalToNoise(
        slantRange: .metres(slant / scale), elevation: .radians(elevation), crossSection: crossSection,
        loss: Decibels(loss)
      ).value
    }
    curve = DetectionCurve(model.detector, model.fluctuation)
    looks = LooksInMinute(revisitSeconds: (station.type.revisit ?? DetectionSettings.assumedRevisit).inSeconds)
  }
}
