public import Units

/// Why there is no route.
public enum RouteFault: String, FaultCode {
  /// An airspeed, a climb or a descent that is not above zero, or a table of them that contradicts itself.
  case speed
  /// A clearance, a ceiling or an altitude that cannot be.
  case altitude
  /// An area without an inside, or with its top below its bottom.
  case area
  /// One end lies where the ground is unknown, or outside the terrain.
  case unknownGround
  /// One end, with the clearance, is above the ceiling.
  case aboveCeiling
  /// One end lies in an area to keep out of.
  case insideArea
  /// Areas to keep out of close every way; without them there is one.
  case enclosed
  /// Ground above the ceiling, unknown ground or the edge of the terrain closes every way.
  case closed
  /// The wind is faster than the aircraft, so that it does not get there.
  case wind
  /// The terrain cannot be read, or PROJ has no way to its system.
  case terrain

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}

/// What keeps a route from being found.
public typealias RouteError = Fault<RouteFault>

extension Fault<RouteFault> {
  /// A fault.
  init(_ code: RouteFault, _ problem: String, remedy: String? = nil) {
    self.init(code, at: FaultPlace(), problem, remedy: remedy)
  }
}
