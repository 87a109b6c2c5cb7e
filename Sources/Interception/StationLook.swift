package import Coverage
package import Radar
package import Units

/// One look of a station at a target: the probability with which it detects it.
package struct StationLook: Sendable {
  private let model: RadarModel
  private let rangeScale: Double

  /// The looks of a station; nil where they do not count.
  package init?(_ station: RadarStation) {
    guard let model = station.type.lookModel(tilt: station.tilt) else { return nil }
    (self.model, rangeScale) = (model, station.rangeScale)
  }

  /// The probability that a look detects a target that is in view.
  /// - Parameter place: Where the target stands.
  package func probability(at place: LookGeometry, crossSection: Area) -> DetectionProbability {
    model.detector.probability(
      snr: model.signalToNoise(
        slantRange: place.slantRange / rangeScale, elevation: place.elevation, crossSection: crossSection),
      model.fluctuation)
  }
}
