internal import Units

/// How long one asset takes from the order to many places, by day or by night.
///
/// Each time is that of ``ResponseTime`` for a strip of unknown length at the place: readiness, departure, flight and landing,
/// or nothing where an obstacle stands in the way.
package struct AssetReach: Sendable {
  /// Who flies.
  package let asset: Asset
  /// By day or by night.
  package let period: Period
  /// Time at the place before the way back.
  package let onScene: Duration
  /// Flights over terrain; nil: along geodesics.
  package var routed: RoutedFlights?

  /// An asset in a period.
  package init(asset: Asset, period: Period, onScene: Duration, routed: RoutedFlights? = nil) {
    self.asset = asset.withoutRoutes
    self.period = period
    self.onScene = onScene
    self.routed = routed
  }

  /// Whether it flies at all then.
  package var isFlown: Bool { asset.readiness(by: period) != nil }

  /// Minutes from the order to each place; NaN where it is out of reach.
  ///
  /// A number is never below the time: it is rounded up to the next `Float`.
  /// - Complexity: as many response times as places.
  package func minutes(to places: some Sequence<ReachPlace>) -> [Float] {
    places.map { place in
      guard isFlown, let time = time(to: place.strip), time.isReachable, let total = time.total else { return .nan }
      return Self.roundedUp(total.inMinutes)
    }
  }

  /// The response to a strip, or to another place as one of unknown length; nil where no way over the terrain leads.
  package func time(to strip: Strip) -> ResponseTime? {
    guard let routed else { return ResponseTime(asset: asset, strip: strip, period: period, onScene: onScene) }
    return routed.time(asset: asset, strip: strip, period: period, onScene: onScene)
  }

  /// The least `Float` that is not below a number.
  package static func roundedUp(_ number: Double) -> Float {
    let near = Float(number)
    return Double(near) < number ? near.nextUp : near
  }
}
