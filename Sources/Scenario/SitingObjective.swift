/// The objectives of a purchase by name.
public enum SitingObjective: String, Sendable, Hashable, CaseIterable {
  /// Flights that are met in time.
  case interceptions
  /// Strips whose flights are seen far enough out.
  case detection
  /// Minutes of flight that are seen.
  case track
  /// Minutes of flight that two radars see.
  case second
  /// The share seen of the flight that is seen least.
  case worstRoute = "worst-route"
  /// Area in which a target is seen.
  case area
}
