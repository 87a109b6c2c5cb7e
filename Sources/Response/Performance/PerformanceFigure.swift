/// A figure of performance by its name in files: `hover_oge`.
public enum PerformanceFigure: String, Sendable, Hashable, CaseIterable {
  /// True airspeed in cruise.
  case cruise
  /// True airspeed in cruise by density altitude.
  case cruiseTable = "cruise_table"
  /// The altitude of the cruise.
  case cruiseAltitude = "cruise_altitude"
  /// Rate of climb by density altitude.
  case climbRate = "climb_rate"
  /// Rate of descent by density altitude.
  case descentRate = "descent_rate"
  /// Service ceiling.
  case ceiling
  /// Hover ceiling in ground effect by mass.
  case hoverInside = "hover_ige"
  /// Hover ceiling out of ground effect by mass.
  case hoverOutside = "hover_oge"
  /// Highest place at which the engines may be shut down.
  case engineStop = "engine_stop_limit"
  /// Runway needed by density altitude.
  case runway = "runway_table"
  /// Runway needed.
  case requiredRunway = "required_runway"
  /// Greatest take-off mass.
  case maximumMass = "maximum_mass"
  /// Mass on the mission.
  case missionMass = "mission_mass"
  /// Time in the air on full fuel.
  case endurance
  /// Fuel that can be used.
  case usableFuel = "usable_fuel"
  /// Fuel an hour.
  case fuelFlow = "fuel_flow"
  /// Range.
  case range
  /// Fuel that is kept.
  case reserve
  /// Lowest legal height by day.
  case minimumHeightByDay = "minimum_height_day"
  /// Lowest legal height by night.
  case minimumHeightByNight = "minimum_height_night"
}
