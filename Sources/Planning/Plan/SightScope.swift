import Coverage
import Radar
import Scenario
import Terrain

/// What sight over terrain accounts for in a plan, and what it leaves out. Every sentence that says so follows from here.
public struct SightScope: Sendable, Hashable {
  /// Something that may stand between a radar and its target, or let the radar see behind it.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// Waves bend over the edges of shadows.
    case diffraction
    /// Echoes of the ground and of the sea.
    case clutter
    /// Trees and buildings.
    case vegetation
    /// The troposphere carries some of a wave beyond the horizon.
    case scattering
  }

  /// Whether what stands on the ground hides.
  public let hasCover: Bool
  /// Whether the looks of any sensor reach behind the edges of shadows.
  public let hasDiffraction: Bool
  /// The sensors whose shadows have sharp edges although those of others do not, by id.
  public let sharp: [String]

  /// A scope.
  package init(hasCover: Bool, hasDiffraction: Bool, sharp: [String] = []) {
    (self.hasCover, self.hasDiffraction, self.sharp) = (hasCover, hasDiffraction, sharp)
  }

  /// The scope of what some stations see.
  /// - Parameter hasCover: Whether anything stands on the ground.
  init(of stations: [RadarStation], hasCover: Bool) {
    let sensors = stations.filter { !$0.isMember }
    let sharp = sensors.filter { $0.type.looks?.wave?.losses.diffraction != true }.map(\.id)
    self.hasCover = hasCover
    hasDiffraction = sharp.count < sensors.count
    self.sharp = hasDiffraction ? sharp : []
  }

  /// The scope of a plan over terrain.
  package init(_ plan: Plan, over terrain: PlanTerrain) {
    self.init(of: plan.network.stations, hasCover: terrain.coverage.region.terrain.cover != nil)
  }

  /// What is left out, in the order in which it is said.
  public var omitted: [Effect] {
    Effect.allCases.filter { effect in
      switch effect {
      case .diffraction: !hasDiffraction
      case .clutter: true
      case .vegetation: !hasCover
      case .scattering: hasDiffraction
      }
    }
  }

  /// The warning of a plan in English.
  package var text: String {
    let names = omitted.map(\.rawValue)
    let list = [names.dropLast().joined(separator: ", "), names.last ?? ""].filter { !$0.isEmpty }
    return "coverage, warnings and meetings are for the line of sight over the terrain"
      + (hasCover ? " and what stands on it" : "")
      + (hasDiffraction ? ", with diffraction at the edges of shadows" : "")
      + (sharp.isEmpty ? "" : " (not for \(sharp.joined(separator: ", ")))")
      + ", without \(list.joined(separator: " and ")); what is unknown counts as not seen"
  }
}
