import Foundation
import Radar
import Testing
import Units

@Test func `stated air of the reference's temperature and pressure is the reference`() {
  let vapour = 7.5 * 288.15 / 216.7
  let stated = SurfaceAir(temperatureKelvin: 288.15, pressureHectopascals: 1013.25 + vapour)
  for kilometres in stride(from: 0.0, through: 80, by: 0.7) {
    let (a, b) = (stated.air(at: .kilometres(kilometres)), Air.reference(at: .kilometres(kilometres)))
    // The reference's printed pressures have seven digits, and its layers are their own.
    #expect(abs(a.dryPressureHectopascals / b.dryPressureHectopascals - 1) < 1e-4, "\(kilometres) km")
    #expect(abs(a.temperatureKelvin - b.temperatureKelvin) < 1e-9)
    #expect(abs(a.vapourDensity - b.vapourDensity) <= 1e-4 * b.vapourDensity)
  }
  // What nobody states is the reference to the last bit.
  for kilometres in [0, 0.3, 5, 17.0] {
    #expect(
      SurfaceAir(vapourDensity: 20).air(at: .kilometres(kilometres))
        == .reference(at: .kilometres(kilometres), surfaceVapourDensity: 20))
  }
}

@Test func `air of any surface is in hydrostatic balance`() {
  let air = SurfaceAir(vapourDensity: 18, temperatureKelvin: 303.15, pressureHectopascals: 1005)
  for kilometres in [0.5, 4, 12, 25, 40, 49, 60, 75.0] {
    func state(_ offset: Double) -> Air { air.air(at: .kilometres(kilometres + offset)) }
    // dp/p = −34.1632·dh/T over geopotential kilometres; a step of 2 m and its third derivative.
    func geopotential(_ z: Double) -> Double { 6356.766 * z / (6356.766 + z) }
    let depth = geopotential(kilometres + 0.001) - geopotential(kilometres - 0.001)
    let slope = log(state(0.001).dryPressureHectopascals / state(-0.001).dryPressureHectopascals) / depth
    #expect(abs(slope * state(0).temperatureKelvin / -34.1632 - 1) < 1e-6, "\(kilometres) km")
  }
  let surface = air.air(at: .zero)
  #expect(abs(surface.dryPressureHectopascals + surface.vapourPressure - 1005) < 1e-9)
  #expect(surface.temperatureKelvin == 303.15 && surface.vapourDensity == 18)
}

@Test func `saturated air holds as much water as meteorological tables say`() {
  // g/m³ over water: Smithsonian Meteorological Tables, 6th ed., table 108, for vapour alone: moist air holds 0.4 % more.
  for (celsius, table) in [(0.0, 4.847), (10, 9.399), (20, 17.300), (30, 30.380), (40, 51.190)] {
    let density = SurfaceAir.vapourDensity(relativeHumidity: 1, celsius: celsius)
    #expect(abs(density / table / 1.0042 - 1) < 2e-3, "\(celsius) °C: \(density)")
    #expect(abs(SurfaceAir.vapourDensity(relativeHumidity: 0.5, celsius: celsius) - density / 2) < 1e-12)
  }
}

@Test func `warm and dense air changes gas loss as the lines say`() throws {
  let gas = try GasAttenuation(frequency: .gigahertz(2.9))
  let profile = try GasProfile(
    frequency: .gigahertz(2.9), surface: SurfaceAir(temperatureKelvin: 308.15, pressureHectopascals: 1000))
  let direct = gas.specific(in: SurfaceAir(temperatureKelvin: 308.15, pressureHectopascals: 1000).air(at: .zero)).total
  // The table's own bound.
  #expect(abs(profile.specific(at: .zero) / direct - 1) < 1e-3)
  // Oxygen's loss far below its lines falls with the temperature about as T^−2.8.
  let cold = gas.specific(in: SurfaceAir(vapourDensity: 0, temperatureKelvin: 273.15).air(at: .zero)).total
  let warm = gas.specific(in: SurfaceAir(vapourDensity: 0, temperatureKelvin: 303.15).air(at: .zero)).total
  #expect(abs(log(cold / warm) / log(303.15 / 273.15) - 2.8) < 0.4)
}
