import Coverage
import Geodesy
import Radar
import Testing
import Units

/// Whatever answers "is it seen" asks one rule: a target that gives no signal is seen by none of them, another one by all.
@Test(arguments: RadarType.Kind.allCases, Transponder.allCases)
func `every way to ask agrees on what a kind of radar can see`(kind: RadarType.Kind, transponder: Transponder) {
  let target = Target(crossSection: .squareMetres(1), transponder: transponder)
  let station = RadarStation(
    id: "s", name: "s", position: Position(latitudeDegrees: 0, longitudeDegrees: 0), groundElevation: .zero,
    antennaHeight: .metres(20),
    type: RadarType(
      id: "t", name: "t", kind: kind, instrumentedRange: .kilometres(100), detectionRange: .kilometres(100),
      referenceCrossSection: .squareMetres(1), antennaHeight: .metres(20)))
  let sees = target.gives(kind.rule.signal)
  let lack: RadarLimits.Cause? =
    switch kind {
    case .primary, .passive: nil
    case .secondary, .multilateration: transponder == .none ? .transponder : nil
    case .adsb: transponder == .adsb ? nil : .broadcast
    }
  #expect(sees == (lack == nil))
  #expect(target.giving(kind.rule.signal).gives(kind.rule.signal))
  #expect((station.slantRange(of: target) > .zero) == sees)
  let ring = SmoothEarthCoverage(stations: [station], groundElevation: .zero)
    .ring(of: station, targetHeight: .metres(3000), target: target)
  #expect((ring.limit != .blind) == sees)
  let limits = RadarLimits(of: station, antennaAltitude: .metres(20), target: target, k: 1)
  let cause = limits.cause(at: .metres(3000), groundDistance: .kilometres(50), azimuth: .zero)
  #expect(cause == lack)
  #expect((limits.altitudes(groundDistance: .kilometres(50), azimuth: .zero) != nil) == sees)
}
