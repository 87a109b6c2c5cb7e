package import Coverage
package import Radar
package import Units

/// One look of a station at a target: the probability with which it detects it.
package struct StationLook: Sendable {
  private let model: RadarModel
  private let rangeScale: Double
  private let looks: TypeLooks?
  /// The ratio below which a look detects nothing: that of one in 10,000, or of ten times the false alarms.
  private let least: Decibels

  /// The looks of a station; nil where they do not count.
  package init?(_ station: RadarStation) {
    guard let model = station.type.lookModel(tilt: station.tilt) else { return nil }
    (self.model, rangeScale, looks) = (model, station.rangeScale, station.type.looks)
    guard looks?.wave != nil else {
      least = Decibels(-.infinity)
      return
    }
    // Above the probability of false alarm there is a ratio for every probability.
    least =
      (try? model.requiredSignalToNoise(
        detection: min(max(1e-4, 10 * model.detector.falseAlarmProbability), 0.5))) ?? Decibels(-.infinity)
  }

  /// What to look for in place of a target, to find where a look may detect it: as far as a radar shows anything; where
  /// diffraction counts, also behind the edges of shadows, as far as there is enough of a signal.
  package func sought(_ target: Target) -> Target {
    guard let looks, looks.wave?.losses.diffraction == true else { return target.boundless }
    var target = target
    target.leeway = Decibels(looks.signalToNoise.value - least.value)
    return target
  }

  /// The probability that a look detects a target that is in view.
  /// - Parameters:
  ///   - place: Where the target stands.
  ///   - loss: What the way takes, there and back; asked only where it counts, with a loss from which on it does not matter how
  ///     much more it is.
  package func probability(
    at place: LookGeometry, crossSection: Area, loss: (_ enough: Decibels) -> Decibels = { _ in Decibels(0) }
  ) -> DetectionProbability {
    func ratio(_ loss: Decibels) -> Decibels {
      model.signalToNoise(
        slantRange: place.slantRange / rangeScale, elevation: place.elevation, crossSection: crossSection, loss: loss)
    }
    let free = ratio(Decibels(0))
    guard looks?.wave != nil else { return model.detector.probability(snr: free, model.fluctuation) }
    // A reply feels half of what the way takes there and back.
    let spare = Decibels(2 * (free.value - least.value))
    let lost = spare > Decibels(0) ? loss(spare) : spare
    guard spare > Decibels(0), lost.value < .infinity else { return DetectionProbability(detected: 0, missed: 1) }
    return model.detector.probability(snr: ratio(lost), model.fluctuation)
  }
}
