import Radar
import Response
import Scenario
import Units

enum AircraftFields {
  static let id = Field<String>.id("The key by which assets and flights name the aircraft.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let kind = Field<Aircraft.Kind>.choice(
    "kind", .required,
    "A helicopter lands on any strip; an aeroplane where `required_runway` allows, and is overhead elsewhere.")
  static let cruise = Field<Speed>.speed("cruise", .required, "True airspeed in cruise.")
  static let departureAllowance = Field<Duration>.duration(
    "departure_allowance", .optional("2 min"), to: .hours(24),
    "What start, taxi and climb cost over a flight at cruise.")
  static let landingAllowance = Field<Duration>.duration(
    "landing_allowance", .optional("2 min"), to: .hours(24), "From cruise overhead to people on the ground.")
  static let endurance = Field<Duration>.duration(
    "endurance", .optional("`range` / `cruise`, else unknown"), from: .seconds(1),
    "Time in the air on full fuel, reserve included.")
  static let range = Field<Length>.length(
    "range", .optional("not stated"), .metres(1)...(.kilometres(40_000)),
    "Still-air range, taken for `endurance` when that is absent.")
  static let reserve = Field<Duration>.duration(
    "reserve", .optional("30 min"), to: .hours(24 * 30),
    "Fuel, as flying time, that is kept for the landing and never planned for.")
  static let ceiling = Field<Length>.altitude(
    "ceiling", .optional("not stated"), .metres(1)...(.kilometres(40)),
    "Highest elevation or altitude it can use (AMSL).")
  static let requiredRunway = Field<Length>.length(
    "required_runway", .optional("an aeroplane does not land on strips"), .metres(1)...(.kilometres(20)),
    "Shortest runway an aeroplane lands on; no meaning for a helicopter.")
  static let crossSection = Field<Area>.crossSection(
    "rcs", .optional("then flights need their own"), "Radar cross-section of the aircraft as a target.")
  static let transponder = Field<Transponder>.transponder(
    "transponder", .optional("no"), "Whether it flies with a transponder switched on.")

  /// Kind and cruise come from the catalogue where the row names a type of it.
  static let kindFormat = kind.format.given(by: PerformanceFields.figuresOf.name)
  static let cruiseFormat = cruise.format.given(by: PerformanceFields.figuresOf.name)

  static let layer = LayerFormat(
    key: "aircraft", rowName: "an aircraft", summary: "The aircraft catalogue: those that respond and those expected.",
    fields: [
      id.format, name.format, kindFormat, cruiseFormat, departureAllowance.format, landingAllowance.format,
      endurance.format, range.format, reserve.format, ceiling.format, requiredRunway.format, crossSection.format,
      transponder.format,
    ] + PerformanceFields.formats)
}
