import Units

extension RadarType {
  /// The pulses that hit a target while the beam passes over it: θ_az/360° · revisit · PRF.
  ///
  /// For an antenna that turns once a revisit.
  /// - Returns: Nil where beamwidth, revisit or pulse repetition frequency is not stated.
  /// - Source: Skolnik, Introduction to Radar Systems, 3rd ed., eq. 2.32.
  public var hitsPerScan: Double? {
    guard let width = parameters.azimuthBeamwidth, let revisit, let repetition = parameters.pulseRepetition else {
      return nil
    }
    return width.degrees / 360 * revisit.inSeconds * repetition.hertz
  }
}
