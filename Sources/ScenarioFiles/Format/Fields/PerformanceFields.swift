import Response
import Scenario
import Units

/// What an aircraft can do by altitude.
enum PerformanceFields {
  static let figuresOf = Field<String>.text(
    "figures_of", .optional("the row states all of its figures"),
    "The type in `aircraft_figures` whose figures it has, except those that the row states.", type: "id of a type")
  static let cruise: Field<[TableEntry<Length, Speed>]> = Field<Speed>.table(
    "cruise_table", .optional("`cruise` at every altitude"), by: "density altitude",
    example: "0 m: 225 km/h; 4000 m: 205 km/h",
    "True airspeed in cruise by density altitude; `cruise` is still needed, for meetings in flight.")
  static let cruiseAltitude = Field<Length>.altitude(
    "cruise_altitude", .optional("the higher of base and strip and the lowest legal height, or 1000 ft, above it"),
    .metres(-500)...(.kilometres(20)), "Altitude of the cruise (AMSL), for wind and density altitude.")
  static let climb: Field<[TableEntry<Length, Speed>]> = Field<Speed>.table(
    "climb_rate", .optional("not stated"), by: "density altitude", single: "one for every altitude",
    example: "0 m: 9 m/s; 4000 m: 4 m/s", "Rate of climb by density altitude, for routes over terrain.")
  static let descent: Field<[TableEntry<Length, Speed>]> = Field<Speed>.table(
    "descent_rate", .optional("not stated"), by: "density altitude", single: "one for every altitude",
    example: "500 ft/min", "Rate of descent by density altitude, for routes over terrain.")
  static let hoverInside: Field<[TableEntry<Mass, Length>]> = Field<Length>.table(
    "hover_ige", .optional("not stated"), by: "mass", example: "11100 kg: 4500 m; 13000 kg: 2500 m",
    "Hover ceiling in ground effect, a density altitude, by mass; unknown beyond the masses stated.")
  static let hoverOutside: Field<[TableEntry<Mass, Length>]> = Field<Length>.table(
    "hover_oge", .optional("not stated"), by: "mass", example: "11100 kg: 3980 m; 13000 kg: 1760 m",
    "Hover ceiling out of ground effect, a density altitude, by mass; unknown beyond the masses stated.")
  static let landingHover = Field<GroundEffect>.choice(
    "landing_hover", .optional("oge where `hover_oge` is stated, else ige"),
    "How a helicopter must be able to hover where it lands: out of ground effect over trees or on a rope, in it on open "
      + "flat ground.")
  static let missionMass = Field<Mass>.mass(
    "mission_mass", .optional("`maximum_mass`, else the heaviest of the hover tables"),
    "Mass at the strip, for the hover.")
  static let maximumMass = Field<Mass>.mass("maximum_mass", .optional("not stated"), "Greatest take-off mass.")
  static let engineStopLimit = Field<Length>.altitude(
    "engine_stop_limit", .optional("engines may be shut down anywhere"), .metres(1)...(.kilometres(20)),
    "Highest place (AMSL) at which the engines may be shut down: above it they may not start again.")
  static let runway: Field<[TableEntry<Length, Length>]> = Field<Length>.table(
    "runway_table", .optional("`required_runway` everywhere"), by: "density altitude",
    example: "0 m: 550 m; 2000 m: 700 m",
    "Runway an aeroplane needs by density altitude; unknown beyond the altitudes stated.")
  static let usableFuel = Field<FuelAmount>.fuel(
    "usable_fuel", .optional("not stated"), isHourly: false,
    "Fuel that can be used; with `fuel_flow` it gives `endurance` where that is absent.")
  static let fuelFlow = Field<FuelAmount>.fuel(
    "fuel_flow", .optional("not stated"), isHourly: true, "Fuel that an hour at cruise takes.")
  static let minimumHeightByDay = Field<Length>.length(
    "minimum_height_day", .optional("not stated"), .metres(0)...(.kilometres(5)),
    "Lowest legal height above the terrain by day.")
  static let minimumHeightByNight = Field<Length>.length(
    "minimum_height_night", .optional("not stated"), .metres(0)...(.kilometres(5)),
    "Lowest legal height above the terrain by night.")

  static let formats = [
    figuresOf.format, cruise.format, cruiseAltitude.format, climb.format, descent.format, hoverInside.format,
    hoverOutside.format, landingHover.format, missionMass.format, maximumMass.format, engineStopLimit.format,
    runway.format, usableFuel.format, fuelFlow.format, minimumHeightByDay.format, minimumHeightByNight.format,
  ]
}

/// The catalogue of figures to which rows of the aircraft layer refer, one figure a row.
enum AircraftFigureFields {
  static let id = Field<String>.id(
    "The key by which `figures_of` names the type; each type has as many rows as figures.")
  static let name = Field<String>.text("name", .optional("the id"), "Name of the type for people.")
  static let kind = Field<Aircraft.Kind>.choice("kind", .required, "As in `aircraft`.")
  static let figure = Field<PerformanceFigure>.choice(
    "figure", .required, "Which field of `aircraft` the row states. The choice of words is that of its fields.")
  static let at = Field<String>.text(
    "at", .optional("the figure is no row of a table"),
    "Where the value holds, for a row of a table: the density altitude, or the mass of a hover ceiling.", type: "amount"
  )
  static let value = Field<String>.text(
    "value", .required, "The figure with its unit, as the field of `aircraft` takes it.", type: "amount")
  static let condition = Field<String>.text(
    "condition", .optional("nothing is said"), "What the figure holds for: a mass, a power setting, a day.")
  static let certainty = Field<Certainty>.choice(
    "certainty", .required, "How far it can be relied on; `secondary`, one source at second hand, is warned of.")
  static let source = Field<String>.text("source", .required, "The document or page that gives it.")

  static let layer = LayerFormat(
    key: "aircraft_figures", rowName: "a figure of an aircraft",
    summary:
      "Published figures of aircraft types, one a row, each with its source. A row of `aircraft` takes those of the type "
      + "that it names in `figures_of`.",
    fields: [
      id.format, name.format, kind.format, figure.format, at.format, value.format, condition.format, certainty.format,
      source.format,
    ])
}
