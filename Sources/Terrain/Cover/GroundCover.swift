public import Geodesy
public import Units

/// What stands on the ground, as a scenario states it: trees for the most part.
///
/// It hides what lies behind it, and what lies in it. Heights above ground count from the bare ground below it, so that an
/// aircraft 50 m above ground flies 25 m above trees of 25 m. Within the clearings the ground is bare.
public struct GroundCover: Sendable, Hashable {
  /// Its height above the bare ground where nothing else states one; nil: unknown there.
  public var height: Length?
  /// How far the ground is clear around each antenna and around each of ``clearings``.
  public var clearing: Length
  /// The places with a clearing besides the antenna that looks: existing radars, bases, strips.
  public var clearings: [Position]

  /// How far the ground is clear where nothing is stated: as far as sites of search radars are commonly kept free.
  public static let defaultClearing = Length.kilometres(1)

  /// Cover of one height.
  public init(height: Length?, clearing: Length, clearings: [Position]) {
    self.height = height
    self.clearing = clearing
    self.clearings = clearings
  }

  /// Everything that the surface depends on, as text.
  var key: String { "cover \(height?.metres ?? .nan) clear \(clearing.metres) \(clearings)" }
}
