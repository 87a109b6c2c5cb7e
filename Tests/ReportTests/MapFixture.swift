import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Radar
import Report
import Response
import Scenario
import Units

/// A small plan made by hand, and the sample scenario's map with timelines made by hand.
enum MapFixture {
  /// Everything that markup could trip over, and a control character.
  static let nastyName = "R&D <b>\"one\"</b> 'two' ]]> ñ \u{1}\u{8}end"
  static let cleanName = "R&D <b>\"one\"</b> 'two' ]]> ñ \u{FFFD}\u{FFFD}end"

  static func at(_ latitude: Double, _ longitude: Double) -> Position {
    Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
  }

  /// One radar type of plain 100 km, detection of 60 km for 1 m².
  static let type = RadarType(
    id: "t", name: nastyName, kind: .primary, instrumentedRange: .kilometres(100), detectionRange: .kilometres(60),
    referenceCrossSection: .squareMetres(1), minimumRange: .kilometres(5), antennaHeight: .metres(20))

  /// Two radars 50 km apart at a longitude, one bought, a free site, a base, a strip, a flight and a border.
  static func scenario(longitude: Double = -74) -> Scenario {
    let standing = Scenario.Site(
      id: "a", name: nastyName, position: at(-12, longitude), elevation: .metres(500), radar: type, antennaHeight: nil)
    let bought = Scenario.Site(
      id: "b", name: "B", position: at(-12.45, longitude), elevation: nil, radar: nil, antennaHeight: nil)
    let free = Scenario.Site(
      id: "c", name: "C", position: at(-11, longitude), elevation: nil, radar: nil, antennaHeight: nil)
    let aircraft = Aircraft(
      id: "cessna", name: "Cessna", kind: .aeroplane, cruise: .kilometresPerHour(240), departureAllowance: .zero,
      landingAllowance: .zero, endurance: nil, reserve: .zero)
    let base = Base(id: "base", name: "Base", position: at(-11.5, longitude), elevation: .metres(600))
    let strip = Strip(
      id: "s", name: "Strip", position: at(-12.2, longitude), elevation: .metres(550), length: nil, isApproximate: true)
    func route(_ altitude: Altitude) -> [Waypoint] {
      [
        Waypoint(position: at(-12.5, longitude + 4), altitude: altitude),
        Waypoint(position: at(-12.2, longitude), altitude: .aboveGround(.zero)),
      ]
    }
    let flight = Flight(
      id: "f", name: "Flight", aircraft: aircraft,
      target: Target(crossSection: .squareMetres(1), hasTransponder: false),
      strip: strip, inbound: route(.aboveGround(.metres(150))),
      outbound: route(.aboveSeaLevel(.metres(2000))).reversed(), speed: .kilometresPerHour(240), departure: .hours(5),
      groundTime: .minutes(7), perDay: 1)
    return Scenario(
      name: "A plan of \(nastyName)", groundElevation: .metres(500), altitudeBands: [.metres(50), .metres(300)],
      radarTypes: [type], sites: [standing, bought, free], aircraft: [aircraft], bases: [base],
      assets: [
        Asset(id: "h", base: base, aircraft: aircraft, count: 2, readinessByDay: .minutes(15), readinessByNight: nil)
      ], strips: [strip], flights: [flight], border: [[at(-14, longitude), at(-10, longitude + 1)]])
  }

  static func map(_ scenario: Scenario) throws -> GeoLayers {
    let bought = scenario.sites.filter { $0.id == "b" }.map { $0.station(with: type) }
    let stations = scenario.existingStations + bought
    let coverage = SmoothEarthCoverage(stations: stations, groundElevation: scenario.groundElevation)
    return try GeoLayers(
      scenario: scenario, stations: stations,
      coverage: CoverageSummary(of: coverage, heights: scenario.altitudeBands, target: scenario.coverageTarget),
      flights: scenario.flights.map { flight in
        let landing = flight.departure + .hours(2)
        let takeoff = landing + flight.groundTime
        return FlightWindows(
          flight: flight,
          timeline: Timeline(
            departure: flight.departure, landing: landing, takeoff: takeoff, exit: takeoff + .hours(2),
            sightings: [
              .init(
                span: TimeSpan(begin: landing - .minutes(12), end: takeoff), stationIDs: stations.prefix(1).map(\.id))
            ], firstDetection: landing - .minutes(12), firstDetectionPosition: flight.inbound.last?.position,
            confirmed: nil, ordered: nil), inbound: nil, ground: nil, outbound: nil, windows: [], best: nil)
      }, responses: responses(scenario))
  }

  /// Every asset takes 15 minutes to get ready by day and ten to fly; nobody flies by night.
  private static func responses(_ scenario: Scenario) -> [ResponseTime] {
    scenario.assets.flatMap { asset in
      scenario.strips.flatMap { strip in
        Period.allCases.map { period in
          ResponseTime(
            asset: asset, strip: strip, period: period, distance: .kilometres(40),
            readiness: asset.readiness(by: period),
            departure: .zero, cruise: .minutes(10), landing: .zero, arrival: .overhead,
            obstacles: asset.readiness(by: period) == nil ? [.notFlown(period)] : [])
        }
      }
    }
  }
}
