import Geodesy
import Interception
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@Test func `terrain is wanted as far as a radar sees, also one to be bought, and 10 km around routes`() throws {
  let scenario = try Scenario.load(folder: Checkout.sample, opensTerrain: false)
  let area = scenario.terrainArea
  func isCovered(_ latitude: Double, _ longitude: Double, beyond margin: Length = .zero) -> Bool {
    let place = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
    return area.contains { Ellipsoid.wgs84.distance(from: $0.centre, to: place) + margin <= $0.radius }
  }
  // The TPS-70 at Puerto Maldonado (12.6136 S, 69.2286 W) shows 2 m² at 300 km, hence 1 m² at 252 km, by the fourth root.
  // One of the four to be bought stands at Iberia (11.4116 S, 69.4887 W): 370 km on 2 m², hence 311 km.
  let maldonado = try #require(area.first { $0.centre.latitudeDegrees == -12.6136 })
  #expect(abs(maldonado.radius.kilometres - 252.27) < 0.01)
  #expect(isCovered(-11.4116 + 2.7, -69.4887))
  // Every waypoint with nearly 10 km around it.
  for flight in scenario.flights {
    for point in flight.inbound + flight.outbound {
      #expect(isCovered(point.position.latitudeDegrees, point.position.longitudeDegrees, beyond: .kilometres(9.9)))
    }
  }
  // Lima's north and the Atlantic are nowhere near.
  #expect(!isCovered(-6, -79) && !isCovered(-10, -40))
}
