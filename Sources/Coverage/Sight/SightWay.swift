internal import Foundation
internal import Geodesy
internal import Units

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
  /// - Parameter tops: Heights of the ground with what stands on it; nil for bare ground.
  func profile(_ heights: [Double], tops: [Double]? = nil, crossings: [GroundPath.Crossing]) -> SightProfile {
    let distances = [0] + crossings.map(\.distance) + [path.length]
    return SightProfile(
      antenna: antenna, target: target, distance: .metres(path.length), azimuth: azimuth, backAzimuth: backAzimuth,
      samples: zip(distances, zip(heights, tops ?? heights)).map {
        SightProfile.Sample(metres: $0, groundMetres: $1.0, topMetres: $1.1)
      }, curvature: curvature)
  }

  private static func compass(_ degrees: Double) -> Angle {
    let turned = degrees.truncatingRemainder(dividingBy: 360)
    let positive = turned < 0 ? turned + 360 : turned
    return .degrees(positive >= 360 ? 0 : positive)
  }
}
