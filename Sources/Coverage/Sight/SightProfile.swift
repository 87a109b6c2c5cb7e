internal import Foundation
public import Geodesy
public import Units

/// The ground between an antenna and a target, wherever the geodesic between them crosses a row or a column of posts.
///
/// Between neighbouring posts the ground is linear (the R3 model), so that its crossings are all that can hide a target.
/// Any number of ``SightLine`` values of different heights may be made from one profile.
public struct SightProfile: Sendable {
  /// One place on the way.
  public struct Sample: Sendable, Hashable {
    /// Distance from the antenna along the ellipsoid.
    public var distance: Length { .metres(metres) }
    /// Ground above mean sea level; nil where it is unknown.
    public var ground: Length? { groundMetres.isNaN ? nil : .metres(groundMetres) }

    let metres: Double
    /// NaN where unknown.
    let groundMetres: Double
  }

  /// Where the antenna stands; nil on a plane.
  public let antenna: Position?
  /// Where the target is; nil on a plane.
  public let target: Position?
  /// Length of the way along the ellipsoid.
  public let distance: Length
  /// Azimuth at the antenna towards the target, from true north, 0° to 360°.
  public let azimuth: Angle
  /// Azimuth at the target back towards the antenna.
  public let backAzimuth: Angle
  /// The places in order; the first is the antenna's, the last the target's, where the ground is bilinear between posts.
  public let samples: [Sample]
  /// Radius of curvature of the ellipsoid at the antenna in the azimuth, metres.
  let curvature: Double

  /// The place at a distance on the way; nil on a plane.
  public func position(at distance: Length) -> Position? {
    guard let antenna, let target else { return nil }
    if distance <= .zero { return antenna }
    if distance >= self.distance { return target }
    return Ellipsoid.wgs84.direct(from: antenna, azimuth: azimuth, distance: distance).position.normalized
  }

  /// Ground under the antenna; nil where it is unknown.
  public var antennaGround: Length? { samples[0].ground }
  /// Ground under the target; nil where it is unknown.
  public var targetGround: Length? { samples[samples.count - 1].ground }

  /// The mean level of the ground on the way, metres; NaN when some of it is unknown.
  var meanGround: Double {
    var sum = 0.0
    for (a, b) in zip(samples, samples.dropFirst()) {
      sum += (b.metres - a.metres) * (a.groundMetres + b.groundMetres) / 2
    }
    return sum / distance.metres
  }
}

/// The way between the two ends of a profile, before its ground is known.
struct SightWay {
  let antenna: Position?
  let target: Position?
  let azimuth: Angle
  let backAzimuth: Angle
  let curvature: Double
  let path: GroundPath

  /// - Throws: ``FloorError``: `samePlace`, `badParameter`, `badSystem` or `bentGrid`.
  init(from track: GroundTrack, to other: GroundTrack) throws(FloorError) {
    var end = GroundPath.Post(column: other.column, row: other.row)
    let inverse: (azimuth: Double, back: Double, distance: Double)
    if let a = track.position, let b = other.position {
      let way = Ellipsoid.wgs84.inverse(from: a, to: b)
      (antenna, target) = (a.normalized, b.normalized)
      inverse = (way.azimuth.degrees, way.finalAzimuth.degrees + 180, way.distance.metres)
    } else if case .plane(let perColumn, let perRow, _) = track.kind {
      let (east, north) = ((other.column - track.column) * perColumn, (other.row - track.row) * perRow)
      (antenna, target) = (nil, nil)
      let azimuth = Angle.radians(atan2(east, north)).degrees
      inverse = (azimuth, azimuth + 180, (east * east + north * north).squareRoot())
    } else {
      throw FloorError(.badSystem, "antenna and target are given in different systems")
    }
    guard inverse.distance > 1e-3 else {
      throw FloorError(.samePlace, "antenna and target are the same place", remedy: "a sight line needs two")
    }
    guard inverse.distance <= 5e6 else {
      throw FloorError(
        .badParameter,
        "a sight line of \(Int(clamping: inverse.distance / 1000)) km",
        remedy: "the farthest that is followed is 5,000 km")
    }
    azimuth = Self.compass(inverse.azimuth)
    backAzimuth = Self.compass(inverse.back)
    curvature = track.curvature.radius(azimuth: azimuth.radians)
    if case .degrees(_, let perColumn, _) = track.kind {
      // The end lies on the turn around the Earth to which the way leads, also beyond the edge of the grid.
      let place = track.post(azimuth: azimuth.radians, distance: inverse.distance)
      let turn = 360 / abs(perColumn)
      if place.column.isFinite, turn.isFinite { end.column += ((place.column - end.column) / turn).rounded() * turn }
    }
    path = try GroundPath(track, azimuth: azimuth.radians, length: inverse.distance, end: end)
  }

  /// The profile over some ground.
  func profile(_ heights: [Double], crossings: [GroundPath.Crossing]) -> SightProfile {
    let distances = [0] + crossings.map(\.distance) + [path.length]
    return SightProfile(
      antenna: antenna, target: target, distance: .metres(path.length), azimuth: azimuth, backAzimuth: backAzimuth,
      samples: zip(distances, heights).map { SightProfile.Sample(metres: $0, groundMetres: $1) }, curvature: curvature)
  }

  private static func compass(_ degrees: Double) -> Angle {
    let turned = degrees.truncatingRemainder(dividingBy: 360)
    let positive = turned < 0 ? turned + 360 : turned
    return .degrees(positive >= 360 ? 0 : positive)
  }
}

extension GroundTrack {
  /// Where the antenna stands on the Earth; nil on a plane.
  var position: Position? {
    switch kind {
    case .plane: nil
    case .degrees(let position, _, _), .projected(let position, _): position
    }
  }
}
