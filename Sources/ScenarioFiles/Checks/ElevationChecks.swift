import GeoFiles
import Geodesy
import Scenario
import Terrain
import Units

/// Looks for places about which the terrain says nothing, or something else than the scenario.
struct ElevationChecks {
  /// A place of some layer.
  struct Place {
    var kind: String
    var id: String
    var position: Position
    /// What the scenario states; nil when it states nothing.
    var elevation: Length?
    /// Whether its position is not exact, so that its elevation is not either.
    var isApproximate = false
    /// Whether the stated elevation counts, not the terrain's.
    var isSurveyed = false
    /// Whether the altitude of the antenna there is surveyed, so that no elevation counts.
    var hasAntennaAltitude = false
    var origin: Origin
  }

  let terrain: Terrain
  /// The error of its heights, where the scenario states one.
  let statedError: Length?
  let places: [Place]
  /// The key of the terrain in scenario.yaml.
  let origin: Origin
  let diagnostics: Diagnostics

  /// On a mountain side 100 m of height are a few hundred metres of distance: more is a wrong figure, not a rough one.
  static let tolerance = Length.metres(100)
  /// A place that is some kilometres off lies in the same valley, not on the same slope.
  static let roughTolerance = Length.metres(300)

  /// Reports everything that is doubtful.
  func run() {
    let elevations: [Length?]
    let isInside: [Bool]
    do throws(TerrainError) {
      elevations = try terrain.elevations(at: places.map(\.position))
      do { isInside = try terrain.isInside(places.map(\.position)) } catch { throw .geodesy(error) }
    } catch {
      return diagnostics.error(.file, at: origin, field: SettingFields.terrain.name, "\(error)")
    }
    let unknown = places.indices.filter { elevations[$0] == nil }
    list(
      unknown.filter { !isInside[$0] }, "outside the terrain",
      "the ground there is unknown; add tiles, or state missing: sea where they are ocean")
    list(
      unknown.filter { isInside[$0] }, "in voids of the terrain", "the ground there is unknown; fill them or add tiles")
    compareSites(elevations)
    for (place, ground) in zip(places, elevations) {
      let tolerance = place.isApproximate ? Self.roughTolerance : Self.tolerance
      guard let ground, let stated = place.elevation, (stated - ground).magnitude > tolerance else { continue }
      diagnostics.warning(
        .range, at: place.origin, field: "elevation",
        "the \(place.kind) “\(place.id)” states \(stated.heightText), the terrain has \(ground.heightText) there",
        "is its position or its elevation wrong?" + (place.isSurveyed ? " The stated one counts: it is surveyed" : ""))
    }
  }

  /// Sites that state another elevation than the terrain's, by more than it may be wrong: the terrain's is taken.
  private func compareSites(_ elevations: [Length?]) {
    let accuracy = statedError ?? terrain.model.accuracy
    let source = statedError == nil ? terrain.model.product ?? "as of SRTM" : "terrain: error"
    let differing = zip(places, elevations).compactMap { place, ground -> (place: Place, text: String)? in
      guard place.kind == "site", !place.isSurveyed, !place.hasAntennaAltitude, let ground,
        let stated = place.elevation,
        accuracy < (stated - ground).magnitude, (stated - ground).magnitude <= Self.tolerance
      else { return nil }
      return (place, "“\(place.id)” \(stated.heightText), terrain \(ground.heightText)")
    }
    guard let first = differing.first else { return }
    let count = differing.count == 1 ? "1 site states an elevation" : "\(differing.count) sites state elevations"
    diagnostics.warning(
      .range, at: Origin(file: first.place.origin.file), field: "elevation",
      "\(count) off the terrain’s by more than its error of \(accuracy.heightText) (\(source)), and the terrain’s counts: "
        + differing.prefix(6).map(\.text).joined(separator: "; ") + (differing.count > 6 ? "; …" : ""),
      "antenna_altitude states the antenna’s own, surveyed; elevation_is: surveyed takes the site’s")
  }

  private func list(_ indices: [Int], _ where: String, _ remedy: String) {
    guard !indices.isEmpty else { return }
    let names = indices.prefix(6).map { "\(places[$0].kind) “\(places[$0].id)”" }.joined(separator: ", ")
    diagnostics.warning(
      .position, at: origin, field: SettingFields.terrain.name,
      "\(indices.count) of \(places.count) places lie \(`where`): \(names)" + (indices.count > 6 ? " …" : ""), remedy)
  }
}
