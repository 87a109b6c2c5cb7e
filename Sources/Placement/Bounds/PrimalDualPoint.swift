/// A fractional list and multipliers, which move together (see ``PrimalDual``).
protocol PrimalDualPoint {
  /// One step of both.
  mutating func step()
  /// The fractional list, in the order of the open options.
  func list(_ source: PrimalDualSource) -> [Double]
  /// What a fractional list loses.
  func loss(_ source: PrimalDualSource) -> Double
  /// Gives a relaxation these multipliers.
  func write(_ source: PrimalDualSource, to relaxation: inout Relaxation)
  /// Begins new averages, and weighs both sides by how far they have moved.
  mutating func restart(from source: PrimalDualSource)
}

extension PrimalDualPoint {
  /// How far multipliers should move for a list's unit, by how far both have moved.
  func balanced(_ weight: Double, listMove: Double, multiplierMove: Double) -> Double {
    listMove > 1e-9 && multiplierMove > 1e-9 * weight ? (weight * multiplierMove / listMove).squareRoot() : weight
  }
}
