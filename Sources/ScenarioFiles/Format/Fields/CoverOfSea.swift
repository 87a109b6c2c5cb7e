import Scenario
import Terrain
import Units

/// Whether posts at exactly 0 m are covered.
enum CoverOfSea: String, Sendable, Hashable, CaseIterable {
  case covered, bare
}
