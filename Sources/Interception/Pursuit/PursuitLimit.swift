/// Why a place at which an asset could be at the same time as a flight is no meeting.
public enum PursuitLimit: String, Sendable, Hashable, CaseIterable {
  /// The flight is above the altitude that the asset reaches in the air of the day.
  case aboveCeiling = "above_ceiling"
  /// The flight is beyond the border.
  case beyondBorder = "beyond_border"
  /// The flight is over an area in which it must not be pursued.
  case closedArea = "closed_area"
}
