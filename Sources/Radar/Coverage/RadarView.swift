internal import Foundation
public import Units

/// A radar that stands on a smooth effective Earth, in its weather: what it detects at which height and distance.
///
/// Between radar and target lie free space, air and rain, and where it is asked the lobes of a surface that reflects; a target
/// beyond the horizon is not detected. Terrain is not in it.
public struct RadarView: Sendable {
  /// The radar.
  public let model: RadarModel
  /// The altitude of the ground above mean sea level.
  public let ground: Length
  /// Losses along its rays, with the antenna's altitude and the Earth.
  public let losses: RayLoss
  /// The surface that reflects; nil for none.
  public let reflection: SurfaceReflection?

  /// The altitude of the antenna above mean sea level.
  public var antenna: Length { losses.antenna }
  /// The Earth.
  public var earth: EffectiveEarth { losses.earth }

  /// A radar in its place.
  /// - Parameters:
  ///   - antennaHeight: Above the ground; nil for that of the type.
  ///   - ground: Its altitude above mean sea level.
  ///   - countsAir: Whether gases and rain count; not so in free space.
  ///   - surface: What reflects before the radar; nil for nothing. Without a frequency nothing does.
  /// - Throws: ``PropagationError`` where weather or surface have no figures at the type's frequency.
  public init(
    of model: RadarModel, antennaHeight: Length? = nil, ground: Length = .zero,
    earth: EffectiveEarth = EffectiveEarth(), weather: Weather = Weather(), countsAir: Bool = true,
    surface: ReflectingSurface? = nil
  ) throws(PropagationError) {
    self.model = model
    self.ground = ground
    losses = try RayLoss(
      frequency: countsAir ? model.type.parameters.frequency : nil,
      polarization: model.type.parameters.polarization ?? .horizontal,
      weather: weather, antenna: ground + (antennaHeight ?? model.type.antennaHeight), earth: earth)
    if let surface, let frequency = model.type.parameters.frequency {
      reflection = try SurfaceReflection(
        surface, frequency: frequency, polarization: model.type.parameters.polarization ?? .horizontal,
        over: Self.sphere(ground, earth))
    } else {
      reflection = nil
    }
  }

  /// The Earth whose sphere is the ground: heights above it count.
  private static func sphere(_ ground: Length, _ earth: EffectiveEarth) -> EffectiveEarth {
    EffectiveEarth(k: (earth.radius + ground) / EffectiveEarth.meanRadius)
  }

  /// What lobes add on a way, one way, relative to free space: at most 6 dB where the antenna's field is greatest towards the
  /// target; zero without a surface that reflects.
  public func lobing(slantRange slant: Length, elevation: Angle) -> Decibels {
    guard let reflection, slant > .zero else { return Decibels(0) }
    let altitude = losses.altitude(slantRange: slant, elevation: elevation)
    guard let distance = earth.groundDistance(slantRange: slant, from: antenna, to: altitude) else {
      return Decibels(0)
    }
    let (pattern, tilt) = (model.pattern, model.tilt)
    let towards = pattern.gain(at: elevation - tilt).value
    return reflection.factor(
      groundRange: distance * (reflection.earth.radius / earth.radius), antenna: antenna - ground,
      target: max(altitude - ground, .zero)
    ) { pow(10, (pattern.gain(at: $0 - tilt).value - towards) / 20) }
  }

  /// What the way there and back takes beyond free space and the antenna's pattern: by air and rain, less what lobes add.
  public func twoWayLoss(slantRange slant: Length, elevation: Angle) -> Decibels {
    let air = losses.twoWay(slantRange: slant, elevation: elevation)
    guard reflection != nil else { return air }
    return Decibels(air.value - 2 * lobing(slantRange: slant, elevation: elevation).value)
  }

  /// No more than ``twoWayLoss(slantRange:elevation:)`` can be. Lobes double the field, −12 dB, and more where the antenna's field
  /// towards the surface is greater than towards the target: −40 dB leave room for ten times the range.
  public var leastLoss: Decibels { Decibels(reflection == nil ? 0 : -40) }

  /// Where a ray meets the ground; nil for one that passes above it.
  public func groundSlant(elevation: Angle) -> Length? {
    let (surface, centre) = ((earth.radius + ground).metres, (earth.radius + antenna).metres)
    let along = centre * sin(elevation.radians)
    let root = along * along - (centre - surface) * (centre + surface)
    guard along < 0, root >= 0 else { return nil }
    return .metres(-along - root.squareRoot())
  }

  /// What ends a range.
  public enum Limit: String, Sendable, Hashable, CaseIterable {
    /// The Earth hides the target.
    case horizon
    /// The echo is too weak.
    case detection
    /// The display ends.
    case instrumented
    /// The target leaves the beam.
    case beam
    /// The target is nowhere detected.
    case blind
  }

  /// The range at which a target at a height is detected.
  public struct Reach: Sendable, Hashable {
    /// The target's height above the ground.
    public let height: Length
    /// Along the ground; zero where it is detected nowhere.
    public let groundRange: Length
    /// In a straight line.
    public let slantRange: Length
    /// Under which it appears there.
    public let elevation: Angle
    /// What ends it.
    public let limit: Limit
    /// Losses there, by air and by rain: two-way, of replies one-way.
    public let gas, rain: Decibels
    /// What lobes add there, as often; nil without a surface that reflects.
    public var lobing: Decibels?
    /// Along the ground, from where the target is detected without a gap up to ``groundRange``; zero where it is detected nowhere.
    public let nearest: Length
  }

  /// Where a target at a distance along the ground appears.
  public func place(groundRange: Length, height: Length) -> (slant: Length, elevation: Angle) {
    let target = ground + height
    return (
      earth.slantRange(groundDistance: groundRange, from: antenna, to: target),
      earth.elevation(groundDistance: groundRange, from: antenna, to: target)
    )
  }

  /// The signal-to-noise ratio of one pulse from a target in sight, and the probability that a look detects it.
  public func look(groundRange: Length, height: Length, crossSection: Area) -> (
    signalToNoise: Decibels, probability: DetectionProbability
  ) {
    let (slant, elevation) = place(groundRange: groundRange, height: height)
    let loss = twoWayLoss(slantRange: slant, elevation: elevation)
    let ratio = model.signalToNoise(slantRange: slant, elevation: elevation, crossSection: crossSection, loss: loss)
    guard groundRange <= horizon(height: height) else {
      return (ratio, DetectionProbability(detected: 0, missed: 1))
    }
    return (
      ratio, model.probability(slantRange: slant, elevation: elevation, crossSection: crossSection, loss: loss)
    )
  }

  /// The ground distance beyond which the Earth hides a target.
  public func horizon(height: Length) -> Length {
    let sphere = Self.sphere(ground, earth)
    return sphere.horizonDistance(between: antenna - ground, and: height) * (earth.radius / sphere.radius)
  }

  /// The farthest distance at which a look detects a target at a height.
  /// - Parameters:
  ///   - height: Above the ground.
  ///   - needed: The ratio of one pulse that it takes: ``RadarModel/requiredSignalToNoise(detection:)``.
  /// - Accuracy: a metre, as ``Reach/nearest``; a gap narrower than five thousandths of the way may be passed over, with lobes one
  ///   narrower than a thousandth.
  public func reach(height: Length, signalToNoise needed: Decibels, crossSection: Area) -> Reach {
    let target = ground + height
    let hidden = horizon(height: height)
    let shown = earth.groundDistance(slantRange: model.type.instrumentedRange, from: antenna, to: target) ?? .zero
    let most = min(hidden, shown)
    func isSeen(_ distance: Length) -> Bool {
      let (slant, elevation) = place(groundRange: distance, height: height)
      guard model.shows(slantRange: min(slant, model.type.instrumentedRange), elevation: elevation) else {
        return false
      }
      if reflection == nil {
        // Losses leave no more: where free space does not do, they need not be asked.
        let free = model.signalToNoise(slantRange: slant, elevation: elevation, crossSection: crossSection)
        guard free >= needed else { return false }
      }
      let loss = twoWayLoss(slantRange: slant, elevation: elevation)
      return model.signalToNoise(slantRange: slant, elevation: elevation, crossSection: crossSection, loss: loss)
        >= needed
    }
    let steps = 1000
    func edge(seen: Length, unseen: Length) -> (seen: Length, unseen: Length) {
      var (seen, unseen) = (seen, unseen)
      while abs(seen.metres - unseen.metres) > 0.5 {
        let middle = (seen + unseen) / 2
        if isSeen(middle) { seen = middle } else { unseen = middle }
      }
      return (seen, unseen)
    }
    func result(_ distance: Length, _ limit: Limit, step: Int) -> Reach {
      let (slant, elevation) = place(groundRange: distance, height: height)
      let ways = model.crossSection == nil ? 1.0 : 2.0
      // Lobes leave narrow gaps, beams wide ones.
      let stride = reflection == nil ? 5 : 1
      let gap = Swift.stride(from: step - stride, through: 0, by: -stride).first {
        !isSeen(most * (Double($0) / Double(steps)))
      }
      return Reach(
        height: height, groundRange: distance, slantRange: slant, elevation: elevation, limit: limit,
        gas: Decibels(ways * losses.gas(slantRange: slant, elevation: elevation).value),
        rain: Decibels(ways * losses.rain(slantRange: slant, elevation: elevation).value),
        lobing: reflection.map { _ in Decibels(ways * lobing(slantRange: slant, elevation: elevation).value) },
        nearest: gap.map { gap in
          edge(seen: most * (Double(gap + stride) / Double(steps)), unseen: most * (Double(gap) / Double(steps))).seen
        } ?? .zero)
    }
    if isSeen(most) { return result(most, hidden <= shown ? .horizon : .instrumented, step: steps) }
    guard let step = (0..<steps).reversed().first(where: { isSeen(most * (Double($0) / Double(steps))) }) else {
      return Reach(
        height: height, groundRange: .zero, slantRange: .zero, elevation: .zero, limit: .blind, gas: Decibels(0),
        rain: Decibels(0), nearest: .zero)
    }
    let end = edge(seen: most * (Double(step) / Double(steps)), unseen: most * (Double(step + 1) / Double(steps)))
    let beyond = place(groundRange: end.unseen, height: height)
    return result(
      end.seen, model.shows(slantRange: beyond.slant, elevation: beyond.elevation) ? .detection : .beam, step: step)
  }
}
