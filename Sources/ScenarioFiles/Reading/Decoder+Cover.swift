import Geodesy
import Response
import Scenario
import Terrain
import Units

extension Decoder {
  /// What stands on the ground, with the clearings of existing radars, bases and strips; nil for nothing.
  func groundCover(_ settings: CoverSettings?, of scenario: inout Scenario) -> GroundCover? {
    guard let settings else { return nil }
    if settings.clearing == nil {
      scenario.defaultedSettings.insert("ground_cover.clearing")
      scenario.defaultsTaken.append("clearings of \(GroundCover.defaultClearing.text) in the ground cover")
    }
    return GroundCover(
      height: settings.height ?? .zero, clearing: settings.clearing ?? GroundCover.defaultClearing,
      clearings: scenario.sites.filter { $0.radar != nil }.map(\.position) + scenario.bases.map(\.position)
        + scenario.strips.map(\.position))
  }

  /// The terrain with what stands on it, or after a report without.
  func covered(_ terrain: Terrain?, by cover: GroundCover?, _ settings: CoverSettings?) -> Terrain? {
    guard let cover, let settings else { return terrain }
    guard let terrain else { return nil }
    do { return try terrain.covered(by: cover) } catch {
      diagnostics.error(.file, at: settings.origin, field: SettingFields.groundCover.name, "\(error)")
      return terrain
    }
  }
}
