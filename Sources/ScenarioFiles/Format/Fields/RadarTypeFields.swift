import Radar
import Response
import Scenario
import Units

enum RadarTypeFields {
  static let id = Field<String>.id("The key by which sites and purchases name the type.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let kind = Field<RadarType.Kind>.choice(
    "kind", .required, SensorRule.sentence)
  static let instrumentedRange = Field<Length>.length(
    "instrumented_range", .required, .metres(1)...(.kilometres(20_000)),
    "Slant range beyond which nothing is shown, whatever the echo.")
  static let detectionRange = Field<Length>.length(
    "detection_range",
    .optional(
      "required of \(SensorRule.kindsWithReference), unless all of the range equation is stated (of a `passive` sensor, `sensitivity`)"
    ),
    .metres(1)...(.kilometres(20_000)),
    "Slant range at which a target of `reference_rcs` is detected. Of a `passive` sensor √(R_T·R_R), the root of the product of the target’s distances from illuminator and receiver; of an `adsb` receiver or a `multilateration` station the range at which it hears a transponder."
  )
  static let referenceCrossSection = Field<Area>.crossSection(
    "reference_rcs", .optional("required with `detection_range` of \(SensorRule.kindsWithReference)"),
    "Radar cross-section for which `detection_range` holds.")
  static let minimumRange = Field<Length>.length(
    "minimum_range", .optional("0 m"), .zero...(.kilometres(20_000)),
    "Slant range within which nothing is seen; below `instrumented_range`. Of a `passive` sensor how much longer the way by the target has to be than the direct one."
  )
  static let antennaHeight = Field<Length>.length(
    "antenna_height", .required, .zero...(.kilometres(30)), datums: ["agl"],
    "Height of the antenna above the ground it stands on (AGL)."
  )
  static let minimumElevation = Field<Angle>.elevationAngle(
    "minimum_elevation", .optional("none"), "Lowest elevation angle of the beam.")
  static let maximumElevation = Field<Angle>.elevationAngle(
    "maximum_elevation", .optional("none"), "Highest elevation angle of the beam; above it lies the cone of silence.")
  static let revisit = Field<Duration>.duration(
    "revisit", .optional("not stated: any look counts"), from: .milliseconds(1), to: .hours(24),
    "Time between two looks at one target. An aircraft is detected when it is in view of the radar for that long or longer; what is shorter is a glimpse and counts for nothing."
  )
  static let priceLow = Field<Money>.money("price_low", .optional("the price"), "Lowest price seen.")
  static let price = Field<Money>.money(
    "price", .optional("not for sale"), aliases: ["price_base"], "Price to plan with.")
  static let priceHigh = Field<Money>.money("price_high", .optional("the price"), "Highest price seen.")
  static let source = Field<String>.text("source", .optional("none"), "Where the figures come from; not used.")

  static let layer = LayerFormat(
    key: "radar_types", rowName: "a radar type", summary: "The radar catalogue: what stands and what could be bought.",
    fields: [
      id.format, name.format, kind.format, instrumentedRange.format, detectionRange.format,
      referenceCrossSection.format, minimumRange.format, antennaHeight.format, minimumElevation.format,
      maximumElevation.format, revisit.format, priceLow.format, price.format, priceHigh.format, source.format,
    ] + RadarSignalFields.formats + SensorFields.formats)
}
