internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Radar
internal import Scenario
internal import Synchronization
internal import Terrain
internal import Units

/// The Earth around one radar: how high a target has to be to be in sight of an antenna, over terrain or over a smooth Earth.
struct FitGround: Sendable {
  let station: RadarStation
  let target: Target
  let k: Double
  /// Altitude above mean sea level of the ground under the antenna.
  let siteGround: Length
  private let network: SmoothEarthCoverage
  private let terrain: Terrain?
  private let grid: Grid<Float>?

  /// Most posts of terrain that are held in memory; where more lie around, each way reads its own.
  private static let mostPosts = 60_000_000

  /// - Parameter farthest: The farthest place that will be asked for.
  init(_ station: RadarStation, of scenario: Scenario, farthest: Length) throws(FitError) {
    self.station = station
    k = scenario.effectiveEarthFactor
    network = SmoothEarthCoverage(
      stations: [station], groundElevation: scenario.groundElevation, earth: EffectiveEarth(k: k))
    terrain = scenario.terrain
    var target = scenario.coverageTarget
    // Whatever a secondary radar reported has a transponder.
    target = target.giving(station.type.kind.rule.signal)
    self.target = target
    guard let terrain else {
      siteGround = network.antennaHeight(of: station) - station.antennaHeight + scenario.groundElevation
      grid = nil
      return
    }
    do {
      let ground = try terrain.elevation(at: station.position)
      guard let ground = station.surveyedAntenna.map({ $0 - station.antennaHeight }) ?? ground else {
        throw FitError(
          .terrain, "the terrain is unknown at the site of “\(station.id)”",
          remedy: "name terrain that holds the site, or state its elevation with elevation_is: surveyed")
      }
      siteGround = ground
    } catch let error as FitError { throw error } catch { throw FitError(.terrain, "\(error)") }
    // What stands on the ground is looked up along each way.
    guard terrain.cover == nil else {
      grid = nil
      return
    }
    grid = try? terrain.read(around: station.position, radius: farthest * 1.02 + .kilometres(1), limit: Self.mostPosts)
  }

  var isSmooth: Bool { terrain == nil }

  /// The station as fitted, its antenna at a height above its ground.
  func station(antennaHeight: Length, rangeScale: Double, mask: HorizonMask) -> RadarStation {
    var station = station
    station.antennaAltitude = station.antennaAltitude.map { $0 + antennaHeight - station.antennaHeight }
    station.antennaHeight = antennaHeight
    station.rangeScale = rangeScale
    station.horizonMask = mask
    return station
  }

  /// The radar's own limits.
  func limits(of station: RadarStation) -> RadarLimits {
    made.limits(of: station) {
      RadarLimits(of: station, antennaAltitude: siteGround + station.antennaHeight, target: target, k: k)
    }
  }

  private let made = Made()

  /// Limits, which looks make dear, made once for each station as it is given.
  private final class Made: Sendable {
    private let limits = Mutex<[RadarStation: RadarLimits]>([:])

    func limits(of station: RadarStation, _ make: () -> RadarLimits) -> RadarLimits {
      if let found = limits.withLock({ $0[station] }) { return found }
      let new = make()
      limits.withLock { $0[station] = new }
      return new
    }
  }

  /// Altitudes above mean sea level for heights above ground; nil where the ground is unknown.
  func groundElevations(at positions: [Position]) throws(FitError) -> [Length?] {
    guard let terrain else { return positions.map { _ in network.groundElevation } }
    do { return try terrain.elevations(at: positions) } catch { throw FitError(.terrain, because: error) }
  }

  /// The way to a place; nil over a smooth Earth.
  private func profile(to position: Position) throws(FloorError) -> SightProfile? {
    guard let terrain else { return nil }
    if let grid { return try .along(from: station.position.place, to: position.place, over: grid) }
    return try .along(from: station.position, to: position, over: terrain)
  }

  /// The lowest altitudes in sight over a place, for antennas at heights above the site's ground.
  /// - Returns: One altitude for each height; nil where ground is unknown.
  func lowestVisible(_ look: FitLook, antennaHeights: [Length]) throws(FloorError) -> [Length]? {
    guard let profile = try profile(to: look.position) else {
      return antennaHeights.map { smooth($0, look.distance) }
    }
    var altitudes: [Length] = []
    for height in antennaHeights {
      guard let lowest = profile.lowestVisibleAltitude(antenna: siteGround + height, k: k) else { return nil }
      altitudes.append(lowest)
    }
    return altitudes
  }

  /// Over a smooth Earth: the tangent from the antenna to the ground, and beyond its foot what it rises to again,
  /// R/cos((d − d₁)/R) − R with the horizon of the antenna at d₁.
  private func smooth(_ antennaHeight: Length, _ distance: Length) -> Length {
    let antenna = siteGround - network.groundElevation + antennaHeight
    let beyond = distance - network.earth.horizonDistance(from: antenna)
    guard beyond > .zero else { return network.groundElevation }
    let radius = network.earth.radius.metres
    let angle = beyond.metres / radius
    guard angle < 1.5 else { return .metres(.infinity) }
    let half = sin(angle / 2)
    return network.groundElevation + .metres(radius * 2 * half * half / cos(angle))
  }

  /// Why a station as given does not see a look.
  func cause(_ look: FitLook, by station: RadarStation, lowest: Length?, ground: Length?) -> Blindness? {
    if let ground, look.altitude < ground { return .belowGround }
    let own = limits(of: station).cause(
      at: look.altitude, groundDistance: look.distance, azimuth: look.azimuth)
    if let own { return Blindness(own) }
    guard let lowest else { return .unknownTerrain }
    guard look.altitude < lowest else { return nil }
    return isSmooth ? .horizon : .ridge
  }

  /// How far along an azimuth a station sees a target at an altitude: the farthest place, nil where it sees none.
  func reach(of station: RadarStation, azimuth: Angle, altitude: Length, within range: Length) throws(FloorError)
    -> Length?
  {
    let limits = limits(of: station)
    func allowed(_ distance: Length) -> Bool {
      limits.cause(at: altitude, groundDistance: distance, azimuth: azimuth) == nil
    }
    let end = Ellipsoid.wgs84.direct(from: station.position, azimuth: azimuth, distance: range).position.normalized
    guard let profile = try profile(to: end) else {
      let steps = 2000
      for step in stride(from: steps, through: 1, by: -1) {
        let distance = range * (Double(step) / Double(steps))
        if altitude >= smooth(station.antennaHeight, distance), allowed(distance) { return distance }
      }
      return nil
    }
    let lowest = profile.lowestVisibleAltitudes(antenna: siteGround + station.antennaHeight, k: k)
    for (sample, lowest) in zip(profile.samples, lowest).reversed() {
      if let lowest, altitude >= lowest, allowed(sample.distance) { return sample.distance }
    }
    return nil
  }
}
