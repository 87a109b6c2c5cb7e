import Geodesy
import Response
import TestSupport
import Testing
import Units

private let home = Position(latitudeDegrees: -11, longitudeDegrees: -74)

private func place(_ kilometres: Double, _ degrees: Double = 90) -> Position {
  Ellipsoid.wgs84.direct(from: home, azimuth: .degrees(degrees), distance: .kilometres(kilometres)).position
}

private func strip(_ kilometres: Double, elevation: Length? = nil) -> Strip {
  Strip(
    id: "s", name: "Strip", position: place(kilometres), elevation: elevation, length: nil, isApproximate: false)
}

private func stop(
  _ id: String, _ position: Position, elevation: Length? = nil, stay: Duration = .minutes(15)
) -> StopPlace {
  StopPlace(id: id, name: id, position: position, elevation: elevation, stay: stay)
}

/// 240 km/h: 4 km a minute; 2 minutes to start and 2 to land.
private func asset(
  _ endurance: Duration?, _ support: MissionSupport?, kind: Aircraft.Kind = .helicopter, ceiling: Length? = nil,
  runway: Length? = nil
) -> Asset {
  let aircraft = Aircraft(
    id: "h", name: "H", kind: kind, cruise: .kilometresPerHour(240), departureAllowance: .minutes(2),
    landingAllowance: .minutes(2), endurance: endurance, reserve: .minutes(30), ceiling: ceiling,
    requiredRunway: runway)
  var asset = Asset(
    id: "h", base: Base(id: "b", name: "Base", position: home, elevation: nil), aircraft: aircraft, count: 1,
    readinessByDay: .minutes(15), readinessByNight: nil)
  asset.support = support
  return asset
}

private func response(_ asset: Asset, _ strip: Strip, at time: Duration? = nil) -> ResponseTime {
  ResponseTime(asset: asset, strip: strip, period: .day, onScene: .minutes(10), at: time)
}

/// Within a microsecond: distances are placed to nanometres.
private func isNear(_ a: Duration?, _ minutes: Double) -> Bool {
  a.map { abs($0.inMinutes - minutes) < 1e-7 } ?? false
}

@Suite struct MissionTests {
  @Test func `a stop on the way home changes no arrival`() throws {
    // Out 2 + 50 + 2, 10 there, back 2 + 50 + 2: 118 minutes; there is fuel for 100, and more half-way.
    let there = strip(200)
    let direct = response(asset(.minutes(130), nil), there)
    #expect(!direct.isReachable && direct.mission == nil)
    let found = response(
      asset(.minutes(130), MissionSupport(refuelling: [stop("f", place(100))])), there)
    #expect(found.isReachable && found.total == direct.total && found.stopped == .zero)
    let mission = try #require(found.mission)
    #expect(mission.legs.map(\.placeID) == ["s", "f", "b"])
    #expect(mission.legs.map(\.end) == [.strip, .refuelling, .base])
    // 15 + 54, 10, 2 + 25 + 2; 15, 2 + 25 + 2.
    #expect(isNear(mission.legs[1].arrival, 108) && isNear(mission.legs[2].arrival, 152))
    #expect(isNear(mission.legs[1].fuelLeft, 100 - 54 - 10 - 29) && isNear(found.fuelLeft, 100 - 29))
    #expect(isNear(found.wayBack, 29 + 15 + 29))
  }

  @Test func `a stop on the way there is part of the response`() throws {
    // 100 minutes of fuel: 74 there, 10 and 24 back to the place are 108. With full tanks from the place on they are 58.
    let found = response(
      asset(.minutes(130), MissionSupport(refuelling: [stop("f", place(200), stay: .minutes(20))])), strip(280))
    let mission = try #require(found.mission)
    #expect(mission.legs.map(\.placeID) == ["f", "s", "f", "b"])
    // 15, 2 + 50 + 2, 20, 2 + 20 + 2.
    #expect(isNear(found.total, 15 + 54 + 20 + 24) && isNear(found.stopped, 2 + 20 + 2))
    #expect(isNear(found.block, 54 + 20 + 24) && isNear(found.cruise, 70) && isNear(found.cruiseBack, 70))
    #expect(isNear(found.mission?.legs.last?.arrival, 113 + 10 + 24 + 20 + 54))
  }

  @Test func `a hand-over is the nearest in time from which it gets home`() throws {
    let near = stop("near", place(240), stay: .minutes(5))
    let far = stop("far", place(150), stay: .minutes(5))
    let support = MissionSupport(handOver: [far, near])
    // Near: 2 + 10 + 2 from the strip, then 2 + 60 + 2 home: 54 + 10 + 14 + 5 + 64.
    let rich = try #require(response(asset(.minutes(147 + 30.01), support), strip(200)).mission)
    #expect(rich.handOver?.placeID == "near" && isNear(rich.handOver?.arrival, 15 + 54 + 10 + 14))
    let poor = try #require(response(asset(.minutes(146 + 30), support), strip(200)).mission)
    #expect(poor.handOver?.placeID == "far" && isNear(poor.handOver?.arrival, 15 + 54 + 10 + 16.5))
    #expect(isNear(poor.legs.last?.arrival, 15 + 54 + 10 + 16.5 + 5 + 41.5))
    let none = response(asset(.minutes(120 + 30), support), strip(200))
    #expect(none.obstacles == [.noHandOver([.fuel: 2])] && none.mission == nil)
    // Unknown endurance is not checked, and one that only circles has nobody to hand over.
    #expect(response(asset(nil, support), strip(200)).mission?.handOver?.placeID == "near")
    let circling = response(asset(.hours(5), support, kind: .aeroplane), strip(200))
    #expect(circling.isReachable && circling.mission == nil)
  }

  @Test func `fuel where it hands over costs the stay alone`() throws {
    let hospital = place(220)
    let support = MissionSupport(
      refuelling: [stop("pump", hospital)], handOver: [stop("hospital", hospital, stay: .minutes(5))])
    let mission = try #require(response(asset(.minutes(120 + 30), support), strip(200)).mission)
    #expect(mission.legs.map(\.placeID) == ["s", "hospital", "pump", "b"])
    #expect(mission.legs[2].duration == .zero)
    // 54 there, 10, 2 + 5 + 2, 5, 15, 2 + 55 + 2.
    #expect(isNear(mission.legs.last?.arrival, 15 + 54 + 10 + 9 + 5 + 15 + 59))
  }

  @Test func `places that do not serve are counted by reason`() throws {
    var (other, closed) = (stop("other", place(100)), stop("closed", place(100)))
    other.kinds = [.aeroplane]
    closed.hours = DailyHours(begin: .hours(18), end: .hours(6))
    let high = stop("high", place(100), elevation: .metres(3500))
    let far = stop("far", place(900))
    let support = MissionSupport(refuelling: [other, closed, high, far])
    let found = response(asset(.minutes(130), support, ceiling: .metres(3000)), strip(200), at: .hours(12))
    guard case .noRefuelling(let refusals)? = found.obstacles.last, found.obstacles.count == 2 else {
      Issue.record("\(found.obstacles)")
      return
    }
    #expect(refusals == [.kind: 1, .closed: 1, .ceiling: 1, .fuel: 1])
    // By 18:00 it is there: 79 minutes after the order it leaves the strip, 29 later it lands.
    let evening = response(asset(.minutes(130), support, ceiling: .metres(3000)), strip(200), at: .hours(17))
    #expect(evening.mission?.stops.map(\.placeID) == ["closed"])
    var short = stop("short", place(100))
    short.runway = .metres(400)
    let aeroplane = asset(.minutes(130), MissionSupport(refuelling: [short]), kind: .aeroplane, runway: .metres(500))
    #expect(response(aeroplane, strip(200)).obstacles.last == .noRefuelling([.runway: 1]))
  }

  @Test func `hours go over midnight`() {
    let night = DailyHours(begin: .hours(22), end: .hours(5))
    #expect(night.hold(from: .hours(23), for: .hours(6)) && !night.hold(from: .hours(23), for: .hours(6.1)))
    #expect(night.hold(from: .hours(25), for: .minutes(1)) && !night.hold(from: .hours(21), for: .minutes(1)))
    #expect(DailyHours(begin: .hours(7), end: .hours(7)).hold(from: .hours(3), for: .hours(30)))
  }

  @Test func `missions are those of all orders of stops`() {
    var random = SplitMix(seed: 20)
    var (flown, refuelled, there) = (0, 0, 0)
    for number in 0..<150 {
      func somewhere() -> Position { place(random.next(in: 20...420), random.next(in: 0...360)) }
      var fuel = (0..<4).map { stop("f\($0)", somewhere(), stay: .minutes(random.next(in: 5...25))) }
      var handOver = (0..<number % 3).map { stop("h\($0)", somewhere(), stay: .minutes(random.next(in: 3...20))) }
      // Fuel at the base, and where it hands over.
      if number % 4 == 0 { fuel[0].position = home }
      if number % 5 == 0, !handOver.isEmpty { handOver[0].position = fuel[1].position }
      let tank = random.next(in: 60...150)
      let goal = Strip(
        id: "s", name: "s", position: somewhere(), elevation: nil, length: nil, isApproximate: false)
      let support = MissionSupport(refuelling: fuel, mostStops: 3, handOver: handOver)
      let found = response(asset(.minutes(tank + 30), support), goal)
      let orders = MissionOrders(
        base: home, strip: goal.position, fuel: fuel.map { ($0.position, $0.stay.inSeconds) },
        handOver: handOver.map { ($0.position, $0.stay.inSeconds) }, mostStops: 3, tank: tank * 60,
        metresPerSecond: 240 / 3.6, departure: 120, landing: 120, readiness: 900, onScene: 600)
      let best = orders.best()
      #expect(found.isReachable == (best != nil), "\(number)")
      guard let best, let total = found.total else { continue }
      flown += 1
      // Sums of the same parts in another order.
      #expect(abs(total.inSeconds - best.arrival) < 1e-5, "\(number)")
      let mission = found.mission
      #expect((mission?.stops.count ?? 0) == best.stops, "\(number)")
      #expect(abs((mission?.handOver?.arrival.inSeconds ?? 0) - best.handOver) < 1e-5, "\(number)")
      let back = mission?.legs.last?.arrival ?? total + .minutes(10) + found.wayBack
      #expect(abs(back.inSeconds - best.home) < 1e-5, "\(number)")
      #expect(
        (found.fuelLeft ?? .zero) >= .zero && (mission?.legs ?? []).allSatisfy { ($0.fuelLeft ?? .zero) >= .zero })
      if best.stops > 0 { refuelled += 1 }
      if found.stopped > .zero { there += 1 }
    }
    #expect(flown > 60 && refuelled > 30 && there > 10, "\(flown) \(refuelled) \(there)")
  }

  @Test func `a further place never makes an arrival later`() {
    var random = SplitMix(seed: 5)
    for round in 0..<60 {
      var places: [StopPlace] = []
      let goal = strip(random.next(in: 100...500))
      let hospitals = [stop("h", place(random.next(in: 50...400), random.next(in: 0...360)))]
      var last: Duration?
      for number in 0..<6 {
        let support = MissionSupport(refuelling: places, handOver: hospitals)
        let found = response(asset(.minutes(round % 2 == 0 ? 150 : 160), support), goal)
        let total = found.isReachable ? found.total : nil
        if let last { #expect(total.map { $0 <= last } ?? false) }
        last = total ?? last
        places.append(stop("f\(number)", place(random.next(in: 20...450), random.next(in: 0...360))))
      }
    }
  }

  @Test func `support that nobody needs changes nothing`() {
    let plain = response(asset(.hours(4), nil), strip(200))
    var other = response(asset(.hours(4), MissionSupport(refuelling: [stop("f", place(100))])), strip(200))
    other.asset.support = nil
    #expect(plain == other)
    // What no stop can help stays as it is.
    var high = response(
      asset(.minutes(130), MissionSupport(refuelling: [stop("f", place(100))]), ceiling: .metres(2000)),
      strip(200, elevation: .metres(2500)))
    high.asset.support = nil
    #expect(high == response(asset(.minutes(130), nil, ceiling: .metres(2000)), strip(200, elevation: .metres(2500))))
  }
}
