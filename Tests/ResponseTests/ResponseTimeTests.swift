import Geodesy
import Response
import Testing
import Units

private let mazamari = Base(
  id: "mazamari", name: "Mazamari", position: Position(latitudeDegrees: -11.3254, longitudeDegrees: -74.5356),
  elevation: .metres(685))

private func helicopter(endurance: Duration? = .minutes(124 + 30), ceiling: Length? = nil) -> Aircraft {
  Aircraft(
    id: "mi-17", name: "Mi-17", kind: .helicopter, cruise: .kilometresPerHour(225), departureAllowance: .minutes(2),
    landingAllowance: .minutes(2), endurance: endurance, reserve: .minutes(30), ceiling: ceiling)
}

private func trainer(runway: Length?) -> Aircraft {
  Aircraft(
    id: "kt-1p", name: "KT-1P", kind: .aeroplane, cruise: .kilometresPerHour(460), departureAllowance: .minutes(3),
    landingAllowance: .minutes(4), endurance: .hours(3), reserve: .minutes(45), requiredRunway: runway)
}

private func asset(_ aircraft: Aircraft, day: Duration? = .minutes(15), night: Duration? = .minutes(45)) -> Asset {
  Asset(id: aircraft.id, base: mazamari, aircraft: aircraft, count: 1, readinessByDay: day, readinessByNight: night)
}

/// A strip so far east of the base along the geodesic.
private func strip(_ kilometres: Double, elevation: Length? = nil, length: Length? = nil) -> Strip {
  let place = Ellipsoid.wgs84.direct(from: mazamari.position, azimuth: .degrees(90), distance: .kilometres(kilometres))
  return Strip(
    id: "s", name: "s", position: place.position, elevation: elevation, length: length, isApproximate: true)
}

@Test func `the police flight from Mazamari to Poyeni took about half an hour`() {
  // Diario Correo: eighteen officers in a Mi-17, "approximately 30 minutes"; Poyeni lies about 92 km away.
  let time = ResponseTime(asset: asset(helicopter()), strip: strip(92), period: .day, onScene: .minutes(10))
  #expect((27...35).contains(time.block.inMinutes))
  #expect(time.isReachable)
}

@Test func `the parts add up`() throws {
  // 90 km at 225 km/h are 24 minutes.
  let time = ResponseTime(asset: asset(helicopter()), strip: strip(90), period: .night, onScene: .minutes(10))
  // The strip was placed to a nanometre, the duration is kept to attoseconds.
  #expect(abs(time.cruise.inSeconds - 24 * 60) < 1e-6)
  #expect(abs(time.block.inMinutes - 28) < 1e-6)
  #expect(abs(try #require(time.total).inMinutes - 73) < 1e-6)
  #expect(time.arrival == .landing)
}

@Test func `fuel must last for both ways, the time there and the reserve`() {
  // Two ways of 2 + t + 2 minutes and 10 minutes there: at 200 km, t = 53.33, 124.67 minutes; 30 more are reserve.
  for (endurance, reachable) in [(154.5, false), (155, true)] {
    let time = ResponseTime(
      asset: asset(helicopter(endurance: .minutes(endurance))), strip: strip(200), period: .day, onScene: .minutes(10))
    #expect(time.isReachable == reachable)
  }
  // At the base itself all is in whole minutes: 2 + 2 there, 10 on scene, 2 + 2 back; what is just enough is enough.
  let there = Strip(id: "s", name: "s", position: mazamari.position, elevation: nil, length: nil, isApproximate: false)
  for (endurance, reachable) in [(48.0, true), (48 - 1.0 / 60, false)] {
    let time = ResponseTime(
      asset: asset(helicopter(endurance: .minutes(endurance))), strip: there, period: .day, onScene: .minutes(10))
    #expect(time.isReachable == reachable, "\(endurance)")
  }
  let unknown = ResponseTime(
    asset: asset(helicopter(endurance: nil)), strip: strip(2000), period: .day, onScene: .minutes(10))
  #expect(unknown.isReachable)
}

@Test func `every obstacle is told at once`() {
  let time = ResponseTime(
    asset: asset(helicopter(ceiling: .metres(3000)), night: nil), strip: strip(900, elevation: .metres(3500)),
    period: .night, onScene: .minutes(10))
  #expect(time.obstacles.count == 3)
  #expect(time.obstacles.contains(.notFlown(.night)))
  #expect(time.obstacles.contains(.ceiling(strip: .metres(3500), ceiling: .metres(3000))))
  #expect(time.total == nil)
}

@Test func `an aeroplane lands where the strip is long enough and circles elsewhere`() {
  let cases: [(Length?, Length?, ResponseTime.Arrival)] = [
    (nil, .metres(900), .overhead), (.metres(600), nil, .overhead), (.metres(600), .metres(599), .overhead),
    (.metres(600), .metres(600), .landing),
  ]
  for (needed, length, arrival) in cases {
    let time = ResponseTime(
      asset: asset(trainer(runway: needed)), strip: strip(46, length: length), period: .day, onScene: .zero)
    #expect(time.arrival == arrival)
    // 46 km at 460 km/h are 6 minutes, after 3 to depart; 4 more to land.
    #expect(abs(time.block.inMinutes - (arrival == .landing ? 13 : 9)) < 1e-6)
  }
}

@Test func `a strip on the base takes no flight`() {
  let time = ResponseTime(asset: asset(helicopter()), strip: strip(0), period: .day, onScene: .zero)
  #expect(time.distance == .zero && time.block == .minutes(4))
}

@Test func `the matrix holds every asset, strip and period in order`() {
  let assets = [asset(helicopter()), asset(trainer(runway: nil))]
  let rows = ResponseTime.matrix(assets: assets, strips: [strip(10), strip(20)], onScene: .zero)
  #expect(rows.map(\.period) == [.day, .night, .day, .night, .day, .night, .day, .night])
  #expect(rows.map(\.asset.id) == ["mi-17", "mi-17", "kt-1p", "kt-1p", "mi-17", "mi-17", "kt-1p", "kt-1p"])
  #expect(ResponseTime.matrix(assets: [], strips: [strip(1)], onScene: .zero).isEmpty)
}
