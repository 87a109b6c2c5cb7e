import Response
import Units

/// The wind and the air that responders fly in.
enum WeatherFields {
  static let wind = Field<WindVector>.wind(
    "wind", .optional("none: still air"),
    "The wind at every altitude and all day: the direction it blows from, in degrees from true north, and its speed; the layer `wind` has levels and times."
  )
  static let deviation = Field<Double>.number(
    "isa_deviation_k", .optional("none: density altitude is not counted"), -60...60,
    "How many kelvins the air is warmer than the standard atmosphere at every altitude; the layer `air` has stations and levels."
  )
  static let qnh = Field<Double>.number(
    "qnh_hpa", .optional("1013.25"), 900...1080,
    "Pressure at sea level by an altimeter’s scale, hPa: what altitudes are corrected by to pressure altitudes.")

  static let file = Field<String>.text(
    "file", .optional("none"),
    "GRIB or netCDF file of a weather model’s pressure levels, relative to the scenario, in place of what this block and the layers `wind` and `air` do not state: wind, temperature and humidity at the middle of the bases, of the times that fall on `date` by the local clock.",
    type: "path")

  static let format = LayerFormat(
    key: "weather", rowName: "weather", summary: "",
    fields: [wind.format, deviation.format, qnh.format, file.format])

  static let altitude = Field<Length>.altitude(
    "altitude_amsl", .required, .metres(-500)...(.metres(25_000)), "Its altitude above mean sea level.")
  static let time = Field<Duration>.time(
    "time", .optional("it holds all day"),
    "When: stated for all levels or for none. Between two times all is linear, from the last to the first across midnight."
  )
  static let windThere = Field<WindVector>.wind(
    "wind", .required, "The direction it blows from, in degrees from true north, and its speed.")

  static let windLayer = LayerFormat(
    key: "wind", rowName: "a level of wind",
    summary:
      "The wind by altitude and time of day, one for the whole scenario. Between two levels its components towards east and "
      + "north are linear in altitude; below the lowest level and above the highest their winds go on.",
    fields: [altitude.format, windThere.format, time.format])

  static let temperature = Field<Double>.number(
    "temperature_c", .required, -100...70, "Temperature there, °C.")
  static let dewPoint = Field<Double>.number(
    "dewpoint_c", .optional("none: dry air"), -100...50, "Dew point there, °C: stated for all levels or for none.")

  static let airLayer = LayerFormat(
    key: "air", rowName: "a level of air",
    summary:
      "Temperature and dew point of stations, or of levels of a forecast, one for the whole scenario. Between two levels the "
      + "deviation from the standard atmosphere is linear in altitude; beyond them it stays, so that a single station gives the "
      + "air at every altitude. Water vapour goes along as its share of the air’s mass.",
    fields: [altitude.format, temperature.format, dewPoint.format, time.format])
}
