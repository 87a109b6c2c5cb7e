import Geodesy
import Response
import Testing
import Units

private func base(elevation: Double? = 685) -> Base {
  Base(
    id: "b", name: "b", position: Position(latitudeDegrees: -11.3254, longitudeDegrees: -74.5356),
    elevation: elevation.map { .metres($0) })
}

private func helicopter(_ change: (inout Performance) throws -> Void = { _ in }) throws -> Aircraft {
  var aircraft = Aircraft(
    id: "mi-17", name: "Mi-17", kind: .helicopter, cruise: .kilometresPerHour(220), departureAllowance: .minutes(2),
    landingAllowance: .minutes(2), endurance: .hours(4), reserve: .minutes(30), ceiling: .metres(6000))
  var performance = Performance()
  try change(&performance)
  aircraft.performance = performance
  return aircraft
}

private func asset(_ aircraft: Aircraft, _ weather: FlyingWeather?, base: Base = base()) -> Asset {
  var asset = Asset(
    id: "a", base: base, aircraft: aircraft, count: 1, readinessByDay: .minutes(15), readinessByNight: .minutes(45))
  asset.weather = weather
  return asset
}

private func strip(_ kilometres: Double, azimuth: Double = 90, elevation: Double? = 500, length: Double? = nil) -> Strip
{
  let place = Ellipsoid.wgs84.direct(
    from: base().position, azimuth: .degrees(azimuth), distance: .kilometres(kilometres))
  return Strip(
    id: "s", name: "s", position: place.position, elevation: elevation.map { .metres($0) },
    length: length.map { .metres($0) }, isApproximate: true)
}

private func response(_ asset: Asset, _ strip: Strip, _ period: Period = .day) -> ResponseTime {
  ResponseTime(asset: asset, strip: strip, period: period, onScene: .minutes(10))
}

private func wind(from degrees: Double, _ speed: Speed) -> FlyingWeather {
  FlyingWeather(wind: WindProfile(WindVector(from: .degrees(degrees), speed: speed)), air: nil)
}

private func mi17Hover(_ performance: inout Performance) throws {
  performance.hover = try HoverLimits(
    inGroundEffect: nil,
    outOfGroundEffect: HoverTable([
      .init(mass: .kilograms(11_100), ceiling: .metres(3980)), .init(mass: .kilograms(13_000), ceiling: .metres(1760)),
    ]))
}

@Test func `weather that is stated as still and standard changes nothing`() throws {
  let plain = try asset(helicopter(), nil)
  let still = try asset(helicopter(), FlyingWeather(wind: .calm, air: .standard))
  for period in Period.allCases {
    let (a, b) = (response(plain, strip(137), period), response(still, strip(137), period))
    #expect(a.cruise == b.cruise && a.wayBack == b.wayBack && a.obstacles == b.obstacles && a.total == b.total)
  }
}

@Test func `a headwind out is a tailwind home`() throws {
  // 92 km at 220 km/h against 15 kt, 27.78 km/h: 28.72 min, home 22.28 min. The course turns by a tenth of a degree.
  let time = try response(asset(helicopter(), wind(from: 90, .knots(15))), strip(92))
  #expect(abs(time.cruise.inMinutes - 92 / (220 - 27.78) * 60) < 0.002)
  #expect(abs(try #require(time.cruiseBack).inMinutes - 92 / (220 + 27.78) * 60) < 0.002)
  #expect(time.wayBack == .minutes(4) + (try #require(time.cruiseBack)))
  #expect(try #require(time.total) == .minutes(15) + time.block)
}

@Test func `a crosswind costs the same both ways`() throws {
  // sqrt(220² − 60²) km/h along the course.
  let time = try response(asset(helicopter(), wind(from: 0, .kilometresPerHour(60))), strip(50))
  let minutes = 50 / (220.0 * 220 - 3600).squareRoot() * 60
  // The course leaves due east by 0.05° on the way: its share of 60 km/h is 1 in 4,000.
  #expect(abs(time.cruise.inMinutes - minutes) < 0.01)
  #expect(abs(try #require(time.cruiseBack).inMinutes - minutes) < 0.01)
}

@Test func `the wind along a way is that of its course, north of 60 degrees too`() throws {
  // Over 400 km of a geodesic the course turns by degrees; a fine sum of the triangles along it is the judge.
  let start = Position(latitudeDegrees: 66, longitudeDegrees: 20)
  let home = Base(id: "n", name: "n", position: start, elevation: .zero)
  let blowing = WindVector(from: .degrees(70), speed: .metresPerSecond(25))
  let far = Ellipsoid.wgs84.direct(from: start, azimuth: .degrees(80), distance: .kilometres(400)).position
  let there = Strip(id: "s", name: "s", position: far, elevation: .zero, length: nil, isApproximate: false)
  let own = try asset(helicopter(), FlyingWeather(wind: WindProfile(blowing), air: nil), base: home)
  var seconds = 0.0
  let way = Ellipsoid.wgs84.inverse(from: start, to: far)
  for number in 0..<4000 {
    let course = Ellipsoid.wgs84.direct(
      from: start, azimuth: way.azimuth, distance: .metres((Double(number) + 0.5) * 100)
    ).finalAzimuth
    let triangle = try #require(
      try WindTriangle.solve(course: course, trueAirspeed: .kilometresPerHour(220), wind: blowing))
    seconds += 100 / triangle.groundSpeed.metresPerSecond
  }
  // A course that changes by a degree between two looks, twice its square: 3e-4 of the time at most, 2 s of two hours.
  #expect(abs(response(own, there).cruise.inSeconds - seconds) < 2)
}

@Test func `a wind faster than the aircraft lets nobody out, or nobody home`() throws {
  let out = try response(asset(helicopter(), wind(from: 90, .kilometresPerHour(230))), strip(92))
  #expect(out.total == nil && !out.isReachable)
  #expect(out.obstacles.contains { if case .wind(_, _, isBack: false) = $0 { true } else { false } })
  let home = try response(asset(helicopter(), wind(from: 270, .kilometresPerHour(230))), strip(92))
  #expect(home.total != nil && !home.isReachable)
  #expect(home.obstacles.contains { if case .wind(_, _, isBack: true) = $0 { true } else { false } })
}

@Test func `the wind is that of the altitude of the cruise and of the time of day`() throws {
  let layers = try WindProfile(levels: [
    WindLevel(altitude: .metres(1000), wind: .calm),
    WindLevel(altitude: .metres(3000), wind: WindVector(from: .degrees(90), speed: .kilometresPerHour(80))),
  ])
  let high = try asset(helicopter { $0.cruiseAltitude = .metres(3000) }, FlyingWeather(wind: layers, air: nil))
  #expect(abs(response(high, strip(70)).cruise.inMinutes - 30) < 0.01)
  // 304.8 m above the base at 685 m: below the lower layer.
  let low = try asset(helicopter(), FlyingWeather(wind: layers, air: nil))
  #expect(abs(response(low, strip(70)).cruise.inMinutes - 70.0 / 220 * 60) < 1e-6)
  let byTime = try WindProfile(levels: [
    WindLevel(altitude: .zero, wind: .calm, time: .zero),
    WindLevel(
      altitude: .zero, wind: WindVector(from: .degrees(90), speed: .kilometresPerHour(80)), time: .hours(12)),
  ])
  let changing = try asset(helicopter(), FlyingWeather(wind: byTime, air: nil))
  #expect(response(changing, strip(70)).cruise > response(changing, strip(70), .night).cruise)
}

@Test func `a helicopter cannot hover at a hot strip that it could hover at on a cold day`() throws {
  let hot = AirProfile(isaDeviationKelvins: 25)
  let loaded = try helicopter(mi17Hover)
  // 1,300 m at 25 K above standard have a density altitude of some 2,150 m; 13 t hover up to 1,760 m.
  let there = response(asset(loaded, FlyingWeather(wind: nil, air: hot)), strip(50, elevation: 1300))
  guard case .hover(let answer, let temperature)? = there.obstacles.first, there.obstacles.count == 1 else {
    Issue.record("\(there.obstacles)")
    return
  }
  #expect(answer.isPossible == false && answer.mass == .kilograms(13_000) && answer.effect == .outside)
  // 15 − 6.5 · 1.3 + 25 °C.
  #expect(abs(temperature.celsius - 31.55) < 1e-9)
  #expect(abs(try #require(answer.densityAltitude).metres - 2150) < 60)
  #expect(response(asset(loaded, nil), strip(50, elevation: 1300)).isReachable)
  // With less on board it does.
  let light = try helicopter {
    try mi17Hover(&$0)
    $0.missionMass = .kilograms(11_500)
  }
  #expect(response(asset(light, FlyingWeather(wind: nil, air: hot)), strip(50, elevation: 1300)).isReachable)
}

@Test func `what a hover table does not say is out of reach, and so is a strip of unknown elevation`() throws {
  let light = try helicopter {
    try mi17Hover(&$0)
    $0.missionMass = .kilograms(10_000)
  }
  let unknown = response(asset(light, nil), strip(50, elevation: 4500))
  #expect(unknown.obstacles.contains { if case .hover(let answer, _) = $0 { answer.isPossible == nil } else { false } })
  #expect(!response(asset(light, nil), strip(50, elevation: nil)).isReachable)
  #expect(response(asset(light, nil), strip(50, elevation: 3900)).isReachable)
}

@Test func `a service ceiling is a density altitude where the air is stated`() throws {
  var aircraft = try helicopter()
  aircraft.ceiling = .metres(4000)
  let hot = FlyingWeather(wind: nil, air: AirProfile(isaDeviationKelvins: 20))
  let there = strip(50, elevation: 3600)
  #expect(response(asset(aircraft, nil), there).isReachable)
  // About 36 m for a kelvin: 3,600 m are some 4,300 m.
  let obstacles = response(asset(aircraft, hot), there).obstacles
  #expect(
    obstacles.contains {
      if case .thinAir(_, let density, _, isCruise: false) = $0 { density > .metres(4200) } else { false }
    })
  #expect(obstacles.contains { if case .thinAir(_, _, _, isCruise: true) = $0 { true } else { false } })
}

@Test func `engines are kept running above their limit, and a base above it has no helicopter to start`() throws {
  let limited = try helicopter { $0.engineStopLimit = .metres(4000) }
  let high = response(asset(limited, nil), strip(50, elevation: 4200))
  #expect(high.isReachable && high.cautions == [.enginesRunning(strip: .metres(4200), limit: .metres(4000))])
  let home = response(asset(limited, nil, base: base(elevation: 4100)), strip(50))
  #expect(home.obstacles == [.engineStart(base: .metres(4100), limit: .metres(4000))])
  #expect(response(asset(limited, nil, base: base(elevation: 4000)), strip(50, elevation: 4000)).cautions.isEmpty)
}

@Test func `an aeroplane lands on a cool day where it circles on a hot one`() throws {
  var caravan = Aircraft(
    id: "c208", name: "C208", kind: .aeroplane, cruise: .knots(184), departureAllowance: .minutes(3),
    landingAllowance: .minutes(4), endurance: .hours(5), reserve: .minutes(45), requiredRunway: .metres(300))
  var performance = Performance()
  performance.runway = try AltitudeTable([
    .init(altitude: .zero, value: .metres(600)), .init(altitude: .metres(2000), value: .metres(800)),
  ])
  caravan.performance = performance
  // 500 m standard: 650 m of runway; with 30 K more some 1,500 m, 750 m.
  let there = strip(60, elevation: 500, length: 700)
  #expect(response(asset(caravan, nil), there).arrival == .landing)
  let hot = response(asset(caravan, FlyingWeather(wind: nil, air: AirProfile(isaDeviationKelvins: 30))), there)
  #expect(hot.arrival == .overhead)
  guard case .shortRunway(let needed?, _, _)? = hot.cautions.first else {
    Issue.record("\(hot.cautions)")
    return
  }
  #expect((720...780).contains(needed.metres))
  // Beyond the table the need is unknown: it circles.
  let high = response(asset(caravan, nil), strip(60, elevation: 2100, length: 2000))
  #expect(high.arrival == .overhead && high.isReachable)
}

@Test func `the cruise is that of its density altitude, and unknown beyond its table`() throws {
  let table = try AltitudeTable<Speed>([
    .init(altitude: .zero, value: .kilometresPerHour(240)),
    .init(altitude: .metres(2000), value: .kilometresPerHour(200)),
  ])
  let slow = try helicopter {
    $0.cruise = table
    $0.cruiseAltitude = .metres(1000)
  }
  #expect(abs(response(asset(slow, nil), strip(110)).cruise.inMinutes - 30) < 1e-6)
  let high = try helicopter {
    $0.cruise = table
    $0.cruiseAltitude = .metres(2500)
  }
  let unknown = response(asset(high, nil), strip(110))
  #expect(unknown.total == nil && unknown.obstacles.count == 1)
}

@Test func `a catalogue's runway of sea level grows by a tenth for each thousand feet`() throws {
  var cessna = Aircraft(
    id: "u206g", name: "U206G", kind: .aeroplane, cruise: .knots(147), departureAllowance: .minutes(3),
    landingAllowance: .minutes(4), endurance: .hours(5), reserve: .minutes(45), requiredRunway: .metres(543))
  var performance = Performance()
  performance.sources[.requiredRunway] = [FigureSource(text: "manual", certainty: .manufacturer, condition: "")]
  cessna.performance = performance
  // Thousands of feet in the standard atmosphere and the factor there: 10 % up to 8,000 ft, then 15 %.
  for (thousands, factor) in [(-1.0, 1.0), (0, 1), (4, 1.4), (8, 1.8), (10, 2.1)] {
    // A metre less and a metre more than it needs: density altitude is altitude to far less than a metre of runway.
    for (spare, arrival) in [(-1.0, ResponseTime.Arrival.overhead), (1, .landing)] {
      let there = strip(60, elevation: thousands * 304.8, length: 543 * factor + spare)
      let time = response(asset(cessna, nil), there)
      #expect(time.arrival == arrival, "\(thousands) \(spare)")
      let needed = time.cautions.compactMap { caution -> Length? in
        switch caution {
        case .shortRunway(let needed, _, _): needed
        case .estimatedRunway(let needed, _): needed
        default: nil
        }
      }
      #expect(needed.count == 1 && abs(needed[0].metres - 543 * factor) < 0.5)
    }
  }
  // Where the strip lies is unknown: so is the need.
  #expect(response(asset(cessna, nil), strip(60, elevation: nil, length: 3000)).arrival == .overhead)
  // A figure that is stated for the strips counts as it is, and is doubted high up alone.
  cessna.performance = nil
  let low = response(asset(cessna, nil), strip(60, elevation: 100, length: 600))
  let high = response(asset(cessna, nil), strip(60, elevation: 3256, length: 545))
  #expect(low.arrival == .landing && low.cautions.isEmpty && high.arrival == .landing)
  guard case .uncheckedRunway(.metres(543), let needed, _)? = high.cautions.first else {
    Issue.record("\(high.cautions)")
    return
  }
  #expect(needed > .metres(1190) && needed < .metres(1200))
}
