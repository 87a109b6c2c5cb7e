/// The part of a drawing within its margins, in which values stand.
struct ChartFrame: Sendable {
  /// The size of the drawing.
  let width: Double
  let height: Double
  /// The margins.
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// Where the frame ends to the right.
  var end: Double { width - right }
  /// Where it ends below.
  var floor: Double { height - bottom }
  /// The size of the frame itself.
  var across: Double { width - left - right }
  var upward: Double { height - top - bottom }

  /// A place between the left end, 0, and the right one, 1.
  func x(_ share: Double) -> Double { left + share * across }

  /// The place of a value on a scale that rises from the floor to the top.
  func y(_ value: Double, from low: Double, to high: Double) -> Double {
    floor - (value - low) / (high - low) * upward
  }
}
