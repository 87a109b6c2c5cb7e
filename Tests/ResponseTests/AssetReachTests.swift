import Foundation
import Geodesy
import Testing
import Units

@testable import Response

private func asset(_ base: Position, endurance: Duration? = nil, ceiling: Length? = nil) -> Asset {
  let aircraft = Aircraft(
    id: "h", name: "h", kind: .helicopter, cruise: .kilometresPerHour(225), departureAllowance: .minutes(2),
    landingAllowance: .minutes(3), endurance: endurance, reserve: .minutes(30), ceiling: ceiling)
  return Asset(
    id: "a", base: Base(id: "b", name: "b", position: base, elevation: nil), aircraft: aircraft, count: 1,
    readinessByDay: .minutes(10), readinessByNight: nil)
}

/// Metres along a meridian of WGS 84 between two latitudes, by Simpson's rule over the radius of curvature.
private func meridian(_ from: Double, _ to: Double) -> Double {
  let (a, f) = (6_378_137.0, 1 / 298.257223563)
  let e2 = f * (2 - f)
  func radius(_ latitude: Double) -> Double {
    let sine = sin(latitude * .pi / 180)
    return a * (1 - e2) / pow(1 - e2 * sine * sine, 1.5)
  }
  let (count, step) = (200, (to - from) / 200)
  let sum = (0...count).reduce(0.0) { sum, index in
    sum + (index == 0 || index == count ? 1 : index % 2 == 1 ? 4 : 2) * radius(from + Double(index) * step)
  }
  return sum * step * .pi / 180 / 3
}

@Test func `minutes to places along meridians and the equator are those of the closed forms`() throws {
  for latitude in [0.0, 30, 60] {
    let base = Position(latitudeDegrees: latitude, longitudeDegrees: 10)
    let reach = AssetReach(asset: asset(base), period: .day, onScene: .minutes(10))
    for north in [-1.0, 0.25, 2] {
      let place = Position(latitudeDegrees: latitude + north, longitudeDegrees: 10)
      let found = Double(reach.minutes(to: [ReachPlace(position: place, elevation: nil)])[0])
      // 10 + 2 + 3 minutes, and 3,750 m a minute; a Float of minutes below 128 holds 8e-6.
      let expected = 15 + abs(meridian(latitude, latitude + north)) / 3750
      #expect(found >= expected - 1e-7 && found - expected < 1e-5, "\(latitude) \(north)")
    }
  }
  let equator = AssetReach(
    asset: asset(Position(latitudeDegrees: 0, longitudeDegrees: 179.5)), period: .day, onScene: .minutes(10))
  let across = ReachPlace(position: Position(latitudeDegrees: 0, longitudeDegrees: -179.5), elevation: nil)
  #expect(abs(Double(equator.minutes(to: [across])[0]) - 15 - 6_378_137 * .pi / 180 / 3750) < 1e-5)
}

@Test func `a place beyond fuel, above the ceiling or in a period without flights is out of reach`() {
  let base = Position(latitudeDegrees: 0, longitudeDegrees: 0)
  func minutes(_ east: Double, _ elevation: Double?, _ period: Period = .day) -> Float {
    // Two ways of 2 + t + 3 minutes, 10 there, 30 of reserve: t is 35 minutes at most, 131.25 km, 1.179°.
    AssetReach(
      asset: asset(base, endurance: .minutes(120), ceiling: .metres(3000)), period: period, onScene: .minutes(10)
    )
    .minutes(to: [
      ReachPlace(
        position: Position(latitudeDegrees: 0, longitudeDegrees: east), elevation: elevation.map { .metres($0) })
    ])[0]
  }
  #expect(!minutes(1.178, nil).isNaN && minutes(1.180, nil).isNaN)
  #expect(!minutes(1, 3000).isNaN && minutes(1, 3000.5).isNaN)
  #expect(minutes(0.1, nil, .night).isNaN)
}

@Test func `over flat open terrain a routed flight takes as long as the straight one`() throws {
  for latitude in [0.0, 30, 60] {
    let ground = GroundOfTest.flat(latitude)
    let base = Position(latitudeDegrees: latitude, longitudeDegrees: 0)
    let flown = asset(base)
    let routed = try RoutedFlights(of: flown, by: .day, over: ground)
    let reach = AssetReach(asset: flown, period: .day, onScene: .minutes(10), routed: routed)
    for (north, east) in [(0.2, 0.1), (-0.13, 0.21), (0.05, -0.3)] {
      let place = Position(latitudeDegrees: latitude + north, longitudeDegrees: east)
      let strip = Strip(id: "", name: "", position: place, elevation: nil, length: nil, isApproximate: false)
      let time = try #require(reach.time(to: strip))
      let straight = Ellipsoid.wgs84.distance(from: base, to: place).metres / 62.5
      // Climb-out and descent are in the allowances. Between nodes a cone is off by less than a step squared over eight times
      // the distance: 1 km² over 8 × 20 km, a tenth of a second.
      #expect(abs(time.cruise.inSeconds - straight) < 0.5, "\(latitude) \(north) \(east)")
      #expect(abs((time.cruiseBack ?? .zero).inSeconds - straight) < 0.5)
    }
  }
}

@Test func `on fewer posts nothing is reached sooner than on all of them`() throws {
  // Ridges up to 1,700 m, two kilometres wide, and valleys between them.
  let ground = SmallGround(posts: 121, size: 60) { east, north in
    500 + 600 * sin(east * 1.6 + 0.7 * sin(north / 5)) + 600 * sin(north * 1.3 + sin(east / 7))
  }
  let flown = asset(ground.place(-14, -11), ceiling: .metres(1600))
  let reaches = try [1, 3].map { step in
    AssetReach(
      asset: flown, period: .day, onScene: .minutes(10),
      routed: try RoutedFlights(of: flown, by: .day, over: ground.ground, step: step))
  }
  var reached = 0
  for index in 0..<300 {
    let place = ground.place(Double(index * 37 % 51) - 25, Double(index * 83 % 49) - 24)
    let strip = Strip(id: "", name: "", position: place, elevation: nil, length: nil, isApproximate: false)
    let (all, few) = (reaches[0].time(to: strip), reaches[1].time(to: strip))
    guard let few else { continue }
    reached += 1
    // Over all posts the way is looked for before the circling down at its end is known: it need not be the best.
    let full = try #require(all).cruise.inSeconds
    #expect(few.cruise.inSeconds > full * 0.99 - 5, "\(index)")
  }
  #expect(reached > 30)
}
