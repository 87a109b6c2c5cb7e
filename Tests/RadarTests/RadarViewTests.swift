import Foundation
import Radar
import Testing
import Units

private func model(_ change: (inout RadarType) -> Void = { _ in }) throws -> RadarModel {
  var type = RadarType(
    id: "r", name: "r", kind: .primary, instrumentedRange: .kilometres(400), detectionRange: .kilometres(250),
    referenceCrossSection: .squareMetres(1), antennaHeight: .metres(15))
  change(&type)
  return try #require(try RadarModel(type))
}

@Test func `the table of gas attenuation agrees with the lines`() throws {
  for gigahertz in [0.4, 1.3, 2.9, 9.4, 22.2, 35, 94] {
    let gas = try GasAttenuation(frequency: .gigahertz(gigahertz))
    let table = try GasProfile(frequency: .gigahertz(gigahertz), surface: SurfaceAir(vapourDensity: 20))
    for metres in stride(from: -450.0, through: 29_000, by: 437) {
      let exact = gas.specific(in: .reference(at: .metres(metres), surfaceVapourDensity: 20)).total
      // Between rows; near 20 km the reference atmosphere's layers meet in a corner.
      #expect(abs(table.specific(at: .metres(metres)) / exact - 1) < 1e-3, "\(gigahertz) GHz, \(metres) m")
    }
    #expect(table.specific(at: .kilometres(40)) == 0)
  }
}

@Test func `losses along a ray agree with those of the path's ends`() throws {
  let earth = EffectiveEarth()
  let ray = try RayLoss(frequency: .gigahertz(5.6), antenna: .metres(120), earth: earth)
  let gas = try GasAttenuation(frequency: .gigahertz(5.6))
  for (kilometres, height) in [(10.0, 300.0), (80, 2000), (200, 6000), (300, 12_000)] {
    let slant = earth.slantRange(groundDistance: .kilometres(kilometres), from: .metres(120), to: .metres(height))
    let angle = earth.elevation(groundDistance: .kilometres(kilometres), from: .metres(120), to: .metres(height))
    #expect(abs(ray.altitude(slantRange: slant, elevation: angle).metres - height) < 1e-6)
    let path = gas.loss(groundDistance: .kilometres(kilometres), from: .metres(120), to: .metres(height), over: earth)
    // Two integrations, each within 0.1 %.
    #expect(abs(ray.gas(slantRange: slant, elevation: angle).value / path.value - 1) < 2e-3)
  }
}

@Test func `rain counts below its height alone`() throws {
  let earth = EffectiveEarth()
  var weather = Weather(rainRate: 20, rainHeight: .kilometres(5))
  let frequency = Frequency.gigahertz(9.4)
  let ray = try RayLoss(frequency: frequency, weather: weather, antenna: .metres(20), earth: earth)
  let straight = try RainAttenuation(frequency: frequency, elevation: .degrees(90), tilt: .zero).specific(rate: 20)
  // Straight up: 4.98 km of rain, however far the target is.
  for kilometres in [4.98, 10, 300] {
    let rain = ray.rain(slantRange: .kilometres(kilometres), elevation: .degrees(90)).value
    #expect(abs(rain - straight * 4.98) < 1e-9)
  }
  let level = try RainAttenuation(frequency: frequency, elevation: .zero, tilt: .zero).specific(rate: 20)
  #expect(abs(ray.rain(slantRange: .kilometres(7), elevation: .zero).value - level * 7) < 1e-9)
  weather.rainExtent = .kilometres(3)
  let shower = try RayLoss(frequency: frequency, weather: weather, antenna: .metres(20), earth: earth)
  #expect(abs(shower.rain(slantRange: .kilometres(7), elevation: .zero).value - level * 3) < 1e-9)
  // An antenna above the rain looks down into it and up past it.
  let high = try RayLoss(frequency: frequency, weather: weather, antenna: .kilometres(8), earth: earth)
  #expect(high.rain(slantRange: .kilometres(300), elevation: .zero).value == 0)
  #expect(high.rain(slantRange: .kilometres(40), elevation: .degrees(-10)).value > 0)
  // No frequency: nothing is counted. Below 1 GHz the Recommendation has no figures.
  #expect(
    try RayLoss(frequency: nil, weather: weather, antenna: .zero, earth: earth)
      .rain(slantRange: .kilometres(7), elevation: .zero).value == 0)
  #expect(throws: PropagationError.self) {
    try RayLoss(frequency: .megahertz(900), weather: weather, antenna: .zero, earth: earth)
  }
}

@Test func `a target is detected to the horizon, the detection range or the instrumented range, whichever comes first`()
  throws
{
  let view = try RadarView(of: try model())
  let ratio = try view.model.requiredSignalToNoise(detection: 0.8)
  let low = view.reach(height: .metres(100), signalToNoise: ratio, crossSection: .squareMetres(1))
  #expect(low.limit == .horizon)
  let horizon = EffectiveEarth().horizonDistance(between: .metres(15), and: .metres(100))
  #expect(abs(low.groundRange.metres - horizon.metres) < 1)
  let high = view.reach(height: .kilometres(8), signalToNoise: ratio, crossSection: .squareMetres(1))
  #expect(high.limit == .detection)
  // The search ends within half a metre along the ground.
  #expect(abs(high.slantRange.metres - 250_000) < 1)
  let great = view.reach(height: .kilometres(12), signalToNoise: ratio, crossSection: .squareMetres(100))
  #expect(great.limit == .instrumented)
  #expect(abs(great.slantRange.metres - 400_000) < 1)
  #expect(view.reach(height: .metres(100), signalToNoise: ratio, crossSection: .zero).limit == .blind)
  // The ground's own altitude raises antenna and target alike.
  let plateau = try RadarView(of: try model(), ground: .kilometres(3))
  let there = plateau.reach(height: .metres(100), signalToNoise: ratio, crossSection: .squareMetres(1))
  // The sphere through the ground is 3 km of 8,495 larger, along which the horizon grows with the root.
  #expect(abs(there.groundRange / low.groundRange - 1) < 4e-4)
}

@Test func `range grows with height, power and cross-section, and falls with Pd, gas and rain`() throws {
  func range(
    _ height: Double, _ sigma: Double = 1, _ pd: Double = 0.8, promise: Double = 250, rain: Double = 0,
    gigahertz: Double? = 2.9
  ) throws -> Double {
    let view = try RadarView(
      of: try model {
        $0.detectionRange = .kilometres(promise)
        $0.parameters.frequency = gigahertz.map { .gigahertz($0) }
      }, weather: Weather(rainRate: rain))
    return view.reach(
      height: .metres(height), signalToNoise: try view.model.requiredSignalToNoise(detection: pd),
      crossSection: .squareMetres(sigma)
    ).groundRange.kilometres
  }
  let heights = try [50.0, 150, 500, 1500, 3000].map { try range($0) }
  #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 < $1 })
  #expect(try range(8000, 0.5) < range(8000, 1))
  #expect(try range(8000, 1, 0.9) < range(8000, 1, 0.8))
  #expect(try range(8000, promise: 200) < range(8000))
  #expect(try range(8000, rain: 20) < range(8000))
  #expect(try range(8000) < range(8000, gigahertz: nil))
}

@Test func `a budget's lines add up to the ratio, from a promise and from parameters`() throws {
  let promise = try RadarView(
    of: try model {
      $0.parameters.frequency = .gigahertz(2.9)
      $0.parameters.elevationPattern = .gaussian(axis: .degrees(1), beamwidth: .degrees(3))
    }, weather: Weather(rainRate: 20))
  let parameters = try RadarView(
    of: try model {
      $0.detectionRange = nil
      $0.parameters.frequency = .gigahertz(2.9)
      $0.parameters.peakPower = .kilowatts(500)
      $0.parameters.pulseSeconds = 40e-6
      $0.parameters.transmitGain = Decibels(38)
      $0.parameters.systemTemperatureKelvin = 600
      $0.parameters.losses = Decibels(9)
    }, weather: Weather(rainRate: 5))
  for view in [promise, parameters] {
    let (slant, elevation) = (Length.kilometres(120), Angle.degrees(0.7))
    let budget = try RadarBudget(
      of: view, slantRange: slant, elevation: elevation, crossSection: .squareMetres(0.5), detection: 0.8)
    let direct = view.model.signalToNoise(
      slantRange: slant, elevation: elevation, crossSection: .squareMetres(0.5),
      loss: view.losses.twoWay(slantRange: slant, elevation: elevation))
    // Sums of decibels of some hundred.
    #expect(abs(budget.signalToNoise.value - direct.value) < 1e-9)
    #expect(budget.lines.contains { $0.name.hasPrefix("rain") && $0.decibels < 0 })
  }
}

@Test func `the vertical coverage begins at the ground and ends at the top of the beam`() throws {
  let view = try RadarView(of: try model { $0.maximumElevation = .degrees(20) }, ground: .metres(400))
  let ratio = try view.model.requiredSignalToNoise(detection: 0.8)
  let coverage = VerticalCoverage(of: view, signalToNoise: ratio, crossSection: .squareMetres(1))
  let first = try #require(coverage.rays.first)
  // The lowest ray grazes the ground: as far as it sees the ground, and beyond to the range of detection.
  #expect(abs(first.slantRange.metres - 250_000) < 1 || first.altitude >= .metres(399))
  #expect(coverage.rays.last?.elevation == .degrees(20))
  #expect(coverage.rays.allSatisfy { $0.slantRange <= .kilometres(250.001) && $0.altitude >= .metres(399) })
  // A ray into the ground ends there.
  let down = VerticalCoverage(
    of: view, signalToNoise: ratio, crossSection: .squareMetres(1), elevations: [.degrees(-1)])
  #expect(abs((down.rays.first?.altitude.metres ?? 0) - 400) < 1e-3)
}
