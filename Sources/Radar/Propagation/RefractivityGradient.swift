public import Units

extension EffectiveEarth {
  /// The effective Earth of a lapse of refractivity with height.
  ///
  /// k = 157 / (157 + dN/dh), with dN/dh in N-units a kilometre, negative as a rule: −39 gives 4/3. At −157 and below rays
  /// follow the Earth or bend back to it (ducting): no radius stands for that.
  /// - Parameter gradient: dN/dh, N-units a kilometre, above −157.
  /// - Throws: ``PropagationError`` with code `badEarth` for −157 and below, and for what is not a number.
  /// - Source: ITU-R P.452-18, eq. 5; the gradient by percentiles is ITU-R P.453's.
  public init(refractivityGradient gradient: Double) throws(PropagationError) {
    guard gradient > -157, gradient.isFinite else {
      throw PropagationError(
        .badEarth,
        "a refractivity gradient of \(gradient) N/km ducts", remedy: "give one above -157, as in -39")
    }
    self.init(k: 157 / (157 + gradient))
  }
}
