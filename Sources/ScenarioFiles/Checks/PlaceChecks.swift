import Foundation
import Geodesy
import Scenario
import Units

/// Looks for places that are probably not where they should be.
///
/// Distances here are on a sphere of the mean Earth radius, within 0.6 % of the ellipsoid: enough to doubt by.
struct PlaceChecks {
  /// A place of some layer.
  struct Place {
    var kind: String
    var id: String
    var position: Position
    var origin: Origin
  }

  let places: [Place]
  /// Points of routes, which begin far from everything else but have a latitude and a longitude too.
  let routePoints: [Place]
  let diagnostics: Diagnostics

  /// Beyond so many places the comparison of all pairs takes too long and is left out.
  static let limit = 5000
  /// Nearer than this, two sites are one site entered twice, or one mast.
  static let nearSites = Length.kilometres(1)
  /// A place is far when its nearest neighbour is farther than this, and five times farther than is usual.
  static let farAway = Length.kilometres(300)

  /// Reports everything that is doubtful.
  func run() {
    guard places.count <= Self.limit else { return }
    let swapped = findSwapped()
    findNear()
    findFar(except: swapped)
  }

  private func findSwapped() -> Set<Int> {
    guard places.count >= 3 else { return [] }
    let vectors = places.map { UnitVector($0.position) }
    let centre = UnitVector(
      x: Self.median(vectors.map(\.x)), y: Self.median(vectors.map(\.y)), z: Self.median(vectors.map(\.z)))
    let spread = Self.median(vectors.map { $0.distance(to: centre) })
    let limit = max(300_000, 3 * spread)
    var found: Set<Int> = []
    for (index, place) in (places + routePoints).enumerated() {
      let (latitude, longitude) = (place.position.latitudeDegrees, place.position.longitudeDegrees)
      let away = UnitVector(place.position).distance(to: centre)
      guard away > limit, abs(longitude) <= 90 else { continue }
      let exchanged = Position(latitudeDegrees: longitude, longitudeDegrees: latitude)
      let back = UnitVector(exchanged).distance(to: centre)
      guard back <= limit, back < away / 3 else { continue }
      found.insert(index)
      diagnostics.warning(
        .position, at: place.origin, field: "position",
        "latitude and longitude of the \(place.kind) “\(place.id)” look swapped: they lie "
          + "\(Length.metres(away).text) from the others, exchanged \(Length.metres(back).text)",
        "is latitude \(longitude.plain)°, longitude \(latitude.plain)° meant?")
    }
    return found
  }

  private func findNear() {
    let sites = places.filter { $0.kind == "site" }
    for (number, site) in sites.enumerated() {
      for earlier in sites[..<number] {
        // A degree of latitude is 110.6 km or more: most pairs need no geodesic.
        guard abs(site.position.latitudeDegrees - earlier.position.latitudeDegrees) < 0.01 else { continue }
        let apart = Ellipsoid.wgs84.distance(from: earlier.position, to: site.position)
        guard apart < Self.nearSites else { continue }
        diagnostics.warning(
          .position, at: site.origin, field: "position",
          "the site “\(site.id)” lies \(apart.text) from the site “\(earlier.id)”", "are they one site?")
      }
    }
  }

  private func findFar(except swapped: Set<Int>) {
    let vectors = places.map { UnitVector($0.position) }
    guard places.count >= 3 else { return }
    let nearest = vectors.indices.map { index in
      vectors.indices.reduce(Double.infinity) { least, other in
        other == index ? least : min(least, vectors[index].chordSquared(to: vectors[other]))
      }
    }.map { UnitVector.distance(chordSquared: $0) }
    let usual = Self.median(nearest)
    for (index, place) in places.enumerated() where !swapped.contains(index) {
      guard nearest[index] > max(Self.farAway.metres, 5 * usual) else { continue }
      diagnostics.warning(
        .position, at: place.origin, field: "position",
        "the \(place.kind) “\(place.id)” lies \(Length.metres(nearest[index]).text) from every other place",
        "check its position: \(place.position.latitudeDegrees.plain)°, \(place.position.longitudeDegrees.plain)°")
    }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

/// A direction from the centre of a spherical Earth.
private struct UnitVector {
  var x, y, z: Double

  init(x: Double, y: Double, z: Double) { (self.x, self.y, self.z) = (x, y, z) }

  init(_ position: Position) {
    let (latitude, longitude) = (position.latitude.radians, position.longitude.radians)
    self.init(x: cos(latitude) * cos(longitude), y: cos(latitude) * sin(longitude), z: sin(latitude))
  }

  func chordSquared(to other: UnitVector) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return dx * dx + dy * dy + dz * dz
  }

  /// Metres along the sphere; the other vector need not have unit length.
  func distance(to other: UnitVector) -> Double {
    let length = (other.x * other.x + other.y * other.y + other.z * other.z).squareRoot()
    guard length > 0 else { return 0 }
    let unit = UnitVector(x: other.x / length, y: other.y / length, z: other.z / length)
    return Self.distance(chordSquared: chordSquared(to: unit))
  }

  static func distance(chordSquared: Double) -> Double {
    2 * asin(min(1, chordSquared.squareRoot() / 2)) * EarthFigure.meanRadius.metres
  }
}
