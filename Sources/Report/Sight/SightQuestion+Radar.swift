internal import Coverage
internal import Geodesy
internal import Interception
internal import Radar
internal import Scenario
internal import Units

extension SightQuestion {
  /// A radar at the start of a line: whether it sees the target there, and where looks count what one look makes of it.
  func judged(_ station: RadarStation, _ target: Target, _ line: SightLine, name: String) -> SightReport.Radar {
    let limits = RadarLimits(of: station, antennaAltitude: line.antennaAltitude, target: target, k: line.k)
    var radar = SightReport.Radar(name: name, blindness: line.blindness(within: limits))
    guard let looks = station.type.looks else { return radar }
    radar.verb = "cover"
    let own = limits.cause(
      at: line.targetAltitude, groundDistance: line.profile.distance, azimuth: line.profile.azimuth)
    // Where range or beam end for every target no look comes.
    guard own == nil || own == .probability || own == .range, line.cause != .belowGround else { return radar }
    let isSoft = looks.wave?.losses.diffraction == true
    guard line.cause == nil || isSoft, let chance = probability(of: station, target, along: line) else { return radar }
    let wanted = looks.settings.probability
    radar.look = (chance, wanted)
    if isSoft, own == nil {
      // The edge of a shadow is soft: what the line of sight hides may be covered, and the other way round.
      radar.blindness = chance >= wanted ? nil : line.cause ?? .diffraction
    }
    return radar
  }

  /// The probability with which one look detects a target, with the gases, rain and diffraction that the scenario counts; nil
  /// where diffraction counts and ground on the way is unknown.
  private func probability(of station: RadarStation, _ target: Target, along line: SightLine) -> Double? {
    guard let look = StationLook(station) else { return nil }
    let earth = EffectiveEarth(k: line.k * line.profile.radiusOfCurvature.metres / EffectiveEarth.meanRadius.metres)
    let slant = earth.slantRange(
      groundDistance: line.profile.distance, from: line.antennaAltitude, to: line.targetAltitude)
    guard slant <= station.instrumentedRange else { return 0 }
    let wave = station.type.looks?.wave
    var lost = 0.0
    if let wave {
      lost +=
        wave.air(from: line.antennaAltitude, over: earth)?
        .twoWay(slantRange: slant, elevation: line.elevation).value ?? 0
      if let edge = wave.diffraction(over: earth) {
        guard let path = line.profile.path else { return nil }
        lost += 2 * edge.loss(along: path, from: line.antennaAltitude, to: line.targetAltitude).total
      }
    }
    return look.probability(
      at: LookGeometry(slantRange: slant, elevation: line.elevation), crossSection: target.crossSection
    ) { _ in Decibels(lost) }.detected
  }
}
