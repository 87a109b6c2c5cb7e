/// The units of outputs for people.
///
/// Files for programs keep the units that their keys name, areas are km² in both systems, and radar cross-sections m².
public enum UnitSystem: String, Sendable, Hashable, CaseIterable {
  /// Metres, kilometres, km/h.
  case metric
  /// Feet, nautical miles, knots; altitudes from ``transitionAltitude`` on as flight levels.
  case aviation

  /// The system in which texts for people are written now; whoever makes an output sets it for the length of its work.
  @TaskLocal public static var current = UnitSystem.metric

  /// From this altitude above mean sea level on, aviation states flight levels: 18,000 ft, as in North America and Peru.
  public static let transitionAltitude = Length.feet(18_000)

  /// Runs `body` with its texts for people in this system.
  public func writing<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    try UnitSystem.$current.withValue(self) { Result { () throws(Failure) in try body() } }.get()
  }

  /// Runs `body` with its texts for people in this system, and those of the tasks that it waits for.
  public func writing<Value, Failure: Error>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let result: Result<Value, Failure> = await UnitSystem.$current.withValue(self) {
      do throws(Failure) { return .success(try await body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The symbol of distances.
  public var distanceSymbol: String { self == .metric ? "km" : "NM" }
  /// The symbol of heights and altitudes.
  public var heightSymbol: String { self == .metric ? "m" : "ft" }
  /// The symbol of speeds.
  public var speedSymbol: String { self == .metric ? "km/h" : "kt" }
  /// One unit of distance.
  public var distance: Length { self == .metric ? .kilometres(1) : .nauticalMiles(1) }
  /// One unit of height.
  public var height: Length { self == .metric ? .metres(1) : .feet(1) }

  /// The text of a heading with the symbols of this system: `km` becomes `NM`; `km²` stays.
  public func heading(_ text: String) -> String {
    self == .metric ? text : text.replacing(/\bkm\b(?![²\/])/, with: "NM")
  }
}

extension Length {
  /// The number of a distance in the units of the output.
  package var shownDistance: Double { self / UnitSystem.current.distance }
  /// The number of a height in the units of the output.
  package var shownHeight: Double { self / UnitSystem.current.height }
}
