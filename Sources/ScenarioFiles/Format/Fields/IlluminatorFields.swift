import Units

enum IlluminatorFields {
  static let id = Field<String>.id("The key of the illuminator.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.groundElevation
  static let eirp = Field<Power>.amount(
    "eirp", aliases: ["power"], .required, .watts(0.001)...(.kilowatts(1_000_000)),
    "Equivalent isotropic radiated power, the same in all directions: the effective radiated power (ERP) of broadcasters times 1.64."
  ) { "\($0.watts.significant(6)) W" }
  static let frequency = Field<Frequency>.amount(
    "frequency", .required, .megahertz(1)...(.gigahertz(300)), "Carrier frequency."
  ) { "\($0.megahertz.significant(6)) MHz" }
  static let bandwidth = Field<Frequency>.amount(
    "bandwidth", .optional("no range cell"), .hertz(100)...(.gigahertz(10)),
    "Bandwidth of its signal: an echo whose way is longer than the direct one by less than c/B is not told from it."
  ) { "\($0.megahertz.significant(6)) MHz" }

  static let layer = LayerFormat(
    key: "illuminators", rowName: "an illuminator",
    summary:
      "Transmitters of others whose echoes `passive` sensors receive. The altitude is that of the antenna, above ground "
      + "or above mean sea level, and required.",
    fields: [id.format, name.format] + PositionFields.all + AltitudeFields.all + [
      elevation.format, eirp.format, frequency.format, bandwidth.format,
    ])
}
