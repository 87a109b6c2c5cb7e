internal import Foundation
internal import Geodesy
internal import Radar
internal import Units

extension RadarStation {
  /// What a station needs besides itself to see a target.
  ///
  /// The first station of a multilateration system stands for all of it: what the system sees is what that station sees, so
  /// that a network counts a system as one sensor. Its other stations see nothing of their own.
  public enum Partners: Sendable, Hashable {
    /// Nothing.
    case none
    /// The stations of its system, itself first.
    case stations([RadarStation])
    /// It belongs to the system of another station.
    case member(of: String)
    /// The transmitters whose echoes it receives.
    case illuminators([Illuminator])
  }

  /// Whether what it sees is another station's.
  public var isMember: Bool {
    if case .member = partners { true } else { false }
  }

  /// The station on its own, as it hears what is in its line of sight.
  public var alone: RadarStation {
    var station = self
    station.partners = .none
    return station
  }

  /// The equivalent range √(R_T·R_R) at which a passive sensor detects a target by an illuminator here.
  func equivalentRange(of target: Target, by illuminator: Illuminator) -> Length {
    type.equivalentRange(of: target.crossSection, eirp: illuminator.eirp, frequency: illuminator.frequency) * rangeScale
  }

  /// The greatest distance from a receiver, or from its illuminator, on an oval of Cassini: L/2 + √(L²/4 + κ²).
  ///
  /// On the line through both places, where one distance is L more than the other.
  static func farthest(equivalentRange: Length, baseline: Length) -> Length {
    let half = baseline / 2
    return half + .metres((half.metres * half.metres + equivalentRange.metres * equivalentRange.metres).squareRoot())
  }

  /// The same for a target and an illuminator; altitudes make a baseline a little longer than it is along the ground.
  func farthest(of target: Target, by illuminator: Illuminator) -> Length {
    Self.farthest(equivalentRange: equivalentRange(of: target, by: illuminator), baseline: baseline(to: illuminator))
  }

  /// An upper bound of the distance to an illuminator.
  private func baseline(to illuminator: Illuminator) -> Length {
    Ellipsoid.wgs84.distance(from: position, to: illuminator.position) + .kilometres(10)
  }

  /// Antennas whose lines of sight count besides its own, for some targets.
  func partnerStations(for targets: [Target]) -> [RadarStation] {
    switch partners {
    case .none, .member: return []
    case .stations(let stations): return stations.dropFirst().map(\.alone)
    case .illuminators(let illuminators):
      return illuminators.map { illuminator in
        // It is no farther away from what the receiver shows than the baseline and that.
        let most = instrumentedRange + baseline(to: illuminator)
        return illuminator.station(within: targets.map { min(farthest(of: $0, by: illuminator), most) }.max() ?? .zero)
      }
    }
  }
}
