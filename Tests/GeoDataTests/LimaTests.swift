import Coverage
import Foundation
import Geodesy
import Interception
import Planning
import Radar
import Response
import Scenario
import ScenarioFiles
import Terrain
import TestSupport
import Testing
import Units

private func positions(_ name: String) throws -> [(row: Table.Row, position: Position)] {
  try Table(name, in: Table.lima).rows.map { row in
    (
      row, Position(latitudeDegrees: try row.number("latitude"), longitudeDegrees: try row.number("longitude"))
    )
  }
}

@Test
func
  `Lima loads without an error, with its terrain, and warns of approximate strips, stated elevations and a figure of one source`()
  throws
{
  let scenario = try Scenario.load(folder: Table.lima.path)
  #expect(scenario.warnings.count == 3)
  #expect(
    scenario.warnings.allSatisfy {
      $0.description.contains("approximate") || $0.description.contains("elevations off the terrain’s")
        || $0.description.contains("one source")
    })
  let terrain = try #require(scenario.terrain)
  #expect(terrain.verticalDatum.basis == .stated && terrain.verticalDatum.name.contains("EGM96"))
  #expect(try scenario.sites.map(\.id) == Table("sites.csv", in: Table.lima).rows.map { $0["id"] })
  #expect(try scenario.strips.map(\.id) == Table("strips.csv", in: Table.lima).rows.map { $0["id"] })
  #expect(try scenario.flights.map(\.id) == Table("flights.csv", in: Table.lima).rows.map { $0["id"] })
}

@Test func `Lima's places lie in its terrain, and their tables have its heights`() throws {
  let terrain = try #require(try Scenario.load(folder: Table.lima.path).terrain)
  for name in ["sites.csv", "bases.csv", "strips.csv"] {
    let places = try positions(name)
    for (row, found) in zip(places.map(\.row), try terrain.elevations(at: places.map(\.position))) {
      let ground = try #require(found, "\(row)").metres
      let stated = try row.number("elevation_m")
      // Strips are open ground, rounded to 10 m. Towns and summits have the nearest post of 1″, up to 15 m away on slopes
      // of up to 45°, beside the 11 m of a cell's rise; aerodromes have the highest point of their runways.
      #expect(abs(ground - stated) <= (name == "strips.csv" ? 10 : 30), "\(row): \(ground) m in the terrain")
    }
  }
}

@Test func `Lima's routes lie in its terrain, and keep 60 m above it, or 100 m where they are above sea level`() throws
{
  let scenario = try Scenario.load(folder: Table.lima.path)
  let terrain = try #require(scenario.terrain)
  #expect(scenario.flights.count >= 6)
  var (aboveSea, aboveGround) = (0, 0)
  for flight in scenario.flights {
    // The last leg goes down to the strip.
    let points = flight.inbound.dropLast()
    try #require(points.count > 2, "\(flight.id)")
    for (a, b) in zip(points, points.dropFirst()) {
      let profile = try terrain.profile(from: a.position, to: b.position, step: .metres(90))
      for sample in profile.samples {
        let ground = try #require(sample.elevation, "\(flight.id) \(sample.position)").metres
        switch (a.altitude, b.altitude) {
        case (.aboveSeaLevel(let from), .aboveSeaLevel(let to)):
          let share = sample.distance.metres / profile.length.metres
          let height = from.metres + (to.metres - from.metres) * share - ground
          // The courses were drawn 150 m or more above the posts of 1″; bilinear cells of 3″ lie up to 50 m beside them.
          #expect(height >= 100, "\(flight.id) \(sample.position): \(height) m")
          aboveSea += 1
        case (.aboveGround(let from), .aboveGround(let to)):
          // 60 m over the sea and 150 m over ground, as the tables say.
          #expect(min(from, to) == .metres(60) || min(from, to) == .metres(150) && from == to, "\(flight.id)")
          aboveGround += 1
        default: Issue.record("\(flight.id) changes from one kind of altitude to the other")
        }
      }
    }
  }
  // Two courses over the mountains and four from the sea, each of at least 50 km in steps of 90 m.
  #expect(aboveSea > 1000 && aboveGround > 2000, "\(aboveSea) \(aboveGround)")
}

@Test func `Lima's rows say where they come from, and what is synthetic`() throws {
  for name in Table.names {
    for row in try Table(name, in: Table.lima).rows {
      #expect(row["source"].count >= 8 && ["yes", "no"].contains(row["approximate"]), "\(row)")
      if row["source"].contains("assumed") { #expect(row["approximate"] == "yes", "\(row)") }
      if ["flights.csv", "routes.csv"].contains(name) { #expect(row["source"].contains("synthetic"), "\(row)") }
    }
  }
  let strips = try Table("strips.csv", in: Table.lima).rows
  #expect((10...16).contains(strips.count))
  for strip in strips {
    #expect(strip["synthetic"] == "yes" && strip["source"].contains("15350118"), "\(strip)")
    for column in ["latitude", "longitude"] {
      let degrees = try strip.number(column)
      // 0.01 degrees; 1e-9 is the rounding of a product of that size.
      #expect(abs(degrees * 100 - (degrees * 100).rounded()) < 1e-9, "\(strip)")
    }
  }
}

@Test func `Lima plans, and each purchase keeps its 40 million`() async throws {
  let scenario = try Scenario.load(folder: Table.lima.path)
  for purchase in scenario.purchases {
    #expect(purchase.budget?.amount == 40e6)
    #expect((purchase.price?.base.amount ?? .infinity) <= 40e6)
    // 8 MB hold the terrain in blocks of some posts: coarser, and quick enough for a test.
    let plan = try await Plan.run(
      scenario, purchase: purchase.id, terrain: .init(quality: .draft, memoryLimit: 8_000_000))
    #expect(plan.coverage.isOverTerrain && plan.warnings.map(\.text).contains { $0.contains("coarsened") })
    #expect(plan.flights.count == scenario.flights.count)
  }
}

@Test func `Lima stays small`() throws {
  let files = try FileManager.default.contentsOfDirectory(at: Table.lima, includingPropertiesForKeys: nil)
  let bytes = try files.reduce(0) { try $0 + Data(contentsOf: $1).count }
  // A few megabytes, because every clone carries them.
  #expect(bytes > 1_000_000 && bytes < 6_000_000)
}
