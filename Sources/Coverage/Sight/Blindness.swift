internal import Foundation

/// Why a radar does not see a target at a place and a height.
///
/// Where several reasons hold, the first in this order is reported: first what the place itself says, then the radar's own
/// limits, which no mast fixes, then terrain. What is unknown is reported as such even where known ground may hide the target
/// as well.
public enum Blindness: String, Sendable, Hashable, CaseIterable {
  /// The height lies below the ground of the place.
  case belowGround
  /// A secondary radar and a target without a transponder.
  case transponder
  /// The azimuth lies in a blind sector.
  case sector
  /// Farther than the radar's range for the target.
  case range
  /// Nearer than the radar's minimum range.
  case minimumRange
  /// Below the radar's beam.
  case belowBeam
  /// Above the radar's beam, in the cone of silence.
  case aboveBeam
  /// The ground on the way or at the place is unknown.
  case unknownTerrain
  /// The bulge of the Earth hides the target and would do so over smooth ground as well.
  ///
  /// Smooth ground is a sphere at the mean level of the ground between antenna and target, or at the level under either of
  /// them where that is lower: the bulge of a plateau is a horizon, and so is that of a plain in front of a summit.
  case horizon
  /// Ground that stands out above smooth ground hides the target.
  case ridge
  /// A receiver of broadcast positions and a target that broadcasts none; reported where ``transponder`` is.
  case broadcast
  /// Within range and beam, but a look detects with less than the wanted probability.
  case probability
  /// In the line of sight, but so near the edge of a shadow that diffraction takes too much of a look.
  case diffraction

  /// The blindness that a limit of the radar causes.
  package init(_ cause: RadarLimits.Cause) {
    self =
      switch cause {
      case .transponder: .transponder
      case .sector: .sector
      case .range: .range
      case .minimumRange: .minimumRange
      case .belowBeam: .belowBeam
      case .aboveBeam: .aboveBeam
      case .broadcast: .broadcast
      case .probability: .probability
      }
  }
}

extension SightGeometry {
  /// Whether a target is beyond the horizon over smooth ground at the lowest of some levels, metres.
  func isBehindHorizon(distance: Double, target: Double, overGroundAt levels: [Double]) -> Bool {
    let known = levels.filter { !$0.isNaN }
    guard let level = known.min(), let reach = horizon(target: target, overGroundAt: level) else { return false }
    return distance > reach
  }
}

extension SightLine {
  /// Why a radar with its antenna at this line's start does not see the target; nil when it does.
  /// - Parameter limits: The radar's own limits, for an antenna of this line's altitude.
  public func blindness(within limits: RadarLimits) -> Blindness? {
    if cause == .belowGround { return cause }
    return limits.cause(at: targetAltitude, groundDistance: profile.distance, azimuth: profile.azimuth).map(
      Blindness.init) ?? cause
  }
}
