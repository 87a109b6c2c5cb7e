internal import Geodesy
public import Response
internal import Units

extension RouteReport {
  /// The way back, and the fuel for both.
  public struct WayBack: Sendable {
    /// From the end to the start.
    public var route: Route
    /// From people on the ground there to the start of the engines.
    public var stay: Duration
    /// Start, climb, and landing of the way back.
    public var allowance: Duration
    /// How long the fuel lasts, less the reserve; nil where it is unknown.
    public var available: Duration?

    /// A way back.
    public init(_ route: Route, stay: Duration, allowance: Duration, available: Duration?) {
      self.route = route
      self.stay = stay
      self.allowance = allowance
      self.available = available
    }
  }

  /// From off-blocks at the start to the return there; nil without a way back.
  var needed: Duration? { wayBack.map { block + $0.stay + $0.route.cruise + $0.allowance } }

  /// What the fuel lasts beyond that; nil where it is unknown.
  var fuelLeft: Duration? { needed.flatMap { needed in wayBack?.available.map { $0 - needed } } }

  /// Lines of the way back for people; none without one.
  var backLines: [(String, String)] {
    guard let wayBack, let needed else { return [] }
    let back = wayBack.route
    let fuel =
      switch (wayBack.available, fuelLeft) {
      case (let available?, let left?):
        left < .zero
          ? "does not suffice: for \(available.text) beside the reserve, needs \(needed.text)"
          : "for \(available.text) beside the reserve, needs \(needed.text): \(left.text) left"
      default: "needs \(needed.text); how long it lasts is unknown"
      }
    return [
      (
        "back",
        "\(back.distance.kilometres.fixed(1)) km in \(back.time.inMinutes.fixed(1)) min, highest \(back.highest.heightText), "
          + "after \(wayBack.stay.text) there"
      ), ("fuel", fuel),
    ]
  }

  /// Figures of the way back; none without one.
  var backMembers: [JSON.Member] {
    guard let wayBack, let needed else { return [] }
    let back = wayBack.route
    let values: KeyValuePairs<String, JSON> = [
      "return_distance_km": .number(back.distance.kilometres, decimals: 4),
      "return_time_min": .number(back.time.inMinutes, decimals: 4),
      "return_block_time_min": .number((back.cruise + wayBack.allowance).inMinutes, decimals: 4),
      "return_least_time_min": .number(back.leastTime.inMinutes, decimals: 4),
      "return_excess_percent": .number(back.excess * 100, decimals: 4), "return_highest_m": .metres(back.highest),
      "on_scene_min": .number(wayBack.stay.inMinutes, decimals: 4),
      "fuel_needed_min": .number(needed.inMinutes, decimals: 4),
      "fuel_available_min": .optional(wayBack.available?.inMinutes, decimals: 4),
      "fuel_left_min": .optional(fuelLeft?.inMinutes, decimals: 4),
    ]
    return values.map { JSON.Member(key: $0.key, value: $0.value) }
  }

  /// Takes over what stands in the way of a response of the aircraft, and what a crew must know.
  /// - Parameter response: The response between the same places on the straight line. Its fuel counts only without a way back,
  ///   which has its own.
  public mutating func warn(of response: ResponseTime) {
    let obstacles = response.obstacles.filter { obstacle in
      switch obstacle {
      case .endurance: wayBack == nil
      case .notFlown, .noRoute: false
      default: true
      }
    }
    warnings += obstacles.map(\.words) + response.cautions.map { $0.words(in: .en) }
  }
}
