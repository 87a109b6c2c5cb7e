internal import Foundation
public import Geodesy
public import Radar
public import Units

/// The line of sight from an antenna to a target over terrain.
///
/// The Earth is an effective sphere of k times the ellipsoid's radius of curvature at the antenna in the azimuth of the
/// line, exactly as in ``LineOfSightFloor`` with quality `exact`. It is line of sight only: the line may graze the ground,
/// no part of a Fresnel zone is kept clear, and diffraction is not in it. What stands on the ground hides as ground does; a
/// target in it is not in sight.
public struct SightLine: Sendable {
  /// The ground below it.
  public let profile: SightProfile
  /// Effective Earth radius factor.
  public let k: Double
  /// Altitude of the antenna above mean sea level.
  public let antennaAltitude: Length
  /// Altitude of the target above mean sea level.
  public let targetAltitude: Length
  /// Lowest altitude above mean sea level over the target's place that is in sight, never below the ground or the top of
  /// what stands on it; nil when either is unknown on the way or there.
  public let lowestVisibleAltitude: Length?
  /// The place whose ground stands highest as the antenna sees it, which the line to ``lowestVisibleAltitude`` grazes; nil
  /// when there is nothing on the way, or something unknown.
  public let skyline: Obstacle?
  /// Why the target is not in sight; nil when it is.
  public let cause: Blindness?

  let geometry: SightGeometry

  /// Ground that a sight line meets.
  public struct Obstacle: Sendable, Hashable {
    /// Distance from the antenna along the ellipsoid.
    public var distance: Length
    /// Ground above mean sea level, with what stands on it.
    public var ground: Length
    /// Altitude of the line from antenna to target there.
    public var sightAltitude: Length
    /// How far the ground stands above that line; negative where it is clear of it.
    public var obstruction: Length { ground - sightAltitude }
  }

  /// A sight line over a profile.
  /// - Parameters:
  ///   - antenna: Height of the antenna.
  ///   - target: Height of the target.
  ///   - k: Effective Earth radius factor; positive and finite.
  /// - Throws: ``FloorError``: `unknownGround` when a height is above ground that is unknown; `belowGround` when the
  ///   antenna would stand in the ground; `badParameter` for a factor or heights that make no sense.
  public init(
    over profile: SightProfile, antenna: Altitude, target: Altitude, k: Double = EffectiveEarth.standardFactor
  ) throws(FloorError) {
    guard k > 0, k.isFinite else {
      throw FloorError(.badParameter, "k \(k)", remedy: "state a positive factor, as 1.3333")
    }
    let antennaAltitude = try antenna.ofAntenna(over: profile.antennaGround)
    let targetAltitude = try target.aboveSeaLevel(over: profile.targetGround, of: "target")
    self.init(over: profile, antennaAltitude: antennaAltitude, targetAltitude: targetAltitude, k: k)
  }

  /// A sight line between two altitudes, whatever the ground under the antenna.
  init(over profile: SightProfile, antennaAltitude: Length, targetAltitude: Length, k: Double) {
    self.profile = profile
    self.k = k
    self.antennaAltitude = antennaAltitude
    self.targetAltitude = targetAltitude
    let geometry = SightGeometry(radius: k * profile.curvature, antenna: antennaAltitude.metres)
    self.geometry = geometry
    let end = profile.distance.metres
    let line = geometry.slope(distance: end, altitude: targetAltitude.metres)
    let isKnown = !profile.samples.dropFirst().contains { $0.topMetres.isNaN }
    var highest: (slope: Double, sample: SightProfile.Sample)?
    for sample in profile.samples.dropFirst().dropLast() where isKnown {
      let slope = geometry.slope(distance: sample.metres, altitude: sample.topMetres)
      if slope > highest?.slope ?? -.infinity { highest = (slope, sample) }
    }
    skyline = highest.map { _, sample in
      Obstacle(
        distance: sample.distance, ground: .metres(sample.topMetres),
        sightAltitude: .metres(geometry.altitude(distance: sample.metres, slope: line)))
    }
    let (ground, top) = (
      profile.samples[profile.samples.count - 1].groundMetres, profile.samples[profile.samples.count - 1].topMetres
    )
    guard isKnown else {
      lowestVisibleAltitude = nil
      cause = targetAltitude.metres < ground ? .belowGround : .unknownTerrain
      return
    }
    let grazing = highest.map { geometry.altitude(distance: end, slope: $0.slope) } ?? -.infinity
    lowestVisibleAltitude = .metres(max(grazing, top))
    if targetAltitude.metres < ground {
      cause = .belowGround
    } else if targetAltitude.metres < max(grazing, top) {
      cause =
        geometry.isBehindHorizon(
          distance: end, target: targetAltitude.metres,
          overGroundAt: [profile.samples[0].groundMetres, ground, profile.meanGround]) ? .horizon : .ridge
    } else {
      cause = nil
    }
  }

  /// Whether the target is in sight.
  public var isVisible: Bool { cause == nil }

  /// ``lowestVisibleAltitude`` above the ground at the target's place.
  public var lowestVisibleHeight: Length? {
    lowestVisibleAltitude.flatMap { lowest in profile.targetGround.map { lowest - $0 } }
  }

  /// What hides the target: ``skyline`` when it stands above the line; nil when the target is in sight.
  public var blockingPoint: Obstacle? { skyline.flatMap { $0.obstruction > .zero ? $0 : nil } }

  /// Elevation angle of the line to ``lowestVisibleAltitude``: below it nothing is seen; nil when ground is unknown.
  public var lowestElevation: Angle? {
    lowestVisibleAltitude.map {
      .radians(atan(geometry.slope(distance: profile.distance.metres, altitude: $0.metres)))
    }
  }

  /// Elevation angle of the target at the antenna.
  public var elevation: Angle {
    .radians(atan(geometry.slope(distance: profile.distance.metres, altitude: targetAltitude.metres)))
  }

  /// Altitude of the line from antenna to target at a distance on its way.
  public func altitude(at distance: Length) -> Length {
    let end = profile.distance.metres
    if distance.metres <= 0 { return antennaAltitude }
    if distance.metres >= end { return targetAltitude }
    let slope = geometry.slope(distance: end, altitude: targetAltitude.metres)
    return .metres(geometry.altitude(distance: distance.metres, slope: slope))
  }

  /// Distance of the first place on the way, or at its end, whose ground is unknown; nil when all is known.
  public var firstUnknown: Length? { profile.samples.dropFirst().first { $0.topMetres.isNaN }?.distance }

  /// A place on the way as a drawing has it in which sight lines are straight and the Earth bulges; metres, x from the
  /// antenna, y above the chord of sea level between both ends.
  public func drawn(distance: Length, altitude: Length) -> (x: Double, y: Double) {
    let radius = geometry.radius
    let half = profile.distance.metres / radius / 2
    let angle = distance.metres / radius - half
    let r = radius + altitude.metres
    // r cos α − R cos(half), without the difference of two large numbers.
    let (low, high) = (sin(angle / 2), sin(half / 2))
    return (r * sin(angle) + radius * sin(half), altitude.metres * cos(angle) + 2 * radius * (high * high - low * low))
  }

  /// How far the line stands above the ground, with what stands on it, at each sample of the profile, negative where that
  /// is higher; nil where it is unknown.
  public var clearances: [Length?] {
    profile.samples.map { sample in sample.top.map { altitude(at: sample.distance) - $0 } }
  }

  /// Where the line comes closest to the ground between its ends, or cuts deepest into it; nil when nothing is known there.
  public var tightest: Obstacle? {
    let inner = profile.samples.dropFirst().dropLast().compactMap { sample in
      sample.top.map {
        Obstacle(distance: sample.distance, ground: $0, sightAltitude: altitude(at: sample.distance))
      }
    }
    return inner.max { $0.obstruction < $1.obstruction }
  }
}
