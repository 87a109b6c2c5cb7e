internal import Geodesy
package import Units

extension ResponseTime {
  /// How long an asset takes from the order to a strip, along the geodesic in still air.
  ///
  /// A helicopter lands anywhere; an aeroplane lands where the strip is known to be as long as it needs, and circles
  /// overhead elsewhere. Fuel must last for the way there, the time at the strip, the way back and the reserve: start,
  /// climb and landing count on both ways when it lands. An unknown endurance is not checked.
  /// - Parameters:
  ///   - asset: The asset that responds.
  ///   - strip: Its destination.
  ///   - period: Day or night.
  ///   - onScene: Time at the strip before the way back.
  /// - Returns: The time, with every obstacle that applies.
  public init(asset: Asset, strip: Strip, period: Period, onScene: Duration) {
    self.init(
      asset: asset, strip: strip, period: period, onScene: onScene,
      distance: Ellipsoid.wgs84.distance(from: asset.base.position, to: strip.position))
  }

  /// The same for a strip at a distance, wherever it lies: for tables of times by distance.
  package init(asset: Asset, strip: Strip, period: Period, onScene: Duration, distance: Length) {
    let aircraft = asset.aircraft
    let lands =
      switch aircraft.kind {
      case .helicopter: true
      case .aeroplane: aircraft.requiredRunway.flatMap { needed in strip.length.map { $0 >= needed } } ?? false
      }
    let cruise = Duration.seconds(clamping: distance.metres / aircraft.cruise.metresPerSecond)
    let landing = lands ? aircraft.landingAllowance : .zero
    let readiness = asset.readiness(by: period)

    self.init(
      asset: asset, strip: strip, period: period, distance: distance, readiness: readiness,
      departure: aircraft.departureAllowance, cruise: cruise, landing: landing, arrival: lands ? .landing : .overhead,
      obstacles: [])
    if readiness == nil { obstacles.append(.notFlown(period)) }
    if let ceiling = aircraft.ceiling, let elevation = strip.elevation, elevation > ceiling {
      obstacles.append(.ceiling(strip: elevation, ceiling: ceiling))
    }
    if let endurance = aircraft.endurance {
      let needed = block + onScene + wayBack
      let available = endurance - aircraft.reserve
      if needed > available { obstacles.append(.endurance(needed: needed, available: available)) }
    }
  }

  /// Every asset to every strip, by day and by night.
  /// - Returns: Rows in the order of the strips, then of the assets, day before night.
  /// - Complexity: one geodesic distance a row.
  public static func matrix(assets: [Asset], strips: [Strip], onScene: Duration) -> [ResponseTime] {
    strips.flatMap { strip in
      assets.flatMap { asset in
        Period.allCases.map { ResponseTime(asset: asset, strip: strip, period: $0, onScene: onScene) }
      }
    }
  }
}
