import Radar
import Testing
import Units

private func type(_ kind: RadarType.Kind, detection: Length?, reference: Area?) -> RadarType {
  RadarType(
    id: "r", name: "r", kind: kind, instrumentedRange: .kilometres(400), detectionRange: detection,
    referenceCrossSection: reference, antennaHeight: .metres(10))
}

/// A sixteenth of the cross-section halves a range that goes with the fourth root, and changes no other.
@Test(arguments: RadarType.Kind.allCases)
func `ranges follow the law of their kind`(kind: RadarType.Kind) {
  let radar = type(kind, detection: .kilometres(200), reference: .squareMetres(16))
  let range = radar.detectionRange(of: .squareMetres(1)).kilometres
  switch kind.rule.rangeLaw {
  case .fourthRoot: #expect(abs(range - 100) < 1e-9)  // the rounding of one power
  case .constant: #expect(range == 200)
  }
}

@Test(arguments: RadarType.Kind.allCases.filter { !$0.rule.needsReference })
func `a range that depends on no echo needs no reference`(kind: RadarType.Kind) {
  #expect(type(kind, detection: .kilometres(200), reference: nil).detectionRange(of: .zero) == .kilometres(200))
  #expect(type(kind, detection: nil, reference: nil).detectionRange(of: .zero) == .kilometres(400))
}
