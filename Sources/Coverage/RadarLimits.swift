internal import Foundation
internal import Radar
public import Units

/// What a radar's own range, beam and sectors let it see of a target, regardless of terrain.
///
/// Heights are above mean sea level, on the effective sphere of the line-of-sight floors: k times the ellipsoid's radius
/// of curvature at the antenna in the azimuth of the target. Every formula is exact on that sphere.
public struct RadarLimits: Sendable {
  /// Which limit of the radar keeps a target from being seen.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// A radar that sees transponders only, and a target without one.
    case transponder
    /// The azimuth lies in a blind sector.
    case sector
    /// Farther than the instrumented range, or than its looks detect the target on the axis of the beam, after what gases and rain
    /// take where they count.
    case range
    /// Nearer than the minimum range, or below the sphere of that radius.
    case minimumRange
    /// Below the lowest elevation angle, of the beam or of the site's horizon mask.
    case belowBeam
    /// Above the highest elevation angle, in the cone of silence.
    case aboveBeam
    /// A receiver of broadcast positions, and a target that broadcasts none.
    case broadcast
    /// Within the beam, but by the antenna's pattern and what the way takes a look detects with less than the wanted
    /// probability.
    case probability
  }

  /// Altitudes above mean sea level between which the radar's own limits allow a detection, both included.
  public struct Span: Sendable, Hashable {
    /// Lowest altitude, metres; minus infinity for no limit.
    public var lowestMetres: Double
    /// Highest altitude, metres; infinity for no limit.
    public var highestMetres: Double
  }

  /// Altitude of the antenna above mean sea level.
  public let antennaAltitude: Length
  /// Slant range beyond which the target is not shown; zero when it is never seen.
  public let slantRange: Length
  private let antenna: Double
  private let range: Double
  private let minimum: Double
  private let lowest: Double?
  private let highest: Double?
  private let sectors: [AzimuthSector]
  /// How far looks reach where that depends on the elevation; nil where it does not.
  let reach: LookReach?
  /// What diffraction makes of shadows depends on this; nil for sharp edges.
  let shadow: ShadowKey?
  private let mask: HorizonMask
  /// What the target lacks for this kind of radar; nil when it lacks nothing.
  private let lack: Cause?
  private let k: Double
  private let curvature: EarthCurvature
  /// Distance along the ground beyond which no vertical comes within range: there r₁·sin θ exceeds it.
  private let farthest: Double

  /// The limits of a station for a target.
  /// - Parameters:
  ///   - station: The radar; its position gives the radii of the Earth.
  ///   - antennaAltitude: Altitude of the antenna above mean sea level.
  ///   - target: What it looks for.
  ///   - k: Effective Earth radius factor; positive and finite.
  public init(of station: RadarStation, antennaAltitude: Length, target: Target, k: Double) {
    self.init(
      of: station, antennaAltitude: antennaAltitude, target: target, k: k,
      curvature: EarthCurvature(at: station.position))
  }

  init(of station: RadarStation, antennaAltitude: Length, target: Target, k: Double, curvature: EarthCurvature) {
    precondition(k > 0 && k.isFinite, "the effective Earth radius factor is a positive, finite number")
    let type = station.type
    self.antennaAltitude = antennaAltitude
    slantRange = station.slantRange(of: target)
    antenna = antennaAltitude.metres
    range = slantRange.metres
    minimum = type.minimumRange.metres
    lowest = station.lowestElevation.flatMap { $0.degrees > -90 ? $0.radians : nil }
    highest = station.highestElevation.flatMap { $0.degrees < 90 ? $0.radians : nil }
    sectors = station.blindSectors
    let isLooking = target.crossSection.isFinite && target.crossSection > .zero
    let wave = isLooking ? type.looks?.wave : nil
    let pattern = type.parameters.elevationPattern ?? .flat
    if isLooking, type.looks != nil, wave != nil || pattern != .flat {
      let earth = EffectiveEarth(k: k * curvature.mean / EffectiveEarth.meanRadius.metres)
      reach = LookReach(
        range: station.detectionRange(of: target), instrumented: station.instrumentedRange, pattern: pattern,
        within: (type.minimumElevation ?? .degrees(-90))...max(
          type.maximumElevation ?? .degrees(90), type.minimumElevation ?? .degrees(-90)),
        tilt: station.tilt, air: wave?.air(from: antennaAltitude, over: earth), antenna: antennaAltitude, earth: earth)
    } else {
      reach = nil
    }
    shadow = wave.flatMap { wave in
      wave.losses.diffraction
        ? ShadowKey(
          wave: wave, range: station.detectionRange(of: target), tilt: station.tilt, pattern: pattern)
        : nil
    }
    mask = station.horizonMask
    lack = target.isDetectable(by: type.kind) ? nil : Cause(lackOf: type.kind.rule.signal)
    self.k = k
    self.curvature = curvature
    let narrowest = k * min(curvature.meridian, curvature.normal)
    let sine = range / max(narrowest + antenna, 1)
    farthest = sine < 1 ? k * max(curvature.meridian, curvature.normal) * asin(sine) : .infinity
  }

  /// The altitudes that the limits allow at a place.
  ///
  /// Near the antenna a target could also be seen below the sphere of the minimum range; only the part above it counts, so
  /// that the result is one span and errs on the side of not seen.
  /// - Parameters:
  ///   - groundDistance: Distance from the antenna along the ground; not negative.
  ///   - azimuth: Azimuth of the place at the antenna, from true north.
  /// - Returns: The altitudes; nil where the target is seen at no altitude.
  public func altitudes(groundDistance: Length, azimuth: Angle) -> Span? {
    let span = span(distanceMetres: groundDistance.metres, azimuthRadians: azimuth.radians)
    return span.lowestMetres <= span.highestMetres ? span : nil
  }

  /// The radar limit that keeps a target from being seen, regardless of terrain; nil when the limits allow it.
  /// - Parameters:
  ///   - altitude: Altitude of the target above mean sea level.
  ///   - groundDistance: Distance from the antenna along the ground.
  ///   - azimuth: Azimuth of the place at the antenna, from true north.
  /// - Returns: The first limit that is violated, in the order of ``Cause``.
  public func cause(at altitude: Length, groundDistance: Length, azimuth: Angle) -> Cause? {
    if let lack { return lack }
    if isBlind(azimuth) { return .sector }
    let place = Place(
      angle: groundDistance.metres / radius(azimuth.radians), antennaRadius: radius(azimuth.radians) + antenna)
    let above = altitude.metres - antenna
    guard let shell = place.shell(range), above >= shell.bottom, above <= shell.top else { return .range }
    if let shell = place.shell(minimum), minimum > 0, above < shell.top { return .minimumRange }
    if let lowest, above < place.height(underElevation: lowest) { return .belowBeam }
    if let masked = mask.lowest(at: azimuth), above < place.height(underElevation: masked.radians) { return .belowBeam }
    if let highest, above > place.height(underElevation: highest) { return .aboveBeam }
    if let reach {
      guard let span = Self.span(reach, place) else { return .range }
      if above < span.lowest || above > span.highest { return .probability }
    }
    return nil
  }

  /// Heights above the antenna between which a look has the wanted probability; nil for none.
  private static func span(_ reach: LookReach, _ place: Place) -> (lowest: Double, highest: Double)? {
    guard let span = reach.tangents(acrossMetres: place.across) else { return nil }
    return (place.height(underTangent: span.lowest), place.height(underTangent: span.highest))
  }

  /// Whether the range of its looks depends on the elevation: by the antenna's pattern, by gases and rain.
  package var rangeVaries: Bool { reach != nil }

  /// The altitude of the ray that leaves the antenna under an elevation angle; infinite where it never comes there.
  package func altitude(underElevation elevation: Angle, groundDistance: Length, azimuth: Angle) -> Length {
    let radius = radius(azimuth.radians)
    let place = Place(angle: groundDistance.metres / radius, antennaRadius: radius + antenna)
    return .metres(antenna + place.height(underElevation: elevation.radians))
  }

  /// Where a target over a place stands as the antenna sees it; the place is given as a vector.
  /// - Returns: The straight distance, m, and the elevation above the local horizontal, radians.
  func look(
    eastMetres east: Double, northMetres north: Double, altitudeMetres altitude: Double
  ) -> (slantMetres: Double, elevationRadians: Double) {
    let radius = radius(eastMetres: east, northMetres: north)
    let place = Place(angle: (east * east + north * north).squareRoot() / radius, antennaRadius: radius + antenna)
    return place.look(heightAbove: altitude - antenna)
  }

  /// The altitudes at a place; the lowest is above the highest where there are none.
  func span(distanceMetres distance: Double, azimuthRadians azimuth: Double) -> Span {
    span(eastMetres: distance * sin(azimuth), northMetres: distance * cos(azimuth))
  }

  /// The altitudes at a place whose distance and azimuth are given as a vector; the lowest is above the highest where
  /// there are none.
  func span(eastMetres east: Double, northMetres north: Double) -> Span {
    let nothing = Span(lowestMetres: .infinity, highestMetres: -.infinity)
    let square = east * east + north * north
    guard lack == nil, square <= farthest * farthest else { return nothing }
    guard sectors.isEmpty || !isBlind(.radians(atan2(east, north))) else { return nothing }
    let radius = radius(eastMetres: east, northMetres: north)
    let place = Place(angle: square.squareRoot() / radius, antennaRadius: radius + antenna)
    guard let shell = place.shell(range) else { return nothing }
    var low = shell.bottom
    var high = shell.top
    if minimum > 0, let shell = place.shell(minimum) { low = max(low, shell.top) }
    if let lowest { low = max(low, place.height(underElevation: lowest)) }
    if !mask.isEmpty, let masked = mask.lowest(at: .radians(atan2(east, north))) {
      low = max(low, place.height(underElevation: masked.radians))
    }
    if let highest { high = min(high, place.height(underElevation: highest)) }
    if let reach {
      guard let span = Self.span(reach, place) else { return nothing }
      (low, high) = (max(low, span.lowest), min(high, span.highest))
    }
    return Span(lowestMetres: antenna + low, highestMetres: antenna + high)
  }

  /// The slant range at a place as a function of the altitude h, metres: its square is (h − middle)² + across².
  ///
  /// The law of cosines, s² = r₁² + r₂² − 2r₁r₂ cos θ, as a square of r₂.
  func slantRange(eastMetres east: Double, northMetres north: Double) -> (middle: Double, across: Double) {
    let square = east * east + north * north
    let radius =
      square > 0
      ? k * square / (north * north / curvature.meridian + east * east / curvature.normal) : k * curvature.meridian
    let place = Place(angle: square.squareRoot() / radius, antennaRadius: radius + antenna)
    return (antenna + place.middle, place.across)
  }

  private func radius(_ azimuth: Double) -> Double { k * curvature.radius(azimuth: azimuth) }

  @inline(__always)
  private func radius(eastMetres east: Double, northMetres north: Double) -> Double {
    let square = east * east + north * north
    return square > 0
      ? k * square / (north * north / curvature.meridian + east * east / curvature.normal) : k * curvature.meridian
  }

  private func isBlind(_ azimuth: Angle) -> Bool { sectors.contains { $0.contains(azimuth) } }

  /// A place as the antenna sees it: the angle between both at the centre of the Earth.
  private struct Place {
    let angle: Double
    /// From the centre of the effective Earth to the antenna, metres.
    let antennaRadius: Double
    private let sine: Double
    private let halfSine: Double

    init(angle: Double, antennaRadius: Double) {
      (self.angle, self.antennaRadius) = (angle, antennaRadius)
      (sine, halfSine) = (sin(angle), sin(angle / 2))
    }

    /// Distance from the antenna's vertical, metres.
    var across: Double { antennaRadius * sine }

    /// Height above the antenna at which the slant range is least, metres: negative, r₁(cos θ − 1).
    var middle: Double { -2 * antennaRadius * halfSine * halfSine }

    /// Heights above the antenna between which a slant range is not exceeded; nil where it always is.
    ///
    /// The law of cosines, s² = r₁² + r₂² − 2r₁r₂ cos θ, solved for r₂ − r₁.
    func shell(_ slantRange: Double) -> (bottom: Double, top: Double)? {
      let across = antennaRadius * sine
      let square = (slantRange - across) * (slantRange + across)
      guard square >= 0, angle < .pi / 2 else { return nil }
      let root = square.squareRoot()
      return (middle - root, middle + root)
    }

    /// Slant range, m, and elevation, radians, of a target at a height above the antenna.
    ///
    /// The law of cosines as in ``shell(_:)``; the elevation of the chord above the antenna's horizontal.
    func look(heightAbove h: Double) -> (slantMetres: Double, elevationRadians: Double) {
      let target = antennaRadius + h
      // Towards the zenith of the antenna: r₂·cos θ − r₁.
      let up = h - 2 * target * halfSine * halfSine
      let out = target * sine
      return ((up * up + out * out).squareRoot(), atan2(up, out))
    }

    /// Height above the antenna of the ray that leaves it under an elevation angle.
    ///
    /// Along the ray r·cos(local elevation) keeps its value; the local elevation at the target is e + θ. A ray that never
    /// comes back to the vertical of the place passes above every altitude.
    func height(underElevation elevation: Double) -> Double {
      let local = elevation + angle
      guard local < .pi / 2 else { return .infinity }
      guard local > -.pi / 2 else { return -.infinity }
      return antennaRadius * 2 * sin(elevation + angle / 2) * halfSine / cos(local)
    }

    /// The same under the elevation angle of a tangent, without the sine and cosine of the ray.
    ///
    /// A point at the radius r over the place is r·sin θ out and r·cos θ − r₁ up; their quotient is the tangent.
    func height(underTangent tangent: Double) -> Double {
      if tangent == -.infinity { return tangent }
      let sagitta = 2 * halfSine * halfSine
      let turned = 1 - sagitta - tangent * sine
      guard turned > 0 else { return .infinity }
      return antennaRadius * (sagitta + tangent * sine) / turned
    }
  }
}

extension RadarLimits.Cause {
  /// Why a target that does not give a signal is not seen; nil for a signal that every target gives.
  init?(lackOf signal: SensorRule.Signal) {
    switch signal {
    case .echo: return nil
    case .reply: self = .transponder
    case .broadcast: self = .broadcast
    }
  }
}
