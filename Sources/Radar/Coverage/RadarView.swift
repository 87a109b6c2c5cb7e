internal import Foundation
public import Units

/// A radar that stands on a smooth effective Earth, in its weather: what it detects at which height and distance.
///
/// Between radar and target lie free space, air and rain; a target beyond the horizon is not detected. Terrain, diffraction
/// and lobing are not in it.
public struct RadarView: Sendable {
  /// The radar.
  public let model: RadarModel
  /// The altitude of the ground above mean sea level.
  public let ground: Length
  /// Losses along its rays, with the antenna's altitude and the Earth.
  public let losses: RayLoss

  /// The altitude of the antenna above mean sea level.
  public var antenna: Length { losses.antenna }
  /// The Earth.
  public var earth: EffectiveEarth { losses.earth }

  /// A radar in its place.
  /// - Parameters:
  ///   - antennaHeight: Above the ground; nil for that of the type.
  ///   - ground: Its altitude above mean sea level.
  ///   - countsAir: Whether gases and rain count; not so in free space.
  /// - Throws: ``PropagationError`` where the weather has no figures at the type's frequency.
  public init(
    of model: RadarModel, antennaHeight: Length? = nil, ground: Length = .zero,
    earth: EffectiveEarth = EffectiveEarth(), weather: Weather = Weather(), countsAir: Bool = true
  ) throws(PropagationError) {
    self.model = model
    self.ground = ground
    losses = try RayLoss(
      frequency: countsAir ? model.type.parameters.frequency : nil,
      polarization: model.type.parameters.polarization ?? .horizontal,
      weather: weather, antenna: ground + (antennaHeight ?? model.type.antennaHeight), earth: earth)
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
    /// Two-way losses there, by air and by rain.
    public let gas, rain: Decibels
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
    let loss = losses.twoWay(slantRange: slant, elevation: elevation)
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
    // Over the ground's own sphere: heights above it count.
    let sphere = EffectiveEarth(k: (earth.radius + ground) / EffectiveEarth.meanRadius)
    return sphere.horizonDistance(between: antenna - ground, and: height) * (earth.radius / sphere.radius)
  }

  /// The farthest distance at which a look detects a target at a height.
  /// - Parameters:
  ///   - height: Above the ground.
  ///   - needed: The ratio of one pulse that it takes: ``RadarModel/requiredSignalToNoise(detection:)``.
  /// - Accuracy: a metre; a gap in the beam narrower than a thousandth of the way may be passed over.
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
      let free = model.signalToNoise(slantRange: slant, elevation: elevation, crossSection: crossSection)
      guard free >= needed else { return false }
      let loss = losses.twoWay(slantRange: slant, elevation: elevation)
      return model.signalToNoise(slantRange: slant, elevation: elevation, crossSection: crossSection, loss: loss)
        >= needed
    }
    func result(_ distance: Length, _ limit: Limit) -> Reach {
      let (slant, elevation) = place(groundRange: distance, height: height)
      return Reach(
        height: height, groundRange: distance, slantRange: slant, elevation: elevation, limit: limit,
        gas: Decibels(2 * losses.gas(slantRange: slant, elevation: elevation).value),
        rain: Decibels(2 * losses.rain(slantRange: slant, elevation: elevation).value))
    }
    if isSeen(most) { return result(most, hidden <= shown ? .horizon : .instrumented) }
    let steps = 1000
    guard let step = (0..<steps).reversed().first(where: { isSeen(most * (Double($0) / Double(steps))) }) else {
      return Reach(
        height: height, groundRange: .zero, slantRange: .zero, elevation: .zero, limit: .blind, gas: Decibels(0),
        rain: Decibels(0))
    }
    var (low, high) = (most * (Double(step) / Double(steps)), most * (Double(step + 1) / Double(steps)))
    while high - low > .metres(0.5) {
      let middle = (low + high) / 2
      if isSeen(middle) { low = middle } else { high = middle }
    }
    let beyond = place(groundRange: high, height: height)
    return result(low, model.shows(slantRange: beyond.slant, elevation: beyond.elevation) ? .detection : .beam)
  }
}
