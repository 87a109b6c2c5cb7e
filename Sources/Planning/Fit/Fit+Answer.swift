internal import Coverage
internal import Foundation
internal import Geodesy
internal import Radar
internal import Scenario
internal import Synchronization
internal import Units

extension Fit {
  /// Puts together what was seen, modelled and fitted.
  static func answer(
    _ scenario: Scenario, _ question: FitQuestion, _ station: RadarStation, _ isTrafficKnown: Bool,
    _ ground: FitGround, _ sights: FitSights, _ warnings: [FitWarning]
  ) throws -> Fit {
    let sectors = Int((360 / question.sector.degrees).rounded())
    let (spots, others) = sights.spots(ground, sectors: sectors)
    var warnings = warnings
    if others > 0, question.fits {
      warnings.append(
        FitWarning(
          .leftOut, at: FaultPlace(file: question.observed.name),
          "\(others) of \(sights.looks.count) observations say nothing of height, range or mask: blind sectors, minimum range, "
            + "the cone of silence, unknown ground or an altitude below the ground decide there"))
    }
    let likelihood = FitLikelihood(
      question.fits ? spots : [], heights: sights.heights.map(\.metres), sectors: sectors)
    let result = FitSearch(likelihood: likelihood).run(height: station.antennaHeight.metres)
    let masks = (0..<sectors).map { index in
      let sector = AzimuthSector(
        begin: .degrees(Double(index) * question.sector.degrees),
        end: .degrees(Double(index + 1) * question.sector.degrees))
      return MaskFinding(
        sector: sector, looks: likelihood.bySector[index].count, isNeeded: result.chosen[index] != nil,
        elevation: result.masks[index])
    }
    let mask = HorizonMask(
      masks.compactMap { finding in
        guard finding.isNeeded, let value = finding.elevation.value else { return nil }
        return HorizonMask.Part(sector: finding.sector, lowest: .degrees(value))
      })
    let fitted = ground.station(
      antennaHeight: result.height.value.map { .metres($0) } ?? station.antennaHeight,
      rangeScale: result.scale.value ?? station.rangeScale, mask: mask.isEmpty ? station.horizonMask : mask)
    let looks = sights.looks.enumerated().map { index, look in
      var look = look
      func cause(_ station: RadarStation) -> Blindness? {
        ground.cause(
          look, by: station, lowest: sights.lowest(index, antennaHeight: station.antennaHeight),
          ground: sights.grounds[index])
      }
      (look.cause, look.fittedCause) = (cause(station), cause(fitted))
      return look
    }
    return Fit(
      scenario: scenario, question: question, station: station, fittedStation: fitted, target: ground.target,
      looks: looks, isTrafficKnown: isTrafficKnown,
      groups: FitGroup.groups(looks, sector: question.sector, fitted: false),
      fittedGroups: FitGroup.groups(looks, sector: question.sector, fitted: true),
      reaches: try reaches(looks, station, fitted, ground, workers: question.workers),
      antennaHeight: result.height, rangeScale: result.scale, masks: masks,
      seenWithin: isTrafficKnown && question.fits ? result.noise.within : nil,
      seenOutside: isTrafficKnown && question.fits ? result.noise.outside : nil, warnings: warnings)
  }

  /// How far radar and model see, span by span of azimuths; nothing without looks.
  private static func reaches(
    _ looks: [FitLook], _ station: RadarStation, _ fitted: RadarStation, _ ground: FitGround, workers: Int
  ) throws(FitError) -> [FitReach] {
    let seen = looks.filter(\.isSeen)
    guard !seen.isEmpty else { return [] }
    let median = seen.map(\.altitude).sorted()[seen.count / 2]
    let count = Int(360 / FitReach.width)
    var farthest: [Int: FitLook] = [:]
    for look in seen {
      let degrees = look.azimuth.degrees.truncatingRemainder(dividingBy: 360)
      let index = min(Int((degrees < 0 ? degrees + 360 : degrees) / FitReach.width), count - 1)
      if look.distance > farthest[index]?.distance ?? .zero { farthest[index] = look }
    }
    let far = seen.map(\.distance).max() ?? .zero
    let range = min(max(far * 1.25, .kilometres(5)), max(station.slantRange(of: ground.target), far))
    let results = Mutex<[Int: Result<FitReach, FloorError>]>([:])
    let (ways, stations) = (farthest, (station, fitted))
    Parallel.run(count, workers: workers) { index in
      let look = ways[index]
      let result = Result { () throws(FloorError) in
        var reach = FitReach(
          azimuth: .degrees((Double(index) + 0.5) * FitReach.width), altitude: look?.altitude ?? median)
        reach.observed = look?.distance
        func modelled(_ station: RadarStation) throws(FloorError) -> Length? {
          try ground.reach(
            of: station, azimuth: look?.azimuth ?? reach.azimuth, altitude: reach.altitude, within: range)
        }
        reach.modelled = try modelled(stations.0)
        reach.fitted = try modelled(stations.1)
        return reach
      }
      results.withLock { $0[index] = result }
    }
    let found = results.withLock { $0 }
    var reaches: [FitReach] = []
    for index in 0..<count {
      do { if let reach = try found[index]?.get() { reaches.append(reach) } } catch {
        throw FitError(.terrain, because: error)
      }
    }
    return reaches
  }
}
