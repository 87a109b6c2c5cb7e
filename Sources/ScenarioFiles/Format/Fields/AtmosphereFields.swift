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
    "rcs_spread_db", .optional("0"), 0...30,
    "By how many decibels the cross-section of each target may be less or more than it is stated.")

  static let rainRate = Field<RainRate>.amount(
    "rain_rate", .optional("0 mm/h"), .zero...RainRate.most,
    "Rain along the paths whose losses `atalaya profile --frequency` computes, and along looks where `detection.rain` says so."
  ) { "\($0.millimetresPerHour.plain) mm/h" }
  static let rainHeight = Field<Length>.length(
    "rain_height", .optional("5 km"), .zero...(.kilometres(20)), datums: Field<Length>.seaLevel,
    "Height above mean sea level up to which it rains.")
  static let vapour = Field<Double>.number(
    "vapour_density", .optional("7.5"), 0...100,
    "Water vapour at sea level, g/m³, for the gas loss of those paths, and of looks where `detection.gases` says so; 20 and more in the wet tropics."
  )

  static let factor = Field<Double>.ratio("k_band", .required, 1e-3...1e6, "A factor.")
  static let lapse = Field<Double>.number("refractivity_gradient", .required, -156.999...10_000, "A gradient.")
  static let percent = Field<Double>.number("percent_of_time", .required, 0...100, "A percentage.")

  static let format = LayerFormat(
    key: "atmosphere", rowName: "atmosphere", summary: "",
    fields: [
      gradient.format, kBand.format, percentages.format, spread.format, rainRate.format, rainHeight.format,
      vapour.format,
    ])
}
