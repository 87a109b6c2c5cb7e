public import Units

/// Probabilities of detection at some heights, cell by cell of the page's grids.
public struct DetectionGrids: Sendable {
  /// Heights above ground.
  public var heights: [Length]
  /// By height, in two-hundredths, rounded down: the probability that one look of each radar detects; 255 where unknown.
  public var looks: [[UInt8]]
  /// The same for the looks of a minute.
  public var minutes: [[UInt8]]

  /// A probability as a cell has it.
  static func cell(_ probability: Float) -> UInt8 {
    probability.isNaN ? 255 : UInt8(min(max(Double(probability) * 200, 0), 200).rounded(.down))
  }
}
