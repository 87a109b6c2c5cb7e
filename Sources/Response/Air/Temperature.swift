/// A temperature of the air.
public struct Temperature: Sendable, Hashable, Comparable {
  /// In kelvins.
  public let kelvins: Double

  /// The melting point of ice, K.
  package static let ice = 273.15

  private init(kelvins: Double) { self.kelvins = kelvins }

  /// From kelvins.
  public static func kelvins(_ value: Double) -> Temperature { Temperature(kelvins: value) }
  /// From degrees Celsius.
  public static func celsius(_ value: Double) -> Temperature { Temperature(kelvins: value + ice) }

  /// In degrees Celsius.
  public var celsius: Double { kelvins - Self.ice }

  /// Whether the first is the colder one.
  public static func < (a: Temperature, b: Temperature) -> Bool { a.kelvins < b.kelvins }
}
