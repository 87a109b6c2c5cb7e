/// One value of a file of pressure levels, at a place.
public struct LevelBand: Sendable, Hashable {
  /// What is given.
  public enum Quantity: Sendable, Hashable, CaseIterable {
    /// The wind towards the east, m/s.
    case eastwardWind
    /// The wind towards the north, m/s.
    case northwardWind
    /// The temperature, K.
    case temperature
    /// The relative humidity, 0 to 1.
    case relativeHumidity
    /// The height of the level above mean sea level, m.
    case height
  }

  /// What is given.
  public var quantity: Quantity
  /// The pressure of the level, Pa.
  public var pressurePascals: Double
  /// When, seconds since 1970-01-01 UTC; nil where the file does not say.
  public var time: Double?
  /// The value, in the unit of its quantity.
  public var value: Double
}
