/// What is to be best.
public enum PlacementGoal: String, Sendable, Hashable, CaseIterable {
  /// The most weight covered within the limits (maximal covering: Church and ReVelle, 1974; with a budget: Khuller, Moss
  /// and Naor, 1999).
  case maximumCover
  /// Everything covered for the least money (weighted set covering, with needs above one set multi-covering).
  case cheapestCover
  /// The best share of covered weight in the worst group of demands.
  case fairestCover
}
