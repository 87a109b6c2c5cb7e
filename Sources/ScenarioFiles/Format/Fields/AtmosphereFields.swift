import Radar
import Units

/// The air, and how far it is known.
enum AtmosphereFields {
  static let gradient = Field<String>.text(
    "refractivity_gradient", .optional("that of `effective_earth_k`"),
    "Lapse of refractivity in the lowest kilometre, N-units a kilometre, in place of `effective_earth_k`: k = 157/(157 + gradient), ITU-R P.453. Three numbers are a band: that of the least k, the median, that of the greatest, as in [-20, -34, -52].",
    type: "number, or list of three")
  static let kBand = Field<String>.text(
    "k_band", .optional("none: k is known"),
    "Factors of the effective Earth radius between which the air is: the least, the median and the greatest, as in [1.14, 1.28, 1.50]; of two, `effective_earth_k` is the median.",
    type: "list of two or three numbers or fractions")
  static let percentages = Field<String>.text(
    "percent_of_time", .optional("[99, 50, 1]"),
    "Percent of the time in which k is greater than each of the band.", type: "list of as many numbers")
  static let spread = Field<Double>.number(
    "rcs_spread_db", .optional("0"), 0...30, units: ["dB"],
    "By how many decibels the cross-section of each target may be less or more than it is stated.")

  static let rainRate = Field<RainRate>.amount(
    "rain_rate", .optional("0 mm/h"), .zero...RainRate.most,
    "Rain along the paths whose losses `atalaya profile --frequency` computes, and along looks where `detection.rain` says so."
  ) { "\($0.millimetresPerHour.plain) mm/h" }
  static let rainHeight = Field<Length>.length(
    "rain_height", .optional("5 km"), .zero...(.kilometres(20)), datums: Field<Length>.seaLevel,
    "Height above mean sea level up to which it rains.")
  static let vapour = Field<Double>.number(
    "vapour_density", .optional("7.5"), 0...100, units: ["g/m³", "g/m3", "g/m^3"],
    "Water vapour at sea level, g/m³, for the gas loss of those paths, and of looks where `detection.gases` says so; 20 and more in the wet tropics."
  )
  static let humidity = Field<Double>.number(
    "relative_humidity", .optional("none: `vapour_density` counts"), 0...100, units: ["%"],
    "Relative humidity at sea level, %, in place of `vapour_density`; it goes with `temperature_c`.")
  static let temperature = Field<Double>.number(
    "temperature_c", .optional("15"), SurfaceAir.temperatures, units: ["°C", "C"],
    "Temperature at sea level, °C, for the gas loss of those paths; above, the air has the lapse of the reference atmosphere (ITU-R P.835)."
  )
  static let pressure = Field<Double>.number(
    "pressure_hpa", .optional("1013.25, of the dry air"), SurfaceAir.pressures, units: ["hPa", "mbar"],
    "Barometric pressure reduced to sea level, hPa, for the gas loss of those paths.")

  static let maps = Field<String>.text(
    "itu_maps", .optional("none"),
    "Folder with digital maps that you obtained from the ITU, relative to the scenario: they supply what this block and `effective_earth_k` do not state, at the middle of the sites. `DN_Median.txt` or `DN50.TXT` give k, with `DN_SupSlope.txt` and `DN_SubSlope.txt` the band of k for `percent_of_time`; `surfwv_50_fixed.txt` the water vapour; `h0.txt` the rain height, where it rains. Atalaya passes no map on.",
    type: "folder")
  static let mapRain = Field<Bool>.flag(
    "itu_rain", .optional("no"),
    "Whether it rains as hard as is exceeded for 0.01 % of an average year by the map `R001.TXT` of `itu_maps`.")

  static let factor = Field<Double>.ratio("k_band", .required, 1e-3...1e6, "A factor.")
  static let lapse = Field<Double>.number("refractivity_gradient", .required, -156.999...10_000, "A gradient.")
  static let percent = Field<Double>.number("percent_of_time", .required, 0...100, "A percentage.")

  static let format = LayerFormat(
    key: "atmosphere", rowName: "atmosphere", summary: "",
    fields: [
      gradient.format, kBand.format, percentages.format, spread.format, rainRate.format, rainHeight.format,
      vapour.format, humidity.format, temperature.format, pressure.format, maps.format, mapRain.format,
    ])
}
