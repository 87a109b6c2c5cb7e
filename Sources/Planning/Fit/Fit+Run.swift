internal import Coverage
internal import Foundation
internal import Geodesy
internal import Radar
public import Scenario
internal import Synchronization
internal import Units

extension Fit {
  /// Most looks that are evaluated; of more, evenly chosen ones are taken.
  static let mostLooks = 20_000

  /// Compares the model of a radar with observations, and fits it to them.
  ///
  /// The same files give the same bits for any number of workers. Bands of the scenario count at their median.
  /// - Throws: ``LookupError`` for an unknown radar; ``FitError``.
  public static func run(_ stated: Scenario, _ question: FitQuestion) throws -> Fit {
    let scenario = stated.atMedian
    let station = try station(question, of: scenario)
    let file = question.observed
    let ownFile = FaultPlace(file: file.name)
    let hasIDs = file.observations.contains { $0.radar != nil }
    var warnings: [FitWarning] = []
    var own = file.observations.filter { !hasIDs || $0.radar == station.id }
    let others = file.observations.filter { hasIDs && $0.radar != nil && $0.radar != station.id }
    if hasIDs, own.isEmpty, !file.observations.isEmpty {
      let ids = Set(file.observations.compactMap(\.radar))
      throw FitError(
        .radar, "\(file.name) has no observations of “\(station.id)”",
        remedy: "it has those of: \(NearestName.choices(for: station.id, among: ids))")
    }
    let ids = Set(scenario.existingStations.map(\.id))
    for id in Set(others.compactMap(\.radar)).subtracting(ids).sorted() {
      let near = NearestName.nearest(to: id, among: ids).map { "; \(NearestName.question([$0]))" } ?? ""
      warnings.append(
        FitWarning(
          .otherRadar, at: ownFile,
          "\(file.name): the scenario has no radar “\(id)”: its observations count as traffic that is known\(near)"))
    }
    try checkPlaces(own, of: station, file.name)
    var traffic = others + (question.reference?.observations ?? [])
    if let reference = question.reference {
      try checkPlaces(reference.observations, of: station, reference.name)
      if reference.observations.contains(where: { $0.radar == station.id }) {
        traffic.removeAll { $0.radar == station.id }
        warnings.append(
          FitWarning(
            .otherRadar, at: FaultPlace(file: reference.name),
            "\(reference.name): observations of “\(station.id)” itself are no reference for it and are left out"))
      }
    }
    // What lies beyond all that a fitted range could reach says nothing of this radar.
    let most = station.type.instrumentedRange * exp(FitSearch.scales.upperBound)
    traffic.removeAll { Ellipsoid.wgs84.distance(from: station.position, to: $0.position) > most }
    own = try withAltitude(own, file.name, &warnings)
    traffic = question.reference == nil && traffic.isEmpty ? [] : try withAltitude(traffic, "the reference", &warnings)
    var evidence = try FitEvidence(
      question, own: own, others: traffic, antenna: station.position, revisit: station.type.revisit)
    warnings += evidence.warnings
    if evidence.items.count > mostLooks {
      warnings.append(
        FitWarning(
          .leftOut, at: ownFile, "\(mostLooks) of \(evidence.items.count) observations are used, evenly chosen"))
      let count = evidence.items.count
      evidence.items = (0..<mostLooks).map { evidence.items[$0 * count / mostLooks] }
    }
    let farthest =
      evidence.items.map { Ellipsoid.wgs84.distance(from: station.position, to: $0.observation.position) }.max()
      ?? .zero
    let ground = try FitGround(station, of: scenario, farthest: max(farthest, .kilometres(10)))
    let sight = try FitSights(evidence.items, ground, question)
    warnings += sight.warnings
    warnings += remarks(question, evidence, station, ground, scenario)
    if stated.doubt != nil {
      warnings.append(
        FitWarning(
          .medianBands,
          "the model is at the median of the scenario's bands: k \(scenario.effectiveEarthFactor.fixed(3)), a cross-section of "
            + "\(ground.target.crossSection.text)"))
    }
    return try answer(scenario, question, station, evidence.isTrafficKnown, ground, sight, warnings)
  }

  private static func withAltitude(
    _ observations: [Observation], _ name: String, _ warnings: inout [FitWarning]
  ) throws(FitError) -> [Observation] {
    let known = observations.filter { $0.altitude != nil }
    guard known.count < observations.count else { return observations }
    guard !known.isEmpty else {
      throw FitError(
        .noAltitude, "\(name) has no altitudes, and how far a radar sees says nothing without how high",
        remedy: "give a column altitude, altitude_amsl or altitude_agl, or state one for all with --altitude")
    }
    warnings.append(
      FitWarning(
        .noAltitude, at: FaultPlace(subject: name),
        "\(observations.count - known.count) of \(observations.count) observations of \(name) have no altitude and are left out"
      ))
    return known
  }

  /// What a reader has to know of the evidence.
  private static func remarks(
    _ question: FitQuestion, _ evidence: FitEvidence, _ station: RadarStation, _ ground: FitGround, _ scenario: Scenario
  ) -> [FitWarning] {
    var warnings: [FitWarning] = []
    let file = FaultPlace(file: question.observed.name)
    func warn(_ code: FitWarningCode, at place: FaultPlace, _ text: String) {
      warnings.append(FitWarning(code, at: place, text))
    }
    if !evidence.isTrafficKnown, !evidence.items.isEmpty {
      warn(
        .plotsOnly, at: file,
        "plots are only where aircraft flew: that none is somewhere does not show that the radar is blind there; "
          + "--reference names traffic that is known, and without it only bounds follow")
    }
    switch question.observed.form {
    case .outline:
      warn(
        .altitudes, at: file,
        "altitudes of a receiver’s outline are barometric, on the standard atmosphere: up to some 300 m from those above sea level"
      )
    case .rings:
      warn(.computed, at: file, "rings are computed and not measured: this compares two models")
    case .plots: break
    }
    if let factor = question.observed.earthFactor, abs(factor - scenario.effectiveEarthFactor) > 0.01 {
      warn(
        .computed, at: file,
        "the rings were computed with k \(factor.fixed(3)), the scenario has \(scenario.effectiveEarthFactor.fixed(3))")
    }
    if let centre = question.observed.centre {
      let apart = Ellipsoid.wgs84.distance(from: centre, to: station.position)
      if apart > .kilometres(1) {
        warn(
          .antennaElsewhere, at: file, "\(question.observed.name) is of an antenna \(apart.text) from “\(station.id)”")
      }
    }
    if ground.target != scenario.coverageTarget {
      warn(
        .transponder, at: FaultPlace(subject: station.id),
        "the target has a transponder, since “\(station.id)” sees no other")
    }
    if !station.horizonMask.isEmpty {
      warn(
        .ownMask, at: FaultPlace(subject: station.id),
        "the horizon mask that “\(station.id)” has is left out of the fit; a fitted one takes its place")
    }
    return warnings
  }
}
