import Coverage
import Geodesy
import Interception
import Radar
import Response
import Units

func place(_ latitude: Double, _ longitude: Double) -> Position {
  Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
}

let cessna = Aircraft(
  id: "u206", name: "U206G", kind: .aeroplane, cruise: .kilometresPerHour(240), departureAllowance: .zero,
  landingAllowance: .zero, endurance: nil, reserve: .zero, crossSection: .squareMetres(2))

func helicopter(_ speed: Speed = .kilometresPerHour(225), endurance: Duration? = nil) -> Aircraft {
  Aircraft(
    id: "helicopter", name: "helicopter", kind: .helicopter, cruise: speed, departureAllowance: .zero,
    landingAllowance: .zero, endurance: endurance, reserve: .zero)
}

func asset(at position: Position, _ aircraft: Aircraft = helicopter(), readiness: Duration? = .minutes(15)) -> Asset {
  Asset(
    id: "asset", base: Base(id: "base", name: "base", position: position, elevation: nil), aircraft: aircraft, count: 1,
    readinessByDay: readiness, readinessByNight: readiness)
}

func flight(
  _ inbound: [Position], _ outbound: [Position], height: Altitude = .aboveGround(.metres(300)),
  speed: Speed = .kilometresPerHour(240), departure: Duration = .hours(6), ground: Duration = .minutes(7),
  transponder: Bool = false
) -> Flight {
  func way(_ places: [Position]) -> [Waypoint] { places.map { Waypoint(position: $0, altitude: height) } }
  return Flight(
    id: "f", name: "f", aircraft: cessna, target: Target(crossSection: .squareMetres(2), hasTransponder: transponder),
    strip: Strip(
      id: "s", name: "s", position: inbound[inbound.count - 1], elevation: nil, length: nil, isApproximate: false),
    inbound: way(inbound), outbound: way(outbound), speed: speed, departure: departure, groundTime: ground, perDay: 1)
}

func radar(_ range: Length, mast: Length = .metres(30), silence: Angle? = nil) -> RadarType {
  RadarType(
    id: "radar", name: "radar", kind: .primary, instrumentedRange: range, detectionRange: range,
    referenceCrossSection: .squareMetres(2), antennaHeight: mast, maximumElevation: silence)
}

func station(_ id: String, _ position: Position, _ type: RadarType) -> RadarStation {
  RadarStation(
    id: id, name: id, position: position, groundElevation: nil, antennaHeight: type.antennaHeight, type: type)
}

func network(_ stations: [RadarStation]) -> SmoothEarthCoverage {
  SmoothEarthCoverage(stations: stations, groundElevation: .metres(500))
}

let allDay = Daylight(begin: .zero, end: .hours(24))
let prompt = AlertChain(confirmation: .seconds(30), decision: .minutes(5))
