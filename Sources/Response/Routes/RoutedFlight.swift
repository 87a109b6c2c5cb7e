/// The flight of a response over terrain: there and back.
public struct RoutedFlight: Sendable, Hashable {
  /// From the base to the strip; nil where no way leads there.
  public var out: Route?
  /// From the strip to the base; nil where no way leads back, and where none leads there.
  public var back: Route?
  /// Why there is no way there, or none back.
  public var fault: RouteFault?

  /// From over the base to over the strip, each at the clearance: what start, climb-out and landing take is in the aircraft's
  /// allowances.
  public var cruise: Duration? { out?.cruise }
  /// From over the strip to over the base.
  public var cruiseBack: Duration? { back?.cruise }
}

extension Route {
  /// From over the start to over the end, each at the clearance.
  public var cruise: Duration { time - takeOff - landing }
}
