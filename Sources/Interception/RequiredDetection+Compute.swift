internal import Geodesy
public import Response
public import Units

extension RequiredDetection {
  /// How far out aircraft bound for each strip must be detected, by day and by night.
  ///
  /// Assets that can land at the strip are preferred to those that can only circle over it. Of several flights to one strip
  /// the most demanding counts.
  /// - Returns: One row per strip that a flight uses, in the order of the strips, day before night.
  public static func rows(
    strips: [Strip], flights: [Flight], assets: [Asset], alert: AlertChain, onScene: Duration, groundElevation: Length
  ) -> [RequiredDetection] {
    strips.flatMap { strip in
      Period.allCases.compactMap { period in
        let rows = flights.filter { $0.strip.id == strip.id }.map {
          RequiredDetection(
            flight: $0, period: period, assets: assets, alert: alert, onScene: onScene,
            groundElevation: groundElevation)
        }
        return rows.enumerated().max { a, b in
          let never = Length.metres(.infinity)
          let (left, right) = (a.element.alongRoute ?? never, b.element.alongRoute ?? never)
          return left == right ? a.offset > b.offset : left < right
        }?.element
      }
    }
  }

  /// How far out one flight must be detected for the best asset to reach its strip before it leaves.
  package init(
    flight: Flight, period: Period, assets: [Asset], alert: AlertChain, onScene: Duration, groundElevation: Length
  ) {
    let able = assets.map { ResponseTime(asset: $0, strip: flight.strip, period: period, onScene: onScene) }
      .filter(\.isReachable)
    let landing = able.filter { $0.arrival == .landing }
    let best = (landing.isEmpty ? able : landing).enumerated().min { a, b in
      let (left, right) = (a.element.total ?? .zero, b.element.total ?? .zero)
      return left == right ? a.offset < b.offset : left < right
    }?.element
    guard let best, let total = best.total else {
      self.init(
        strip: flight.strip, flight: flight, period: period, asset: nil, chain: nil, leadTime: nil, alongRoute: nil,
        direct: nil, isBeforeOrigin: false)
      return
    }
    let chain = alert.confirmation + alert.decision + total
    let lead = chain - flight.groundTime
    let needed = flight.speed.metresPerSecond * max(lead.inSeconds, 0)
    let path = FlightPath(flight.inbound, groundElevation: groundElevation)
    let isBeforeOrigin = needed > path.length.metres
    let point = path.position(at: .metres(path.length.metres - needed))
    self.init(
      strip: flight.strip, flight: flight, period: period, asset: best.asset, chain: chain, leadTime: lead,
      alongRoute: .metres(needed),
      direct: isBeforeOrigin ? nil : Ellipsoid.wgs84.distance(from: point, to: flight.strip.position),
      isBeforeOrigin: isBeforeOrigin, point: isBeforeOrigin ? nil : point)
  }
}
