public import Units

extension RadarView {
  /// The greatest slant range on a ray at which one pulse has a signal-to-noise ratio, through air, rain and lobes; the ground
  /// aside.
  /// - Returns: At most the instrumented range; zero where it is nowhere so.
  /// - Accuracy: a millimetre; of lobes, which change along a ray near the radar, the end nearest to their greatest range.
  public func range(signalToNoise needed: Decibels, elevation: Angle, crossSection: Area) -> Length {
    func loss(_ slant: Length) -> Decibels { twoWayLoss(slantRange: slant, elevation: elevation) }
    guard reflection != nil else {
      return model.range(
        signalToNoise: needed, elevation: elevation, crossSection: crossSection, loss: loss)
    }
    func holds(_ slant: Length) -> Bool {
      model.signalToNoise(slantRange: slant, elevation: elevation, crossSection: crossSection, loss: loss(slant))
        >= needed
    }
    let most = model.range(signalToNoise: needed, elevation: elevation, crossSection: crossSection, least: leastLoss)
    guard most > .zero else { return .zero }
    let least = model.type.minimumRange
    if holds(most) { return most }
    // Far away lobes keep their strength along a ray, so that a coarse search from afar finds their end.
    let steps = 64
    guard let step = (0..<steps).reversed().first(where: { holds(most * (Double($0 + 1) / Double(steps + 1))) }) else {
      return .zero
    }
    var (low, high) = (most * (Double(step + 1) / Double(steps + 1)), most * (Double(step + 2) / Double(steps + 1)))
    while high - low > .metres(1e-3) {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if holds(middle) { low = middle } else { high = middle }
    }
    return low >= least ? low : .zero
  }
}
