internal import Foundation
internal import Geodesy
internal import Units

/// A geodesic circle that bounds coverage, with what crossing it inward adds to the number of radars.
struct BoundaryCurve {
  var centre: Position
  var radiusMetres: Double
  /// Rings that begin to count inside this circle, less those that stop (a cone of silence); circles that coincide are
  /// one curve, so that no arc is ever compared with itself.
  var weight: Int

  /// The circles of some rings, coincident ones merged, without those whose weights cancel.
  static func curves(of rings: [CoverageRing]) -> [BoundaryCurve] {
    var curves: [BoundaryCurve] = []
    func add(_ centre: Position, _ radius: Length, _ weight: Int) {
      let metres = radius.metres
      guard metres > 0 else { return }
      if let same = curves.firstIndex(where: { $0.centre == centre && $0.radiusMetres == metres }) {
        curves[same].weight += weight
      } else {
        curves.append(BoundaryCurve(centre: centre, radiusMetres: metres, weight: weight))
      }
    }
    for ring in rings where ring.limit != .blind {
      add(ring.centre.normalized, ring.outerRadius, 1)
      add(ring.centre.normalized, ring.innerRadius, -1)
    }
    return curves.filter { $0.weight != 0 }
  }

  /// The place on the circle at an azimuth.
  func point(atDegrees azimuth: Double, on ellipsoid: Ellipsoid) -> Position {
    ellipsoid.direct(from: centre, azimuth: .degrees(azimuth), distance: .metres(radiusMetres)).position
  }

  /// The azimuths, in degrees, at which this circle crosses another one: none, or two.
  ///
  /// The distance from the other centre falls and rises once round the circle, with its ends at the azimuths towards
  /// that centre and away from it (nearly, on an ellipsoid: near tangency the end is searched for).
  func crossings(with other: BoundaryCurve, on ellipsoid: Ellipsoid) -> [Double] {
    let inverse = ellipsoid.inverse(from: centre, to: other.centre)
    let distance = inverse.distance.metres
    // Discs that lie apart or within one another: true in any metric.
    guard distance > 0, distance <= radiusMetres + other.radiusMetres,
      distance >= abs(radiusMetres - other.radiusMetres)
    else { return [] }
    func excess(_ azimuth: Double) -> Double {
      ellipsoid.distance(from: point(atDegrees: azimuth, on: ellipsoid), to: other.centre).metres - other.radiusMetres
    }
    var near = inverse.azimuth.degrees
    var far = near + 180
    if excess(near) >= 0 { near = extremum(near, sign: 1, excess) }
    if excess(far) <= 0 { far = extremum(far, sign: -1, excess) }
    guard excess(near) < 0, excess(far) > 0 else { return [] }
    while far < near { far += 360 }
    while far > near + 360 { far -= 360 }
    return [
      root(inside: near, outside: far, excess),
      root(inside: near + 360, outside: far, excess),
    ]
  }

  /// The azimuth near a first guess at which `sign × f` is smallest, by golden sections within 5°.
  ///
  /// On an ellipsoid of flattening f the extremum strays from the azimuth of the centre by the order of f radians.
  private func extremum(_ guess: Double, sign: Double, _ f: (Double) -> Double) -> Double {
    let ratio = 0.6180339887498949
    var low = guess - 5
    var high = guess + 5
    var a = high - ratio * (high - low)
    var b = low + ratio * (high - low)
    var fa = sign * f(a)
    var fb = sign * f(b)
    while high - low > 1e-7 {
      if fa < fb {
        (high, b, fb) = (b, a, fa)
        a = high - ratio * (high - low)
        fa = sign * f(a)
      } else {
        (low, a, fa) = (a, b, fb)
        b = low + ratio * (high - low)
        fb = sign * f(b)
      }
    }
    return (low + high) / 2
  }

  /// The azimuth between one inside the other circle (f < 0) and one outside (f > 0) where f passes zero.
  ///
  /// Regula falsi in the Illinois manner, which cannot leave its bracket; ends when the bracket is below 1e-12° or the
  /// distance is right to a nanometre.
  private func root(inside: Double, outside: Double, _ f: (Double) -> Double) -> Double {
    var a = inside
    var b = outside
    var fa = f(a)
    var fb = f(b)
    var side = 0
    for step in 0..<200 where abs(b - a) > 1e-12 {
      let azimuth = step % 8 == 7 ? (a + b) / 2 : (a * fb - b * fa) / (fb - fa)
      let value = f(azimuth)
      if abs(value) < 1e-9 { return azimuth }
      if value < 0 {
        (a, fa) = (azimuth, value)
        if side == -1 { fb /= 2 }
        side = -1
      } else {
        (b, fb) = (azimuth, value)
        if side == 1 { fa /= 2 }
        side = 1
      }
    }
    return (a + b) / 2
  }
}
