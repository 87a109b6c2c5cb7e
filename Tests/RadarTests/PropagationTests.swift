import Foundation
import Radar
import TestSupport
import Testing
import Units

private let gases = "propagation/itur_valex/676/ITURP676-13_gamma.csv"
private let rain = "propagation/itur_valex/838/ITURP838-3_rain_specific_attenuation.csv"

/// The rows of one of the ITU-R's validation tables, below its two heads, as numbers.
private func rows(_ table: String) throws -> [[Double]] {
  let text = try String(decoding: Data(contentsOf: SharedData.folder.appendingPathComponent(table)), as: UTF8.self)
  let rows = text.split(whereSeparator: \.isNewline).dropFirst(2).map {
    $0.split(separator: ",").compactMap { Double($0) }
  }
  try #require(!rows.isEmpty)
  return rows
}

@Test(.enabled(if: SharedData.has(gases), "needs ../shared/data/propagation"))
func `specific attenuation by gases agrees with the validation table`() throws {
  let table = try rows(gases)
  #expect(table.count == 350)
  for row in table {
    try #require(row.count == 7)
    let air = try Air(dryPressureHectopascals: row[1], temperatureKelvin: row[2], vapourDensity: row[3])
    let specific = try GasAttenuation(frequency: .gigahertz(row[0])).specific(in: air)
    // The table has fifteen digits; sums of forty lines lose one.
    for (ours, theirs) in [(specific.oxygen, row[4]), (specific.waterVapour, row[5]), (specific.total, row[6])] {
      #expect(abs(ours - theirs) <= 1e-13 * theirs, "\(row): \(ours)")
    }
  }
}

@Test(.enabled(if: SharedData.has(rain), "needs ../shared/data/propagation"))
func `rain attenuation agrees with the validation table`() throws {
  let table = try rows(rain)
  #expect(table.count == 64)
  for row in table {
    try #require(row.count == 7)
    let model = try RainAttenuation(
      frequency: .gigahertz(row[1]), elevation: .degrees(row[0]), tilt: .degrees(row[3]))
    // The table is printed with eight decimals.
    #expect(abs(model.k - row[4]) <= 0.51e-8, "\(row): \(model.k)")
    #expect(abs(model.alpha - row[5]) <= 0.51e-8, "\(row): \(model.alpha)")
    #expect(try abs(model.specific(rate: row[2]) - row[6]) <= 0.51e-8, "\(row)")
  }
}

@Test func `the gas loss of a path does not depend on its steps`() throws {
  // A level path at 3 km, and one of 200 km up to 9 km, against sums of the specific attenuation over 20,000 pieces.
  let earth = EffectiveEarth()
  let gas = try GasAttenuation(frequency: .gigahertz(2.8))
  for (distance, low, high) in [(40.0, 3000.0, 3000.0), (200, 100, 9000), (5, 10, 4000)] {
    let loss = gas.loss(
      groundDistance: .kilometres(distance), from: .metres(low), to: .metres(high), over: earth)
    let radius = earth.radius.metres
    let angle = distance * 1000 / radius
    let (x1, y1) = (0.0, radius + low)
    let (x2, y2) = ((radius + high) * sin(angle), (radius + high) * cos(angle))
    let count = 20_000
    var sum = 0.0
    for index in 0..<count {
      let share = (Double(index) + 0.5) / Double(count)
      let height = hypot(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) - radius
      sum += gas.specific(in: .reference(at: .metres(height))).total
    }
    let brute = sum / Double(count) * hypot(x2 - x1, y2 - y1) / 1000
    // What the loss claims of itself.
    #expect(abs(loss.value / brute - 1) < 1e-3, "\(distance) km: \(loss.value), \(brute)")
  }
  #expect(gas.loss(groundDistance: .zero, from: .metres(5), to: .metres(5), over: earth).value == 0)
}

@Test func `the reference atmosphere is the standard one`() {
  // The U.S. Standard Atmosphere 1976 (NOAA-S/T 76-1562) at the edges of its layers, geopotential km: K and hPa. The
  // Recommendation's constants differ from it by 6e-5 at most, and join their layers to 1.7e-5.
  for (edge, temperature, pressure) in [
    (0.0, 288.15, 1013.25), (11, 216.65, 226.3206), (20, 216.65, 54.74889), (32, 228.65, 8.680187),
    (47, 270.65, 1.109063), (51, 270.65, 0.6693887), (71, 214.65, 0.03956420),
  ] {
    let z = 6356.766 * edge / (6356.766 - edge)
    for side in [-1e-6, 1e-6] {
      let air = Air.reference(at: .kilometres(z + side))
      #expect(abs(air.temperatureKelvin - temperature) < 1e-4, "\(edge) km")
      #expect(abs(air.dryPressureHectopascals / pressure - 1) < 8e-5, "\(edge) km: \(air.dryPressureHectopascals)")
    }
  }
}

@Test func `a refractivity gradient makes an effective Earth`() throws {
  // ITU-R P.452, 2.1: a lapse of 39 N-units gives about 4/3; no lapse the true Earth.
  #expect(try abs(EffectiveEarth(refractivityGradient: -39).k - 4.0 / 3) < 0.003)
  #expect(try EffectiveEarth(refractivityGradient: 0).k == 1)
  for bad in [-157, -300, Double.nan, -Double.infinity] {
    #expect(throws: PropagationError.self) { try EffectiveEarth(refractivityGradient: bad) }
  }
}

@Test func `free space loses what its closed form says`() {
  // ITU-R P.525-4, eq. 4: 32.4 + 20 log f (MHz) + 20 log d (km); 32.4478 with the speed of light's digits.
  let loss = FreeSpaceLoss.oneWay(distance: .kilometres(100), frequency: .megahertz(1300))
  #expect(abs(loss.value - (32.44778 + 20 * log10(1300) + 40)) < 1e-5)
}

@Test func `losses outside what their Recommendation covers are refused`() throws {
  #expect(throws: PropagationError.self) { try GasAttenuation(frequency: .zero) }
  #expect(throws: PropagationError.self) { try GasAttenuation(frequency: .gigahertz(1001)) }
  #expect(throws: PropagationError.self) {
    try RainAttenuation(frequency: .megahertz(900), elevation: .zero, tilt: .zero)
  }
  #expect(throws: PropagationError.self) {
    try SphericalEarthDiffraction(frequency: .megahertz(9), over: EffectiveEarth(), polarization: .horizontal)
  }
  let model = try RainAttenuation(frequency: .gigahertz(5.6), elevation: .zero, tilt: .zero)
  for bad in [-1, Double.nan, .infinity] { #expect(throws: PropagationError.self) { try model.specific(rate: bad) } }
  for (pressure, temperature, vapour) in [(-1.0, 280.0, 7.0), (1000, .nan, 7), (1000, 280, -7)] {
    #expect(throws: PropagationError.self) {
      try Air(dryPressureHectopascals: pressure, temperatureKelvin: temperature, vapourDensity: vapour)
    }
  }
}
