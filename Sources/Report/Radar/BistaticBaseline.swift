public import Coverage
internal import Foundation
internal import Geodesy
internal import Radar
public import Scenario
public import Units

/// What a passive sensor makes of one illuminator: a baseline, and the oval of Cassini around it.
///
/// The tables of a type are those of a monostatic equivalent, an illuminator at the receiver's own place. With a baseline the
/// product of both distances counts, so that there is no one range.
public struct BistaticBaseline: Sendable, Hashable {
  /// The receiver's type.
  public var typeID: String
  /// The site where it stands, or would.
  public var site: String
  /// The transmitter.
  public var illuminator: Illuminator
  /// The distance between both.
  public var length: Length
  /// The cross-section of the target.
  public var crossSection: Area
  /// The constant of the oval, √(distance to the illuminator × distance to the receiver).
  public var equivalentRange: Length

  /// The greatest distance from the receiver at which a target is detected: on the line of both, L/2 + √(L²/4 + κ²).
  /// - Source: Willis, Bistatic Radar, 2nd ed., SciTech 2005, § 4.2.
  public var farthest: Length {
    let half = length.metres / 2
    return .metres(half + (half * half + equivalentRange.metres * equivalentRange.metres).squareRoot())
  }

  /// Whether the ground that is covered is one area; otherwise there is one around each place.
  public var isOneArea: Bool { length <= equivalentRange * 2 }

  /// The baselines of every passive sensor that stands in a scenario or that a purchase of it buys.
  public static func all(of scenario: Scenario, for crossSection: Area) -> [BistaticBaseline] {
    let stations = scenario.existingStations + scenario.purchases.flatMap { scenario.stations(adding: $0) }
    var seen: Set<[String]> = []
    return stations.flatMap { station -> [BistaticBaseline] in
      guard case .illuminators(let illuminators) = station.partners,
        seen.insert([station.id, station.type.id]).inserted
      else { return [] }
      return illuminators.map { illuminator in
        BistaticBaseline(
          typeID: station.type.id, site: station.id, illuminator: illuminator,
          length: Ellipsoid.wgs84.distance(from: station.position, to: illuminator.position),
          crossSection: crossSection,
          equivalentRange: station.type.equivalentRange(
            of: crossSection, eirp: illuminator.eirp, frequency: illuminator.frequency) * station.rangeScale)
      }
    }
  }

  /// For reading: `site a to Morro (20 kW, 600 MHz): baseline 42.1 km, √(R_T·R_R) 35.2 km for 1 m², …`.
  var text: String {
    let power = "\(illuminator.eirp.kilowatts.significant(4)) kW, \(illuminator.frequency.megahertz.significant(6)) MHz"
    return
      "\(site) to \(illuminator.id) (\(power)): baseline \(length.text), √(R_T·R_R) \(equivalentRange.text) for "
      + "\(crossSection.crossSectionText), "
      + (isOneArea
        ? "up to \(farthest.text) from the receiver" : "an area around each, as the baseline is longer than twice that")
  }

  /// What has to be known of the tables of a passive type.
  static let caution =
    "bistatic: ranges are those of the monostatic equivalent, an illuminator at the receiver’s place (baseline 0); with a "
    + "baseline the product of both distances counts"
}
