public import Units

/// The weather that was observed in one hour.
public struct WeatherHour: Sendable, Hashable {
  /// 1 to 12; nil where it is not said.
  public var month: Int?
  /// Of the day, 0 to 23, local time.
  public var hour: Int
  /// Visibility at the ground; nil where it was not observed.
  public var visibility: Length?
  /// Height above the ground of the lowest layer of clouds that covers more than half of the sky, infinite without one; nil
  /// where it was not observed.
  public var ceiling: Length?

  /// An hour.
  public init(month: Int?, hour: Int, visibility: Length?, ceiling: Length?) {
    self.month = month
    self.hour = hour
    self.visibility = visibility
    self.ceiling = ceiling
  }
}

/// The weather below which an asset does not fly.
public struct WeatherMinima: Sendable, Hashable {
  /// Visibility; nil for any.
  public var visibility: Length?
  /// Height of clouds above the ground; nil for any.
  public var ceiling: Length?

  /// Minima.
  public init(visibility: Length?, ceiling: Length?) {
    self.visibility = visibility
    self.ceiling = ceiling
  }

  /// Whether nothing is stated.
  public var isEmpty: Bool { visibility == nil && ceiling == nil }

  /// Whether it can fly in an hour; nil where what decides was not observed.
  public func allow(_ hour: WeatherHour) -> Bool? {
    func isMet(_ least: Length?, _ observed: Length?) -> Bool? {
      guard let least else { return true }
      return observed.map { $0 >= least }
    }
    let parts = [isMet(visibility, hour.visibility), isMet(ceiling, hour.ceiling)]
    if parts.contains(false) { return false }
    return parts.contains(nil) ? nil : true
  }
}

/// The share of the hours in which the weather lets an asset fly.
public struct FlyableShare: Sendable, Hashable {
  /// 0 to 1.
  public var value: Double
  /// Of how many observed hours it is counted; nil where it is stated.
  public var hours: Int?

  /// A share.
  public init(value: Double, hours: Int?) {
    self.value = value
    self.hours = hours
  }

  /// The share of hours that minima allow, of those of which it is known; nil where there is none.
  public init?(of hours: [WeatherHour], by minima: WeatherMinima) {
    let known = hours.compactMap(minima.allow)
    guard !known.isEmpty else { return nil }
    self.init(value: Double(known.count { $0 }) / Double(known.count), hours: known.count)
  }
}
