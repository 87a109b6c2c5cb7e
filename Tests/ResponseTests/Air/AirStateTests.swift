import Foundation
import Response
import TestSupport
import Testing
import Units

private let table = "response/density_altitude.csv"

@Test(.enabled(if: SharedData.has(table), "needs ../shared/data/response"))
func `density altitudes are those of the reference`() throws {
  for line in try Reference.lines(of: SharedData.folder.appendingPathComponent(table)).dropFirst() {
    let row = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let (altitude, celsius) = (try #require(Double(row[1])), try #require(Double(row[2])))
    let air = try AirState(
      pressureAltitude: .metres(altitude), temperature: .celsius(celsius),
      dewPoint: Double(row[3]).map { .celsius($0) })
    // Dry air is printed to a centimetre; formulas of the vapour pressure differ by 0.1 %, which is 0.3 m.
    let tolerance = air.dewPoint == nil ? 0.006 : 0.5
    #expect(abs(air.densityAltitude.metres - (try #require(Double(row[5])))) < tolerance, "\(line)")
  }
}

/// ISO 2533:1975, tables 5 and 6: geopotential altitude (m), temperature (K), pressure (hPa), density (kg/m³), each to the digits
/// printed there.
private let printed: [(Double, Double, Double, Double)] = [
  (0, 288.15, 1013.25, 1.225), (1000, 281.65, 898.746, 1.11164),
  (5000, 255.65, 540.199, 0.736116), (11_000, 216.65, 226.320, 0.363918), (15_000, 216.65, 120.445, 0.193674),
  (20_000, 216.65, 54.7487, 0.0880345), (32_000, 228.65, 8.68014, 0.0132249),
]

@Test func `the standard atmosphere is that of its tables`() {
  for (metres, kelvins, pressure, density) in printed {
    let altitude = Length.metres(metres)
    #expect(abs(StandardAtmosphere.temperature(at: altitude).kelvins - kelvins) < 1e-9)
    // Six digits are printed.
    #expect(abs(StandardAtmosphere.pressurePascals(at: altitude) / 100 / pressure - 1) < 5e-6, "\(metres)")
    #expect(abs(StandardAtmosphere.densityKilogramsPerCubicMetre(at: altitude) / density - 1) < 5e-6, "\(metres)")
  }
}

@Test func `altitudes come back from pressure and density`() {
  for metres in stride(from: -5000.0, through: 47_000, by: 500) {
    let altitude = Length.metres(metres)
    let pressure = StandardAtmosphere.pressurePascals(at: altitude)
    let density = StandardAtmosphere.densityKilogramsPerCubicMetre(at: altitude)
    // A thousand roundings of 10⁻¹⁶ of a scale height of 8 km.
    #expect(abs(StandardAtmosphere.altitude(pressurePascals: pressure).metres - metres) < 1e-8)
    #expect(abs(StandardAtmosphere.altitude(densityKilogramsPerCubicMetre: density).metres - metres) < 1e-8)
  }
}

@Test func `in standard air density altitude is pressure altitude, and heat and moisture raise it`() throws {
  for metres in [-300.0, 0, 685, 4061, 10_999, 11_001, 15_000] {
    let altitude = Length.metres(metres)
    let standard = try AirState(pressureAltitude: altitude, isaDeviationKelvins: 0)
    #expect(abs(standard.densityAltitude.metres - metres) < 1e-8)
    let hot = try AirState(pressureAltitude: altitude, isaDeviationKelvins: 20)
    #expect(hot.densityAltitude > standard.densityAltitude)
    let humid = try AirState(
      pressureAltitude: altitude, temperature: hot.temperature, dewPoint: .celsius(hot.temperature.celsius - 5))
    #expect(humid.densityAltitude > hot.densityAltitude)
    #expect(abs(hot.isaDeviationKelvins - 20) < 1e-9)
  }
}

@Test func `the pilot's rule of 120 feet a kelvin holds near the standard`() throws {
  // 118.8 ft per K is the slope at sea level; over 5 K it bends by less than 2 %.
  let air = try AirState(pressureAltitude: .zero, isaDeviationKelvins: 5)
  #expect(abs(air.densityAltitude.feet - 5 * 118.8) < 0.02 * 5 * 118.8)
}

@Test func `the hottest air for a density altitude has that density altitude`() throws {
  for dewPoint in [nil, Temperature.celsius(15)] {
    let limit = Length.metres(1760)
    let hottest = AirState.temperature(pressureAltitude: .metres(536), densityAltitude: limit, dewPoint: dewPoint)
    let air = try AirState(pressureAltitude: .metres(536), temperature: hottest, dewPoint: dewPoint)
    #expect(abs(air.densityAltitude.metres - 1760) < 1e-6)
  }
}

@Test func `the pressure altitude of a density altitude has it`() throws {
  for deviation in [-30.0, 0, 20, 35] {
    for metres in [500.0, 3980, 12_000] {
      let altitude = try #require(
        AirState.pressureAltitude(densityAltitude: .metres(metres), isaDeviationKelvins: deviation))
      let air = try AirState(pressureAltitude: altitude, isaDeviationKelvins: deviation)
      // Found to a millimetre.
      #expect(abs(air.densityAltitude.metres - metres) < 2e-3)
    }
  }
  #expect(AirState.pressureAltitude(densityAltitude: .metres(60_000), isaDeviationKelvins: 0) == nil)
}

@Test func `air that cannot be is refused with its reason`() {
  #expect { try AirState(pressureAltitude: .metres(500), temperature: .celsius(20), dewPoint: .celsius(21)) } throws: {
    ($0 as? ConditionsError)?.code == .impossibleTemperature && "\($0)".contains("dew point")
  }
  for (altitude, celsius) in [(60_000.0, 15.0), (-6000, 15), (Double.nan, 15), (0, -274), (0, .infinity)] {
    #expect(throws: ConditionsError.self) {
      try AirState(pressureAltitude: .metres(altitude), temperature: .celsius(celsius))
    }
  }
}

@Test func `temperatures are read in the scales that people write`() throws {
  for text in ["34", "34C", " 34 °C ", "34.0 ºC", "93.2 F", "307.15K", "34,0 °C"] {
    #expect(abs(try Temperature.parse(text).celsius - 34) < 1e-9, "\(text)")
  }
  #expect(try Temperature.parse("\u{2212}5 °C").celsius == -5)
  for text in ["", "warm", "34 X", "nan", "1e9", "307", "C"] {
    #expect(throws: ConditionsError.self, "\(text)") { try Temperature.parse(text) }
  }
}
