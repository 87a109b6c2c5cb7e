/// How closely a floor follows the exact model.
///
/// Errors against ``exact`` are measured by `bench accuracy` on real terrain; the figures are in the article CoverageFloors.
public enum FloorQuality: String, Sendable, Hashable, CaseIterable {
  /// A quarter ray for each post of the perimeter: for a first look.
  case draft
  /// Half a ray for each post of the perimeter, the fewest that miss no single void; the default.
  case standard
  /// One ray for each post of the perimeter.
  case fine
  /// Two rays for each post of the perimeter.
  case finest
  /// Every sight line separately, with every crossing of a line of posts, in double precision: the reference.
  case exact

  /// Rays for each post of the perimeter; nil for ``exact``.
  var density: Double? {
    switch self {
    case .draft: 0.25
    case .standard: 0.5
    case .fine: 1
    case .finest: 2
    case .exact: nil
    }
  }
}
