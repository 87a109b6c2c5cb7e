import Coverage
import Foundation
import Geodesy
import Planning
import Radar
import Scenario
import Synchronization
import TestSupport
import Testing
import Units

/// How often each interval holds the true value.
private struct Tally: Sendable {
  var height = 0
  var scale = 0
  var mask = 0
  var heights = 0
  var scales = 0
  var masks = 0
  var falseMasks = 0
}

private func holds(_ finding: FitFinding, _ truth: Double) -> Bool {
  guard let low = finding.low, let high = finding.high else { return false }
  return (low...high).contains(truth)
}

@Test func `the true antenna, range and mask lie within their intervals about as often as stated`() throws {
  // Unoptimised code takes twenty times as long.
  #if DEBUG
    let runs = 24
  #else
    let runs = 200
  #endif
  let tally = Mutex(Tally())
  DispatchQueue.concurrentPerform(iterations: runs) { run in
    var random = SplitMix(seed: UInt64(1000 + run))
    var simulation = FitSimulation()
    simulation.antennaHeight = random.next(in: 12...40)
    simulation.rangeScale = random.next(in: 0.65...0.95)
    let sector = Int(random.next(in: 0...11.99))
    let elevation = random.next(in: 0.5...1.5)
    simulation.mask[sector] = elevation
    guard let fit = try? Fit.run(simulation.scenario, simulation.question(600, seed: UInt64(run))) else { return }
    tally.withLock { tally in
      if fit.antennaHeight.value != nil {
        tally.heights += 1
        if holds(fit.antennaHeight, simulation.antennaHeight) { tally.height += 1 }
      }
      if fit.rangeScale.value != nil {
        tally.scales += 1
        if holds(fit.rangeScale, simulation.rangeScale) { tally.scale += 1 }
      }
      if fit.masks[sector].isNeeded {
        tally.masks += 1
        if holds(fit.masks[sector].elevation, elevation) { tally.mask += 1 }
      }
      tally.falseMasks += fit.masks.indices.count { $0 != sector && fit.masks[$0].isNeeded }
    }
  }
  let found = tally.withLock { $0 }
  // Such data determine height and range nearly always. Of 200 intervals of 95 %, 190 hold on average; 4 standard
  // deviations of the binomial are 12.3.
  #expect(found.heights * 100 >= runs * 95 && found.scales * 100 >= runs * 98, "\(found)")
  for (count, of) in [(found.height, found.heights), (found.scale, found.scales), (found.mask, found.masks)] {
    let mean = 0.95 * Double(of)
    #expect(abs(Double(count) - mean) <= 4 * (mean * 0.05).squareRoot() + 0.5, "\(found)")
  }
  // Eleven sectors have no mask in each run: one asked for in vain in fewer than 1 of 100 of them.
  #expect(found.masks * 100 >= runs * 90 && found.falseMasks * 9 < max(runs, 24), "\(found)")
}

/// Were a plot within a revisit to vouch for the looks before and after it too, a radar that sees 85 % of its looks would be
/// said to see 99.7 %, and every edge would lie a look farther out.
@Test func `a reference denser than the looks moves neither edges nor the probability of a look`() throws {
  let tally = Mutex((Tally(), 0, 0))
  DispatchQueue.concurrentPerform(iterations: 12) { run in
    var simulation = FitSimulation()
    simulation.antennaHeight = 22
    guard let fit = try? Fit.run(simulation.scenario, simulation.tracks(40, looks: 60, seed: UInt64(run))) else {
      return
    }
    let inside = fit.looks.count { look in
      let degrees = look.azimuth.degrees
      return simulation.covers(
        azimuth: degrees < 0 ? degrees + 360 : degrees, distance: look.distance.metres, height: look.altitude.metres)
    }
    // Five standard deviations of a share of so many looks, of which some lie within the blurred edge.
    let spread = 5 * (0.85 * 0.15 / Double(max(inside, 1))).squareRoot()
    tally.withLock { tally in
      if holds(fit.antennaHeight, simulation.antennaHeight) { tally.0.height += 1 }
      if holds(fit.rangeScale, simulation.rangeScale) { tally.0.scale += 1 }
      tally.0.falseMasks += fit.masks.count { $0.isNeeded }
      if let seen = fit.seenWithin, abs(seen - 0.85) < spread + 0.01 { tally.1 += 1 }
      if fit.looks.count <= 40 * 60 + 40 { tally.2 += 1 }
    }
  }
  let (found, probabilities, counts) = tally.withLock { $0 }
  // Of 12 intervals of 95 %, 11.4 hold on average; 4 standard deviations are 3.0.
  #expect(found.height >= 8 && found.scale >= 8, "\(found)")
  #expect(found.falseMasks <= 3 && probabilities == 12 && counts == 12, "\(found) \(probabilities) \(counts)")
}

@Test func `bands of a scenario count at their median, not at their worst`() throws {
  let simulation = FitSimulation()
  let question = simulation.question(600, seed: 5)
  let plain = try Fit.run(simulation.scenario, question)
  var scenario = simulation.scenario
  scenario.doubt = Doubt(
    low: .init(k: 1.14, percent: 99), median: .init(k: scenario.effectiveEarthFactor, percent: 50),
    high: .init(k: 1.5, percent: 1), crossSectionSpread: Decibels(6))
  scenario.effectiveEarthFactor = 1.14
  scenario.coverageTarget.crossSection = scenario.coverageTarget.crossSection / Decibels(6).ratio
  let fit = try Fit.run(scenario, question)
  let (a, b) = (try #require(plain.rangeScale.value), try #require(fit.rangeScale.value))
  // The same model but for the rounding of the cross-section; with the worst, the scale would be 10^(6/40), 1.41 times it.
  #expect(abs(a / b - 1) < 1e-9)
  #expect(plain.antennaHeight.value.map { abs($0 - (fit.antennaHeight.value ?? 0)) < 1e-6 } == true)
}

@Test func `without observations nothing is found and nothing changes`() throws {
  let simulation = FitSimulation()
  let fit = try Fit.run(
    simulation.scenario, FitQuestion(ObservedFile(name: "none", form: .plots, observations: [])))
  #expect(fit.looks.isEmpty && !fit.isDetermined && fit.fittedStation == fit.station)
  #expect(fit.antennaHeight == .undetermined && fit.rangeScale == .undetermined)
  #expect(fit.masks.allSatisfy { $0.elevation == .undetermined && !$0.isNeeded })
}

@Test func `plots alone give bounds that the truth keeps, and change nothing`() throws {
  for seed in 0..<8 as Range<UInt64> {
    var simulation = FitSimulation()
    simulation.outside = 0
    simulation.altitudeError = 0
    simulation.positionError = 0
    let fit = try Fit.run(simulation.scenario, simulation.question(800, seed: seed, isTrafficKnown: false))
    #expect(!fit.isTrafficKnown && !fit.isDetermined && fit.fittedStation == fit.station)
    #expect(fit.groups[0].onlyModel == 0 && fit.groups[0].neither == 0)
    let height = try #require(fit.antennaHeight.low)
    let scale = try #require(fit.rangeScale.low)
    // Exact plots: the sphere of the simulation and the ellipsoid differ by less than a third of a per cent of a distance.
    #expect(height <= 20.3 && scale <= 0.85 * 1.004 && scale > 0.6)
    #expect(fit.masks.allSatisfy { $0.elevation.value == nil })
  }
}

@Test func `the same looks give the same answer for any number of workers`() throws {
  let simulation = FitSimulation()
  var question = simulation.question(300, seed: 7)
  let one = try Fit.run(simulation.scenario, question)
  question.workers = 4
  let four = try Fit.run(simulation.scenario, question)
  #expect(one.antennaHeight == four.antennaHeight && one.rangeScale == four.rangeScale && one.reaches == four.reaches)
}

@Test func `a fitted radar sees what the fit says it sees`() throws {
  var simulation = FitSimulation()
  simulation.mask[3] = 1
  let scenario = simulation.scenario
  let fit = try Fit.run(scenario, simulation.question(1500, seed: 3))
  #expect(fit.isDetermined && fit.masks[3].isNeeded)
  var measured = scenario
  measured.sites[0].antennaHeight = fit.fittedStation.antennaHeight
  measured.sites[0].rangeScale = fit.fittedStation.rangeScale
  measured.sites[0].horizonMask = fit.fittedStation.horizonMask
  let network = measured.network(adding: nil)
  var differing = 0
  for look in fit.looks {
    let margin = network.margin(
      station: 0, position: look.position, altitude: .aboveSeaLevel(look.altitude), target: fit.target)
    // Looks on the very edge: the range and the mask of looks are on the ellipsoid's curvature, those of a smooth Earth on
    // its mean sphere, which differ by 0.4 % at most.
    if margin.magnitude > look.distance * 0.004, (margin > .zero) != (look.fittedCause == nil) { differing += 1 }
  }
  #expect(differing == 0)
  // And the fit of the fitted radar, whose ranges are looked at from another height, finds what the first one found.
  let again = try Fit.run(measured, simulation.question(1500, seed: 3))
  #expect(try holds(fit.antennaHeight, #require(again.antennaHeight.value)))
  #expect(try holds(fit.rangeScale, #require(again.rangeScale.value)))
}

@Test func `an edge is the radar's own, as rings have it`() throws {
  var points: [Observation] = []
  for degrees in 0..<360 {
    for height in [3000.0, 9000] {
      let distance = FitSimulation.horizon(20) + FitSimulation.horizon(height)
      let place = Ellipsoid.wgs84.direct(
        from: FitSimulation.site, azimuth: .degrees(Double(degrees)), distance: .metres(distance)
      ).position
      points.append(Observation(position: place, altitude: .aboveSeaLevel(.metres(height))))
    }
  }
  var simulation = FitSimulation()
  simulation.range = 600_000
  let file = ObservedFile(
    name: "rings", form: .rings, observations: points, centre: FitSimulation.site, earthFactor: 4.0 / 3)
  let fit = try Fit.run(simulation.scenario, FitQuestion(file))
  #expect(fit.isTrafficKnown && holds(fit.antennaHeight, 20))
  #expect(fit.rangeScale.value == nil && fit.masks.allSatisfy { !$0.isNeeded })
}

@Test func `what lies where the radar cannot see asks what is wrong with the file`() throws {
  let simulation = FitSimulation()
  let (plots, _) = simulation.run(100, seed: 1)
  func failure(_ change: (inout Observation) -> Void, radar: String? = nil) -> String {
    let moved = plots.map { plot in
      var plot = plot
      change(&plot)
      return plot
    }
    do {
      _ = try Fit.run(
        simulation.scenario,
        FitQuestion(ObservedFile(name: "f", form: .plots, observations: moved), radar: radar))
      return ""
    } catch { return "\(error)" }
  }
  #expect(
    failure { plot in
      plot.position = Position(
        latitudeDegrees: plot.position.longitudeDegrees, longitudeDegrees: plot.position.latitudeDegrees)
    }.contains("swapped"))
  #expect(failure { $0.position = Position(latitudeDegrees: 48, longitudeDegrees: 11) }.contains("--crs"))
  #expect(failure { $0.altitude = nil }.contains("--altitude"))
  #expect(failure({ _ in }, radar: "hil").contains("did you mean “hill”"))
  #expect(failure { $0.radar = "hil" }.contains("did you mean “hill”"))
  #expect(failure { _ in }.isEmpty)
}

@Test func `a silent radar is not a blind one`() throws {
  let simulation = FitSimulation()
  let (plots, traffic) = simulation.run(400, seed: 5)
  // The radar stops for the second half of the day; the traffic goes on.
  let half = (traffic[200].seconds ?? 0)
  var question = FitQuestion(
    ObservedFile(name: "plots", form: .plots, observations: plots.filter { ($0.seconds ?? 0) < half }))
  question.reference = ObservedFile(name: "traffic", form: .plots, observations: traffic)
  let fit = try Fit.run(simulation.scenario, question)
  // Twelve seconds before the last plot and after it still count.
  #expect(
    fit.looks.filter { !$0.isSeen }.count < 200 && fit.warnings.contains { $0.text.contains("may have been off") })
}

@Test func `plots of other times than the reference's tracks, or elsewhere, are refused with what to check`() throws {
  let simulation = FitSimulation()
  for hours in [-5.0, 3] {
    var question = simulation.tracks(6, looks: 40, seed: 3)
    for index in question.observed.observations.indices {
      question.observed.observations[index].seconds! += hours * 3600
    }
    let error = #expect(throws: FitError.self) { try Fit.run(simulation.scenario, question) }
    #expect(error?.code == .times && error?.description.contains("zone") == true, "\(hours): \(error as Any)")
    #expect(error?.description.contains(hours < 0 ? "earlier" : "later") == true)
  }
  var question = simulation.tracks(6, looks: 40, seed: 3)
  for index in question.observed.observations.indices {
    // Half a degree is 55 km: still within the radar's range, and far from where the aircraft was.
    let place = question.observed.observations[index].position
    question.observed.observations[index].position = Position(
      latitudeDegrees: place.latitudeDegrees + 0.5, longitudeDegrees: place.longitudeDegrees)
  }
  let error = #expect(throws: FitError.self) { try Fit.run(simulation.scenario, question) }
  #expect(error?.code == .position && error?.description.contains("exchanged") == true, "\(error as Any)")
}
