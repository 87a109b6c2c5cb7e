import Foundation
import Radar
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private func yaml(_ fields: String, range: String = "detection_range: 200 km, reference_rcs: 2 m2, ") -> String {
  """
  atalaya: 1
  name: Test
  layers:
    radar_types:
      - { id: r, kind: primary, instrumented_range: 400 km, \(range)antenna_height: 10 m, maximum_elevation: 30 deg, \(fields) }
  """
}

@Test func `a radar type states its physics in the field's units`() throws {
  let type = try #require(
    load(
      yaml(
        "detection_probability: 90 %, false_alarm_probability: 1e-5, fluctuation: swerling 3, pulses: 9, "
          + "frequency: 2900 MHz, polarization: vertical, peak_power: 25 kW, pulse_width: 100 µs, gain: 34 dBi, "
          + "receive_gain: 36, noise_temperature: 500 K, losses: 7 dB, prf: 300 Hz, minimum_radial_speed: 25 m/s, "
          + "elevation_pattern: cosecant_squared, elevation_beamwidth: 3 deg, beam_elevation: 2 deg, "
          + "azimuth_beamwidth: 1.5 deg, revisit: 10 s")
    ).radarTypes.first)
  var expected = RadarParameters()
  expected.detectionProbability = 0.9
  expected.falseAlarmProbability = 1e-5
  expected.fluctuation = .swerling3
  expected.pulses = 9
  expected.frequency = .gigahertz(2.9)
  expected.polarization = .vertical
  expected.peakPower = .kilowatts(25)
  expected.pulseSeconds = 100 * 1e-6
  expected.transmitGain = Decibels(34)
  expected.receiveGain = Decibels(36)
  expected.systemTemperatureKelvin = 500
  expected.losses = Decibels(7)
  expected.pulseRepetition = .hertz(300)
  expected.minimumRadialSpeed = .metresPerSecond(25)
  expected.elevationPattern = .cosecantSquared(axis: .degrees(2), beamwidth: .degrees(3), highest: .degrees(30))
  expected.elevationBeamwidth = .degrees(3)
  expected.azimuthBeamwidth = .degrees(1.5)
  #expect(type.parameters == expected)
  #expect(try load(yaml("name: R")).radarTypes.first?.parameters == RadarParameters())
}

@Test func `a receiving pattern of its own takes what it does not state from the transmitting one`() throws {
  func pattern(_ fields: String) throws -> ElevationPattern? {
    try load(yaml(fields)).radarTypes.first?.parameters.elevationPattern
  }
  let wide = ElevationPattern.gaussian(axis: .degrees(4), beamwidth: .degrees(12))
  let transmit = "elevation_pattern: gaussian, elevation_beamwidth: 12 deg, beam_elevation: 4 deg, "
  #expect(
    try pattern(transmit + "receive_pattern: gaussian, receive_beamwidth: 3 deg, receive_beam_elevation: 2 deg; 5 deg")
      == .pair(
        transmit: wide,
        receive: .stack([
          .gaussian(axis: .degrees(2), beamwidth: .degrees(3)), .gaussian(axis: .degrees(5), beamwidth: .degrees(3)),
        ])))
  #expect(
    try pattern(transmit + "receive_pattern: uniform")
      == .pair(transmit: wide, receive: .aperture(axis: .degrees(4), beamwidth: .degrees(12), .uniform)))
  #expect(try pattern(transmit + "receive_pattern: flat") == .pair(transmit: wide, receive: .flat))
  #expect(
    try pattern("receive_pattern: gaussian, receive_beamwidth: 3 deg, receive_beam_elevation: 2 deg")
      == .pair(transmit: .flat, receive: .gaussian(axis: .degrees(2), beamwidth: .degrees(3))))
  let faults = try problems(yaml(transmit + "receive_pattern: square, receive_beamwidth: 300 deg"))
  #expect(Set(faults.map(\.field)) == ["receive_pattern", "receive_beamwidth"])
}

@Test func `a column's name can state the unit of a list of elevations`() throws {
  func pattern(_ fields: String) throws -> ElevationPattern? {
    try load(yaml("elevation_pattern: gaussian, elevation_beamwidth: 3 deg, \(fields)")).radarTypes.first?.parameters
      .elevationPattern
  }
  let written = try pattern("beam_elevation: 1 deg; 4 deg")
  #expect(written == .stack([1, 4].map { .gaussian(axis: .degrees($0), beamwidth: .degrees(3)) }))
  #expect(try pattern("beam_elevation_deg: 1; 4") == written)
  // A unit in the cell wins over the column's.
  #expect(try pattern("beam_elevation_mrad: 1 deg; 4 deg") == written)
  #expect(try pattern("beam_elevation_deg: 4") == .gaussian(axis: .degrees(4), beamwidth: .degrees(3)))
  for wrong in ["beam_elevation_deg: 1; x", "beam_elevation_deg: 100", "beam_elevation: 1; 4"] {
    let faults = try problems(yaml("elevation_pattern: gaussian, elevation_beamwidth: 3 deg, \(wrong)"))
    #expect(faults.count == 1 && faults[0].description.contains("beam_elevation"), "\(wrong): \(faults)")
  }
}

@Test func `beams stand in a stack, and M 1851 has patterns of its own`() throws {
  let fields = "elevation_beamwidth: 3 deg, beam_elevation: 1 deg; 4 deg, elevation_pattern: "
  #expect(
    try load(yaml(fields + "gaussian")).radarTypes.first?.parameters.elevationPattern
      == .stack([
        .gaussian(axis: .degrees(1), beamwidth: .degrees(3)), .gaussian(axis: .degrees(4), beamwidth: .degrees(3)),
      ]))
  let one = "elevation_beamwidth: 3 deg, beam_elevation: 1 deg, elevation_pattern: "
  #expect(
    try load(yaml(one + "m1851_cosine")).radarTypes.first?.parameters.elevationPattern
      == .mask(axis: .degrees(1), beamwidth: .degrees(3), .cosine))
  #expect(
    try load(yaml(one + "m1851_cosecant_squared")).radarTypes.first?.parameters.elevationPattern
      == .cosecantFloor(axis: .degrees(1), beamwidth: .degrees(3), highest: .degrees(30)))
}

@Test(arguments: [
  ("detection_probability: 0", "detection_probability"), ("detection_probability: 1", "detection_probability"),
  ("false_alarm_probability: 0", "false_alarm_probability"), ("losses: -3 dB", "losses"),
  ("noise_figure: -1 dB", "noise_figure"), ("frequency: 2 THz", "frequency"), ("frequency: 1000 GHz", "frequency"),
  ("pulse_width: 5", "pulse_width"), ("pulses: 0", "pulses"), ("fluctuation: 5", "fluctuation"),
  ("elevation_pattern: square", "elevation_pattern"), ("elevation_pattern: absent.csv", "elevation_pattern"),
  ("detection_probability: 0.2, false_alarm_probability: 0.3", "detection_probability"),
  ("elevation_pattern: gaussian, elevation_beamwidth: 3 deg", "beam_elevation"),
  ("elevation_pattern: gaussian, beam_elevation: 3 deg", "elevation_beamwidth"),
  ("elevation_pattern: cosecant_squared, elevation_beamwidth: 3 deg, beam_elevation: -5 deg", "beam_elevation"),
])
func `physics that is none is refused at its field`(fields: String, field: String) throws {
  #expect(try problems(yaml(fields)).map(\.field) == [field])
}

@Test func `a band in place of a frequency is a warning, and no frequency`() throws {
  for band in ["S-band", "L", "banda X"] {
    let scenario = try load(yaml("frequency: \(band)"))
    #expect(scenario.radarTypes.first?.parameters == RadarParameters())
    #expect(scenario.warnings.contains { $0.field == "frequency" }, "\(band)")
  }
}

@Test func `parameters take the place of a promise, and what is missing of them is named`() throws {
  let full =
    "frequency: 1.3 GHz, peak_power: 1 MW, pulse_width: 6 us, transmit_gain: 34 dB, noise_figure: 3 dB, losses: 8 dB"
  let type = try #require(load(yaml(full, range: "")).radarTypes.first)
  #expect(type.parameters.givesRange && type.referenceCrossSection == .squareMetres(1))
  let model = try #require(try RadarModel(type))
  #expect(model.basis == .parameters && model.range == type.detectionRange)
  let missing = try problems(yaml(full.replacing(", losses: 8 dB", with: ""), range: ""))
  #expect(missing.map(\.field) == ["peak_power"])
  #expect(missing.first?.problem.contains("losses") == true)
  // A promise that the parameters contradict is used, and told with both figures.
  let both = try load(yaml(full))
  let range = try #require(try RadarModel(both.radarTypes[0])?.type.parameters.equation())
  #expect(both.radarTypes.first?.detectionRange == .kilometres(200))
  let warning = try #require(both.warnings.first { $0.field == "detection_range" })
  let computed = range.range(
    signalToNoise: try SquareLawDetector(pulses: 1, falseAlarmProbability: 1e-6).requiredSNR(
      detection: 0.8, .swerling1), crossSection: .squareMetres(2))
  #expect(warning.problem.contains("200.0 km") && warning.problem.contains(computed.text), "\(warning)")
}

@Test func `a pattern is read from a file beside the catalogue, which also stands alone`() throws {
  let scratch = try Scratch([
    "cat.csv":
      "id,kind,instrumented_range_km,detection_range_km,reference_rcs_m2,antenna_height_m,elevation_pattern,pulse_width_us\n"
      + "a,primary,400,200,2,10,p.csv,40\nb,primary,300,150,1,8,,\n",
    "p.csv": "# measured\nelevation_deg,gain_db\n-1,20\n0,30\n2,33\n20,10\n",
    "short.csv": "elevation_deg,gain_db\n1,2\n", "words.csv": "elevation_deg,gain_db\n1,2\n2,high\n",
    "semicolon.csv": "0;1,5\n2;4,5\n",
    "one.yaml":
      "id: y\nkind: primary\ninstrumented_range: 9 km\ndetection_range: 8 km\nreference_rcs: 1 m2\nantenna_height: 3 m\n",
  ])
  let catalogue = try RadarCatalogue(file: scratch.path("cat.csv"))
  #expect(catalogue.types.map(\.id) == ["a", "b"])
  #expect(
    catalogue.types[0].parameters.elevationPattern
      == .table(try PatternTable(elevationDegrees: [-1, 0, 2, 20], gainDecibels: [20, 30, 33, 10])))
  #expect(abs((catalogue.types[0].parameters.pulseSeconds ?? 0) - 40e-6) < 1e-18)
  #expect(try RadarCatalogue(file: scratch.path("one.yaml")).types.map(\.id) == ["y"])
  #expect(
    try PatternTable(file: scratch.path("semicolon.csv"))
      == PatternTable(elevationDegrees: [0, 2], gainDecibels: [-3, 0]))
  #expect(throws: PatternError.self) { try PatternTable(file: scratch.path("short.csv")) }
  let error = try #require(throws: PatternError.self) { try PatternTable(file: scratch.path("words.csv")) }
  #expect(error.description.contains("line 3"))
  #expect(throws: ScenarioError.self) { try RadarCatalogue(file: scratch.path("absent.yaml")) }
}
