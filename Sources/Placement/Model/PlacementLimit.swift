/// No more than so much of something, over all options that are bought.
public struct PlacementLimit: Sendable, Hashable {
  /// What is counted.
  public enum Measure: Sendable, Hashable {
    /// The cost.
    case cost
    /// One for each option.
    case count
    /// A further resource of the model, by its name.
    case resource(String)
  }

  /// What is counted.
  public var measure: Measure
  /// How much there is; zero or more.
  public var most: Double

  /// A limit.
  public init(_ measure: Measure, most: Double) {
    self.measure = measure
    self.most = most
  }

  /// At most so much money.
  public static func budget(_ most: Double) -> PlacementLimit { PlacementLimit(.cost, most: most) }
  /// At most so many options.
  public static func count(_ most: Int) -> PlacementLimit { PlacementLimit(.count, most: Double(most)) }
  /// At most so much of a resource.
  public static func resource(_ name: String, _ most: Double) -> PlacementLimit {
    PlacementLimit(.resource(name), most: most)
  }

  /// Sums of costs may pass a limit by this part of it: a thousand additions of doubles stay below.
  static let tolerance = 1e-12
}
