import Foundation
import Radar
import Testing
import Units

private func receiver(_ kind: RadarType.Kind, _ change: (inout RadarParameters) -> Void = { _ in }) -> RadarType {
  var parameters = RadarParameters()
  change(&parameters)
  return RadarType(
    id: "r", name: "r", kind: kind, instrumentedRange: .kilometres(400), antennaHeight: .metres(20),
    parameters: parameters)
}

@Test func `a one-way link in the units of radio planners gives the same range`() throws {
  let type = receiver(.adsb) {
    $0.sensor.transponderPower = .watts(125)
    $0.sensor.sensitivity = Decibels(-90)
    $0.receiveGain = Decibels(5.5)
    $0.losses = Decibels(3)
  }
  let range = try #require(try type.linkRange())
  // Free-space loss in dB is 32.45 + 20 log f(MHz) + 20 log d(km), whose constant has two decimals: 0.1 % of the range.
  let loss = 10 * log10(125e3) + 5.5 - 3 + 90
  let kilometres = pow(10, (loss - 32.45 - 20 * log10(1090)) / 20)
  #expect(abs(range.kilometres / kilometres - 1) < 1e-3)
  let link = try #require(try type.link())
  #expect(abs(link.receivedPower(at: range).value - type.leastPower.value) < 1e-9)
}

@Test func `what a link does not state is assumed and listed`() throws {
  let type = receiver(.adsb) { $0.sensor.sensitivity = Decibels(-88) }
  #expect(
    type.sensorAssumptions == [
      .transponderPower(.watts(70)), .frequency(.megahertz(1090)), .receiveGain(Decibels(0)), .losses(Decibels(0)),
    ])
  #expect(try receiver(.adsb).linkRange() == nil)
  #expect(receiver(.adsb).sensorAssumptions == [.instrumentedRange(.kilometres(400))])
  #expect(receiver(.primary).sensorAssumptions.isEmpty && receiver(.secondary).sensorAssumptions.isEmpty)
  #expect(receiver(.multilateration).neededStations == 4)
  #expect(receiver(.multilateration) { $0.sensor.altitudeError = .metres(30) }.neededStations == 3)
}

@Test(arguments: [0.2, 1, 5])
func `on the oval of a passive sensor its echo has the power that it detects`(ratio: Double) {
  let type = receiver(.passive) {
    $0.sensor.sensitivity = Decibels(-130)
    $0.receiveGain = Decibels(8)
    $0.losses = Decibels(4)
  }
  let (eirp, frequency, sigma) = (Power.kilowatts(50), Frequency.megahertz(98), Area.squareMetres(2.5))
  let range = type.equivalentRange(of: sigma, eirp: eirp, frequency: frequency).metres
  let (out, back) = (range * ratio, range / ratio)
  // Step by step: flux at the target, its echo's flux at the receiver, what an antenna of that gain takes of it.
  let flux = eirp.watts / (4 * Double.pi * out * out) * sigma.squareMetres / (4 * Double.pi * back * back)
  let wave = 299_792_458 / frequency.hertz
  let power = flux * wave * wave / (4 * Double.pi) * pow(10, 0.8) / pow(10, 0.4)
  #expect(abs(10 * log10(power * 1000) + 130) < 1e-9)
}

@Test func `a stated bistatic range goes with the fourth roots of cross-section and power`() {
  var type = receiver(.passive) { $0.sensor.referenceEIRP = .kilowatts(10) }
  type.detectionRange = .kilometres(40)
  type.referenceCrossSection = .squareMetres(1)
  func range(_ sigma: Double, _ kilowatts: Double) -> Double {
    type.equivalentRange(of: .squareMetres(sigma), eirp: .kilowatts(kilowatts), frequency: .megahertz(600)).kilometres
  }
  #expect(abs(range(1, 10) - 40) < 1e-9 && abs(range(16, 10) - 80) < 1e-9 && abs(range(1, 160) - 80) < 1e-9)
  type.parameters.sensor.referenceEIRP = nil
  #expect(abs(range(1, 160) - 40) < 1e-9)
  #expect(range(0, 10) == 0)
}

@Test func `the looks of a receiver count whose range is that of its link`() throws {
  var type = receiver(.adsb) { $0.sensor.sensitivity = Decibels(-84) }
  let range = try #require(try type.linkRange())
  (type.detectionRange, type.parameters.givesRange) = (range, true)
  let found = try #require(try type.looking(DetectionSettings()).looks)
  let model = try #require(try RadarModel(type))
  func detection(_ share: Double) -> Double {
    model.probability(slantRange: range * share, elevation: .degrees(1), crossSection: .squareMetres(1)).detected
  }
  // A catalogue's range is that of a probability of 0.8; one way the signal grows with the square of the range alone.
  #expect(abs(found.range / range - 1) < 1e-9 && found.crossSection == nil)
  #expect(abs(detection(1) - 0.8) < 1e-9 && detection(0.5) > 0.999 && detection(1.2) < 0.8)
  var stated = receiver(.adsb)
  stated.detectionRange = range
  #expect(try RadarModel(stated)?.range == model.range)
}
