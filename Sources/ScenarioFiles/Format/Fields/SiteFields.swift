import Radar
import Scenario
import Units

enum SiteFields {
  static let id = Field<String>.id("The key by which purchases name the site.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.groundElevation
  static let elevationSource = Field<Scenario.ElevationSource>.choice(
    "elevation_is", .optional("terrain"),
    "Which elevation counts where there is terrain: the terrain’s, or with `surveyed` the stated one, on which the antenna then stands."
  )
  static let radar = Field<String>.text(
    "radar", .optional("none, a candidate site"), "The radar that stands there today.", type: "id of a radar type")
  static let antennaHeight = Field<Length>.length(
    "antenna_height", .optional("that of the radar type"), .zero...(.kilometres(30)), datums: ["agl"],
    "Height of the antenna above ground, where it differs from the type’s.")
  static let antennaAltitude = Field<Length>.length(
    "antenna_altitude", .optional("the ground and the antenna’s height"), .metres(-500)...(.kilometres(30)),
    datums: Field.seaLevel,
    "Altitude of the antenna above mean sea level (AMSL), surveyed; it counts instead of the terrain, `elevation` and `antenna_height`."
  )
  static let tilt = Field<Angle>.elevationAngle(
    "tilt", .optional("0°"), within: .degrees(-30)...(.degrees(30)),
    "Mechanical tilt of an antenna here, upwards positive; it adds to both limits of the type’s beam.")
  static let blindSectors = Field<[AzimuthSector]>.sectors(
    "blind_sectors", .optional("none"),
    "Azimuths from true north, clockwise, in which a radar here sees nothing.")

  static let rangeScale = Field<Double>.ratio(
    "range_scale", .optional("1"), 0.01...100,
    "What the ranges of a radar’s type are multiplied with here, as measured; see `atalaya fit`.")
  static let horizonMask = Field<HorizonMask>.mask(
    "horizon_mask", .optional("none"),
    "Elevation angles below which a radar here sees nothing, by spans of azimuths from true north, clockwise: what stands nearby and is in no terrain. Where spans overlap the higher angle holds, with a warning."
  )

  static let system = Field<String>.text(
    "system", .optional("that of all stations of its type"),
    "The multilateration system to which a station here belongs: one with the same name at all its sites.", type: "name"
  )

  static let layer = LayerFormat(
    key: "sites", rowName: "a site", summary: "Places where a radar stands or could stand.",
    fields: [id.format, name.format] + PositionFields.all + [
      elevation.format, elevationSource.format, radar.format, antennaHeight.format, antennaAltitude.format,
      tilt.format, blindSectors.format, rangeScale.format, horizonMask.format, system.format,
    ])
}
