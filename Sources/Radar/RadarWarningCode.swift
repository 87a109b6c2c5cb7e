public import Units

/// The kinds of warning about radars and the losses of paths.
public enum RadarWarningCode: String, WarningCode {
  /// The frequency lies beyond that of the diffraction model.
  case diffractionFrequency
  /// The frequency lies below that of the gas model.
  case gasFrequency
  /// The frequency lies below that of the rain model.
  case rainFrequency
  /// Diffraction takes so much that troposcatter, which is not counted, may be stronger.
  case troposcatter
  /// Heights beyond the atmosphere's model.
  case airHeight
  /// Losses are unknown or none.
  case noLosses
  /// No frequency is stated, so that losses are not counted.
  case noFrequency
  /// Ranges are those of a monostatic equivalent, and the sensor is bistatic.
  case bistatic
  /// Parameters of a type contradict each other.
  case contradiction
}
