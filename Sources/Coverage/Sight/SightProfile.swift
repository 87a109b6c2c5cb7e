public import Geodesy
public import Units

/// The ground between an antenna and a target, and what stands on it, wherever the geodesic between them crosses a row or
/// a column of posts.
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

    /// The ground with what stands on it, above mean sea level; nil where either is unknown.
    public var top: Length? { topMetres.isNaN ? nil : .metres(topMetres) }

    let metres: Double
    /// NaN where unknown.
    let groundMetres: Double
    /// NaN where unknown.
    let topMetres: Double
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

  /// Whether something stands on the ground of the way.
  public var isCovered: Bool {
    samples.contains { $0.topMetres != $0.groundMetres && !$0.groundMetres.isNaN }
  }

  /// The mean level of the ground on the way, metres; NaN when some of it is unknown.
  var meanGround: Double {
    var sum = 0.0
    for (a, b) in zip(samples, samples.dropFirst()) {
      sum += (b.metres - a.metres) * (a.groundMetres + b.groundMetres) / 2
    }
    return sum / distance.metres
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
