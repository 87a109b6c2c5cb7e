import Coverage
import Geodesy
import Radar
import Response
import Scenario
import Testing
import Units

@Suite struct PlacesTests {
  private let scenario: Scenario = {
    let position = Position(latitudeDegrees: 1, longitudeDegrees: 2)
    let radar = RadarType(
      id: "r", name: "R", kind: .primary, instrumentedRange: .kilometres(10), antennaHeight: .metres(12))
    func site(_ id: String, _ radar: RadarType?) -> Scenario.Site {
      Scenario.Site(id: id, name: id, position: position, elevation: nil, radar: radar, antennaHeight: nil)
    }
    return Scenario(
      name: "s", sites: [site("north", radar), site("shared", nil)],
      bases: [Base(id: "shared", name: "Shared base", position: position, elevation: nil)])
  }()

  @Test func `a key names its place, with the radar that stands there`() throws {
    let north = try scenario.place(named: "north")
    #expect(north.kind == .site && north.station?.antennaHeight == .metres(12))
    #expect(try scenario.place(named: "base:shared").name == "Shared base")
    #expect(try scenario.place(named: "site:shared").station == nil)
  }

  @Test func `a key of two places and a key of none are told with what would be right`() {
    func message(_ text: String) -> String {
      do {
        return try scenario.place(named: text).name
      } catch { return error.description }
    }
    #expect(message("shared") == "“shared” is more than one place: write site:shared or base:shared")
    #expect(
      message("nort") == "the scenario has no site, base or strip “nort”; did you mean “north”? known: north, shared")
  }

  @Test func `a point of a route is named by the route and its number`() throws {
    var routed = scenario
    let points = [1.0, 2, 3].map { Position(latitudeDegrees: 0, longitudeDegrees: $0) }
    routed.routes = [
      Scenario.Route(
        id: "a:b",
        points: [.init(position: points[0]), .init(position: points[1], altitude: .aboveGround(.metres(60)))]),
      Scenario.Route(id: "north", points: [.init(position: points[2])]),
    ]
    let second = try routed.place(named: "a:b:2")
    #expect(second.kind == .route && second.position == points[1] && second.altitude == .aboveGround(.metres(60)))
    #expect(try routed.place(named: "route:a:b:1").position == points[0])
    #expect(try routed.place(named: "north").kind == .site && routed.place(named: "north:1").position == points[2])
    for text in ["a:b:3", "a:b:0", "route:a:b", "route:north:9", "c:1"] {
      #expect(throws: LookupError.self, "\(text)") { try routed.place(named: text) }
    }
  }
}
