import Foundation
import Geodesy
import Interception
import Radar
import Response
import Scenario
import ScenarioFiles
import Testing
import Units

@Test func `the sample loads without an error, and warns of approximate strips and of a figure of one source`() throws {
  let scenario = try Scenario.load(folder: Table.folder.path)
  #expect(scenario.warnings.count == 2)
  #expect(scenario.warnings.count { $0.description.contains("approximate") } == 1)
  #expect(scenario.warnings.count { $0.description.contains("one source") } == 1)
}

@Test func `every row of the tables arrives in the model`() throws {
  let scenario = try Scenario.load(folder: Table.folder.path)
  #expect(try scenario.radarTypes.map(\.id) == Table("radar_types.csv").rows.map { $0["id"] })
  #expect(try scenario.sites.map(\.id) == Table("sites.csv").rows.map { $0["id"] })
  #expect(try scenario.aircraft.map(\.id) == Table("aircraft.csv").rows.map { $0["id"] })
  #expect(try scenario.bases.map(\.id) == Table("bases.csv").rows.map { $0["id"] })
  #expect(try scenario.assets.map(\.id) == Table("assets.csv").rows.map { $0["id"] })
  #expect(try scenario.strips.map(\.id) == Table("strips.csv").rows.map { $0["id"] })
  #expect(try scenario.flights.map(\.id) == Table("flights.csv").rows.map { $0["id"] })
  #expect(scenario.border.count == 2)
}

@Test func `each purchase costs at most its 71 million`() throws {
  let scenario = try Scenario.load(folder: Table.folder.path)
  #expect(scenario.purchases.map(\.id) == ["plan-2014", "valley-low"])
  for purchase in scenario.purchases {
    #expect(purchase.budget?.amount == 71e6)
    let price = try #require(purchase.price)
    #expect(price.base.amount <= 71e6 && price.low.amount < price.base.amount)
    #expect(price.high.amount > price.base.amount)
  }
  // Four at 17.75 million; the sum of four doubles of that size is exact.
  #expect(scenario.purchases.first?.price?.base.amount == 71e6)
}

@Test func `flights begin in Bolivia and last as long as reported`() throws {
  let scenario = try Scenario.load(folder: Table.folder.path)
  for flight in scenario.flights {
    #expect(flight.speed == .kilometresPerHour(240), "\(flight.id)")
    let kilometres = zip(flight.inbound, flight.inbound.dropFirst()).reduce(0) {
      $0 + Ellipsoid.wgs84.distance(from: $1.0.position, to: $1.1.position).kilometres
    }
    // Reported: round trips of five hours to departures at 03:00 for landings at 08:00, which is 2.5 to 5 h one way.
    #expect((600...1200).contains(kilometres), "\(flight.id): \(kilometres) km")
    // At 240 km/h, 4 km a minute; the departure of the model follows from the landing of the table.
    let clock = try Table("flights.csv").row(flight.id)["landing"].split(separator: ":").compactMap { Double($0) }
    let landing = clock[0] * 60 + clock[1]
    let departure = Double(flight.departure.components.seconds) / 60
    // A minute, for the seconds cut off.
    #expect(abs(departure + kilometres / 4 - landing) <= 1, "\(flight.id)")
  }
}
