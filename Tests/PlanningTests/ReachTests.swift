import Foundation
import GeoFiles
import Geodesy
import Planning
import Response
import Scenario
import Testing
import Units

private func place(_ latitude: Double, _ longitude: Double) -> Position {
  Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
}

private func helicopter(_ kilometresPerHour: Double) -> Aircraft {
  Aircraft(
    id: "h\(Int(kilometresPerHour))", name: "h", kind: .helicopter, cruise: .kilometresPerHour(kilometresPerHour),
    departureAllowance: .minutes(2), landingAllowance: .minutes(2), endurance: .hours(2), reserve: .minutes(30),
    ceiling: .metres(4000))
}

private func asset(_ id: String, _ base: Base, _ aircraft: Aircraft, night: Duration?) -> Asset {
  Asset(
    id: id, base: base, aircraft: aircraft, count: 1, readinessByDay: .minutes(5), readinessByNight: night)
}

private func strip(_ id: String, _ position: Position, _ elevation: Double? = nil) -> Strip {
  Strip(
    id: id, name: id, position: position, elevation: elevation.map { .metres($0) }, length: nil, isApproximate: false)
}

/// Two bases, a fast and a slow helicopter at the one, a slow one at the other; the fast one does not fly by night.
private func scenario(at centre: Position = place(-12, -74), points: [DemandPoint]? = nil) -> Scenario {
  func near(_ north: Double, _ east: Double) -> Position {
    place(centre.latitudeDegrees + north, centre.longitudeDegrees + east).normalized
  }
  let west = Base(id: "west", name: "West", position: near(0, -0.3), elevation: .metres(600))
  let east = Base(id: "east", name: "East", position: near(0.1, 0.4), elevation: .metres(700))
  let slow = helicopter(200)
  let fast = helicopter(280)
  var scenario = Scenario(
    name: "Test", aircraft: [slow, fast], bases: [west, east],
    assets: [
      asset("west-slow", west, slow, night: .minutes(30)), asset("west-fast", west, fast, night: nil),
      asset("east-slow", east, slow, night: .minutes(20)),
    ],
    strips: [strip("a", near(0.05, -0.25)), strip("b", near(-0.3, 0.6)), strip("high", near(0, 0.1), 4500)])
  scenario.demandPoints =
    points ?? [
      DemandPoint(id: "p", name: "p", position: near(0.1, 0.35), weight: 1000),
      DemandPoint(id: "q", name: "q", position: near(-0.1, -0.3), weight: 10),
      DemandPoint(id: "r", name: "r", position: near(-0.1, -0.3), weight: 5),
    ]
  return scenario
}

@Suite struct ReachTests {
  @Test func `a raster has the times of the table`() throws {
    let scenario = scenario()
    let reach = try Reach.run(scenario, ReachQuestion(of: scenario, step: .kilometres(7)))
    for field in reach.fields {
      let counted = reach.assets.filter { asset in
        switch field.subject {
        case .all: true
        case .base(let base): asset.base == base
        case .asset(let own): asset == own
        }
      }
      for index in stride(from: 0, to: field.minutes.count, by: 17) {
        let frame = reach.area.frame
        let (row, column) = (Double(index / frame.columns), Double(index % frame.columns))
        let centre = strip("", place(frame.firstY + row * frame.stepY, frame.firstX + column * frame.stepX))
        let times = counted.map {
          ResponseTime(asset: $0, strip: centre, period: field.period, onScene: scenario.onSceneTime)
        }
        let best = times.filter(\.isReachable).compactMap { $0.total?.inMinutes }.min()
        // A Float of minutes below 256 is within 16 microminutes, rounded up.
        #expect(best.map { abs(Double(field.minutes[index]) - $0) < 2e-5 } ?? field.minutes[index].isNaN)
      }
    }
    // And at strips: the cell that holds one is as far off as its centre.
    let table = ResponseTime.matrix(assets: scenario.assets, strips: scenario.strips, onScene: scenario.onSceneTime)
    for row in reach.places {
      guard case .strip(let strip) = row.place else { continue }
      let times = table.filter { $0.strip == strip && $0.period == row.period && $0.isReachable }
      #expect(row.first?.time == times.compactMap(\.total).min())
    }
    #expect(reach.places.first { $0.place.id == "high" }?.first == nil)
  }

  @Test func `shares are those of counted cells`() throws {
    for latitude in [0.0, -12, 60] {
      let scenario = scenario(at: place(latitude, -74))
      let reach = try Reach.run(
        scenario, ReachQuestion(of: scenario, limits: [.minutes(40), .minutes(20)], step: .kilometres(6)))
      let frame = reach.area.frame
      for share in reach.shares {
        let field = try #require(reach.field(share.subject, share.period))
        var (sum, whole) = (0.0, 0.0)
        for row in 0..<frame.rows {
          let middle = frame.firstY + Double(row) * frame.stepY
          let (low, high) = (middle + frame.stepY / 2, middle - frame.stepY / 2)
          let corners = [(low, 0.0), (low, frame.stepX), (high, frame.stepX), (high, 0.0)].map { place($0.0, $0.1) }
          let area = abs(Ellipsoid.wgs84.areaAndPerimeter(of: corners).area.squareMetres)
          let cells = field.minutes[row * frame.columns..<(row + 1) * frame.columns]
          sum += area * Double(cells.count { Double($0) <= share.limit.inMinutes })
          whole += area * Double(frame.columns)
        }
        // Geodesics between corners leave the parallel by 10 m in 60 km at most: a millionth of a cell of 6 km at 60°.
        #expect(abs(share.area.reached - sum) <= 1e-5 * whole && abs(share.area.total - whole) <= 1e-5 * whole)
        #expect(share.demand.total == 1015 && share.strips.total == 3)
      }
      #expect(reach.question.limits == [.minutes(20), .minutes(40)])
      for (narrow, wide) in zip(reach.shares, reach.shares.dropFirst()) where narrow.limit < wide.limit {
        #expect(narrow.area.reached <= wide.area.reached && narrow.demand.reached <= wide.demand.reached)
      }
    }
  }

  @Test func `what is left without a base is what the others reach alone`() throws {
    let scenario = scenario()
    let whole = try Reach.run(scenario, ReachQuestion(of: scenario))
    #expect(whole.losses.count == 2 * 2 * 3)
    for base in whole.bases {
      let others = Set(scenario.assets.filter { $0.base != base }.map(\.id))
      let rest = try Reach.run(scenario, ReachQuestion(of: scenario, assets: others))
      for loss in whole.losses where loss.base == base {
        func all(_ reach: Reach) throws -> Reach.Share {
          try #require(
            reach.shares.first { $0.subject == .all && $0.period == loss.period && $0.limit == loss.limit })
        }
        let (before, after) = (try all(whole), try all(rest))
        #expect(loss.area == after.area && loss.demand == after.demand && loss.strips == after.strips)
        #expect(loss.lostArea == before.area.reached - after.area.reached)
        let weights = loss.fallen.compactMap(\.place.weight).reduce(0, +)
        #expect(abs(before.demand.reached - after.demand.reached - weights) < 1e-9)
        #expect(Double(loss.lostStrips.count) == before.strips.reached - after.strips.reached)
        for fallen in loss.fallen {
          let alone = rest.places.first { $0.place == fallen.place && $0.period == loss.period }
          #expect(fallen.after == alone?.first?.time && fallen.before <= loss.limit)
        }
      }
    }
    let best = try #require(whole.places.first { $0.place.id == "a" && $0.period == .day })
    #expect(best.first?.asset.id == "west-fast" && best.second?.asset.base.id == "east")
  }

  @Test func `weights count, those at one place each, and nothing has no share`() throws {
    let centre = place(-12, -74)
    let scenario = scenario(at: centre)
    let reach = try Reach.run(scenario, ReachQuestion(of: scenario, limits: [.minutes(13)], periods: [.day]))
    let all = try #require(reach.shares.first)
    // 13 minutes leave 4 at 200 km/h, 13.3 km: p lies 5.4 km from the one base, q and r 11.1 km from the other.
    #expect(all.demand.reached == 1015 && reach.places.filter { $0.place.weight != nil }.count == 3)
    let west = try #require(reach.shares.first { $0.subject.id == "west" })
    #expect(west.demand.reached == 15 && west.demand.share == 15.0 / 1015)
    let weightless = self.weightless(centre)
    let none = try Reach.run(weightless, ReachQuestion(of: weightless))
    #expect(none.shares.allSatisfy { $0.demand.share == nil } && none.notes.contains { $0.contains("weight zero") })
    var empty = scenario
    (empty.demandPoints, empty.strips) = ([], [])
    let bare = try Reach.run(empty, ReachQuestion(of: empty))
    #expect(bare.places.isEmpty && bare.shares.allSatisfy { $0.strips.share == nil && $0.demand.share == nil })
  }

  private func weightless(_ centre: Position) -> Scenario {
    scenario(at: centre, points: [DemandPoint(id: "o", name: "o", position: centre, weight: 0)])
  }

  @Test func `boxes go over the antimeridian, to the pole and to what is asked`() throws {
    let across = scenario(at: place(-17, 179.9))
    let reach = try Reach.run(across, ReachQuestion(of: across, step: .kilometres(10)))
    #expect(Double(reach.area.frame.columns) * reach.area.frame.stepX < 2)
    let field = try #require(reach.field(.all, .day))
    let still = scenario(at: place(-17, 0.1))
    let moved = try Reach.run(still, ReachQuestion(of: still, step: .kilometres(10)))
    let other = try #require(moved.field(.all, .day))
    #expect(field.minutes.count == other.minutes.count)
    for (a, b) in zip(field.minutes, other.minutes) { #expect(abs(a - b) < 1e-3 || (a.isNaN && b.isNaN)) }

    let box = ReachQuestion.Box(southWest: place(80, -180), northEast: place(90, 179.999))
    let north = scenario(at: place(85, 0))
    let polar = try Reach.run(north, ReachQuestion(of: north, step: .kilometres(50), box: box))
    #expect(polar.area.squareMetres > 0 && polar.field(.all, .day)?.minutes.contains { !$0.isNaN } == true)
    let one = try Reach.run(
      north,
      ReachQuestion(of: north, step: .kilometres(200), box: .init(southWest: place(85, 0), northEast: place(85.1, 0.1)))
    )
    #expect(one.area.frame.rows == 1 && one.area.frame.columns == 1)
  }

  @Test func `one base, and bases at one place`() throws {
    var one = scenario()
    one.assets = Array(one.assets.prefix(2))
    let alone = try Reach.run(one, ReachQuestion(of: one))
    #expect(alone.bases.map(\.id) == ["west"] && alone.losses.allSatisfy { $0.area.reached == 0 })
    var same = scenario()
    let twin = Base(id: "twin", name: "Twin", position: same.bases[0].position, elevation: nil)
    same.bases.append(twin)
    same.assets += same.assets.prefix(2).map { asset in
      var asset = asset
      (asset.id, asset.base) = ("twin-" + asset.id, twin)
      return asset
    }
    let double = try Reach.run(same, ReachQuestion(of: same))
    #expect(double.losses.filter { $0.base.id == "twin" }.allSatisfy { $0.lostArea == 0 && $0.fallen.isEmpty })
  }

  @Test func `everything that is wrong with a question is said at once`() throws {
    let scenario = scenario()
    let question = ReachQuestion(
      of: scenario, limits: [.minutes(15), .minutes(-3), .minutes(15), .hours(100)], assets: ["nobody"], isRouted: true)
    do {
      _ = try Reach.run(scenario, question)
      Issue.record("was answered")
    } catch {
      #expect(error.problems.map(\.code) == [.limits, .limits, .limits, .noAssets, .noAssets, .noTerrain])
    }
    var bare = scenario
    (bare.bases, bare.assets, bare.strips, bare.demandPoints) = ([], [], [], [])
    #expect(throws: ReachError.self) { try Reach.run(bare, ReachQuestion(of: bare)) }
    #expect(throws: ReachError.self) {
      try Reach.run(scenario, ReachQuestion(of: scenario, step: .metres(20)))
    }
    let flat = ReachQuestion.Box(southWest: place(1, 2), northEast: place(1, 3))
    #expect(throws: ReachError.self) { try Reach.run(scenario, ReachQuestion(of: scenario, box: flat)) }
  }
}
