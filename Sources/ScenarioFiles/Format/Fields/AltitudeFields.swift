import Units

/// An altitude, in one field with its datum or in the field of a datum.
enum AltitudeFields {
  static let range: ClosedRange<Length> = .metres(-500)...(.kilometres(100))
  static let altitude = Field<String>.text(
    "altitude", .optional("see the layer"), "Altitude with its datum: `150 m AGL`, `9500 ft AMSL`, `FL130`.",
    type: "altitude")
  static let aboveGround = Field<Length>.length(
    "altitude_agl", .optional("see the layer"), .zero...(.kilometres(100)), "Altitude above ground.")
  static let aboveSeaLevel = Field<Length>.altitude(
    "altitude_amsl", .optional("see the layer"), range, "Altitude above mean sea level.")

  static let all = [altitude.format, aboveGround.format, aboveSeaLevel.format]
}
