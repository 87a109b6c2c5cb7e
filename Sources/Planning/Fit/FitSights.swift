internal import Coverage
internal import Foundation
internal import Geodesy
internal import Radar
internal import Scenario
internal import Synchronization
internal import Units

/// Looks with what the Earth lets an antenna of any height see of them.
struct FitSights: Sendable {
  private(set) var looks: [FitLook] = []
  /// By look: the lowest altitudes in sight for each of ``heights``; nil where ground is unknown.
  private(set) var lowest: [[Length]?] = []
  /// By look: the ground below; nil where unknown.
  private(set) var grounds: [Length?] = []
  /// Antenna heights above the site's ground, closer where low ones differ more.
  let heights: [Length]
  private(set) var warnings: [FitWarning] = []

  private static let steps = 28
  /// After how many looks the progress is told.
  private static let stride = 100

  init(_ items: [FitEvidence.Item], _ ground: FitGround, _ question: FitQuestion) throws(FitError) {
    let highest = max(100, 3 * ground.station.antennaHeight.metres)
    heights = (0...Self.steps).map { step in
      let part = Double(step) / Double(Self.steps)
      return .metres(highest * part * part)
    }
    let elevations = try ground.groundElevations(at: items.map(\.observation.position))
    var below = 0
    for (item, elevation) in zip(items, elevations) {
      guard let altitude = item.observation.altitude else { continue }
      let metres: Length
      switch altitude {
      case .aboveSeaLevel(let height): metres = height
      case .aboveGround(let height):
        guard let elevation else { continue }
        metres = elevation + height
      }
      if let elevation, metres < elevation { below += 1 }
      let way = Ellipsoid.wgs84.inverse(from: ground.station.position, to: item.observation.position)
      guard way.distance > .metres(1) else { continue }
      looks.append(
        FitLook(
          position: item.observation.position, altitude: metres, azimuth: way.azimuth, distance: way.distance,
          isSeen: item.isSeen, evidence: item.evidence))
      grounds.append(elevation)
    }
    if below > 0 {
      warnings.append(
        FitWarning(
          .altitudes,
          "\(below) of \(looks.count) observations lie below the ground: are altitudes above ground or sea level?"))
    }
    if looks.count < items.count {
      warnings.append(
        FitWarning(
          .leftOut,
          "\(items.count - looks.count) of \(items.count) observations lie over unknown ground or at the antenna and are left out"
        ))
    }
    let results = Mutex<[Int: Result<[Length]?, FloorError>]>([:])
    let all = looks
    let heights = heights
    Parallel.run(all.count, workers: question.workers) { index in
      let result = Result { () throws(FloorError) in try ground.lowestVisible(all[index], antennaHeights: heights) }
      let done = results.withLock { results in
        results[index] = result
        return results.count
      }
      if done % Self.stride == 0 { question.progress?(PlanProgress(.looks, done: done, total: all.count)) }
    }
    let found = results.withLock { $0 }
    for index in all.indices {
      do { lowest.append(try found[index]?.get() ?? nil) } catch { throw FitError(.terrain, because: error) }
    }
  }

  /// The lowest altitude in sight of a look for one antenna height, linear between those computed.
  func lowest(_ index: Int, antennaHeight: Length) -> Length? {
    guard let values = lowest[index] else { return nil }
    let upper = heights.firstIndex { $0 >= antennaHeight } ?? heights.count - 1
    let lower = max(upper - 1, 0)
    let width = heights[upper] - heights[lower]
    guard width > .zero else { return values[upper] }
    return values[lower] + (values[upper] - values[lower]) * ((antennaHeight - heights[lower]) / width)
  }

  /// The spots of a likelihood: looks whose visibility height, range and mask decide.
  /// - Returns: Those, and how many others there are.
  func spots(_ ground: FitGround, sectors: Int) -> (spots: [FitLikelihood.Spot], others: Int) {
    let plain = ground.station(antennaHeight: ground.station.antennaHeight, rangeScale: 1, mask: .init())
    let limits = ground.limits(of: plain)
    let raised = heights.map { height in
      ground.limits(of: ground.station(antennaHeight: height, rangeScale: 1, mask: .init()))
    }
    let earth = EffectiveEarthAt(ground)
    let range = plain.slantRange(of: ground.target)
    var spots: [FitLikelihood.Spot] = []
    var others = 0
    for (index, look) in looks.enumerated() {
      let cause = limits.cause(at: look.altitude, groundDistance: look.distance, azimuth: look.azimuth)
      let isElsewhere = [.transponder, .sector, .minimumRange, .aboveBeam].contains(cause)
      // No aircraft flies in the ground: such an altitude is wrong.
      let isUnderGround = grounds[index].map { look.altitude < $0 } ?? false
      guard let lowest = lowest[index], !isElsewhere, !isUnderGround, range > .zero else {
        others += 1
        continue
      }
      let bounds = zip(lowest, raised).map { lowest, limits -> Double in
        let beam = ground.station.lowestElevation.map {
          limits.altitude(underElevation: $0, groundDistance: look.distance, azimuth: look.azimuth)
        }
        return max(lowest, beam ?? lowest).metres
      }
      let degrees = look.azimuth.degrees.truncatingRemainder(dividingBy: 360)
      let turned = degrees < 0 ? degrees + 360 : degrees
      let sector = min(Int(turned / 360 * Double(sectors)), sectors - 1)
      spots.append(
        FitLikelihood.Spot(
          altitude: look.altitude.metres, distance: look.distance.metres,
          room: log(range.metres / max(earth.slantRange(look, ground.station.antennaHeight).metres, 1)), sector: sector,
          isSeen: look.isSeen, isSample: look.evidence != .plot, lowest: bounds,
          slopes: heights.map { tan(earth.elevation(look, $0).radians) }))
    }
    return (spots, others)
  }
}

/// Slant ranges and elevation angles of looks over the effective Earth.
private struct EffectiveEarthAt {
  let earth: EffectiveEarth
  let ground: FitGround

  init(_ ground: FitGround) {
    self.ground = ground
    earth = EffectiveEarth(k: ground.k)
  }

  func slantRange(_ look: FitLook, _ height: Length) -> Length {
    earth.slantRange(groundDistance: look.distance, from: ground.siteGround + height, to: look.altitude)
  }

  func elevation(_ look: FitLook, _ height: Length) -> Angle {
    earth.elevation(groundDistance: look.distance, from: ground.siteGround + height, to: look.altitude)
  }
}
