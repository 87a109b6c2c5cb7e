public import Units

/// What a plan says of the reach of its assets.
public struct ReachSettings: Sendable, Hashable {
  /// Times from the order within which places are reached, ascending, each once.
  public var limits: [Duration]
  /// Side of a cell; nil: by the size of the area.
  public var step: Length?
  /// Whether flights go over the terrain; otherwise along geodesics.
  public var isRouted: Bool

  /// Settings.
  public init(limits: [Duration], step: Length? = nil, isRouted: Bool = false) {
    self.limits = limits
    self.step = step
    self.isRouted = isRouted
  }

  /// The limits where none are stated: a quarter of an hour, half an hour and an hour.
  public static let usualLimits: [Duration] = [.minutes(15), .minutes(30), .minutes(60)]
  /// The longest limit.
  public static let longestLimit = Duration.hours(48)
  /// How many limits there may be: each has polygons of its own for every asset.
  public static let mostLimits = 12
}
