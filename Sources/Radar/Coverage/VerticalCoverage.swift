internal import Foundation
public import Units

/// How far a radar detects a target at each elevation angle: the line of a vertical coverage chart.
///
/// - Source: L. V. Blake, A Guide to Basic Pulse-Radar Maximum-Range Calculation, NRL 6930 (1969): the range-height-angle
///   chart, here over an effective Earth, on which rays are straight.
public struct VerticalCoverage: Sendable, Hashable {
  /// The farthest place on one ray.
  public struct Ray: Sendable, Hashable {
    /// Above the local horizontal at the antenna.
    public let elevation: Angle
    /// The range of detection, at most to where the ray meets the ground and to the instrumented range.
    public let slantRange: Length
    /// The same along the ground.
    public let groundRange: Length
    /// The altitude there, above mean sea level.
    public let altitude: Length
  }

  /// Rays of increasing elevation.
  public let rays: [Ray]

  /// The line for a ratio.
  /// - Parameters:
  ///   - view: The radar in its place.
  ///   - needed: What one pulse takes: ``RadarModel/requiredSignalToNoise(detection:)``.
  ///   - elevations: Increasing; nil for rays from the horizon to the top of the beam, dense near the horizon.
  public init(of view: RadarView, signalToNoise needed: Decibels, crossSection: Area, elevations: [Angle]? = nil) {
    rays = (elevations ?? Self.elevations(of: view)).map { elevation in
      let range = view.range(signalToNoise: needed, elevation: elevation, crossSection: crossSection)
      let slant = min(range, view.groundSlant(elevation: elevation) ?? range)
      let altitude = view.losses.altitude(slantRange: slant, elevation: elevation)
      let ground = view.earth.groundDistance(slantRange: slant, from: view.antenna, to: altitude) ?? .zero
      return Ray(elevation: elevation, slantRange: slant, groundRange: ground, altitude: altitude)
    }
  }

  /// From where rays touch the ground to the top of the beam, at most straight up.
  public static func elevations(of view: RadarView) -> [Angle] {
    let type = view.model.type
    let horizon = -Angle.radians(acos(min((view.earth.radius + view.ground) / (view.earth.radius + view.antenna), 1)))
    let lowest = max(type.minimumElevation.map { $0 + view.model.tilt } ?? horizon, horizon)
    let highest = min(type.maximumElevation.map { $0 + view.model.tilt } ?? .degrees(90), .degrees(90))
    guard highest > lowest else { return [] }
    // The square of an even step: a hundredth of a degree at the horizon, a degree or less at the top.
    let count = 240
    let rays = (0...count).map { step in
      let share = Double(step) / Double(count)
      // The ends exactly: a rounding error would lie outside the beam.
      return step == 0 ? lowest : step == count ? highest : lowest + (highest - lowest) * (share * share)
    }
    guard let reflection = view.reflection, view.antenna > view.ground else { return rays }
    // Eight rays a lobe, which is λ/2h wide far away, as many lobes from the horizon up as a chart can show.
    let step = reflection.frequency.wavelength / (view.antenna - view.ground) / 16
    let lobes = (1...800).map { horizon + .radians(Double($0) * step) }.filter { $0 > lowest && $0 < highest }
    return (rays + lobes).sorted()
  }
}
