import Coverage
import Foundation
import Geodesy
import Planning
import Radar
import Scenario
import TestSupport
import Units

/// A radar and its traffic as textbooks have them, made without a line of ours that computes coverage: a sphere of 4/3 of
/// the Earth's mean radius R, on which an aircraft at height h is in sight of an antenna at height H up to the distance
/// R acos(R/(R + H)) + R acos(R/(R + h)), within a slant range by the law of cosines, and above an elevation angle.
struct FitSimulation {
  var antennaHeight = 20.0
  var rangeScale = 0.85
  /// Lowest elevation angles of twelve sectors of 30°, degrees; nil for none.
  var mask = [Double?](repeating: nil, count: 12)
  /// What the scenario says of the radar.
  var statedHeight = 10.0
  var range = 150_000.0
  /// Probability of a look within the coverage, and outside of it.
  var within = 0.85
  var outside = 0.005
  /// Standard deviations of the recorded altitude, metres, and of the position, metres.
  var altitudeError = 15.0
  var positionError = 100.0

  private static let radius = 6_371_008.8
  private static let bent = radius * 4 / 3
  static let site = Position(latitudeDegrees: -12, longitudeDegrees: -73)

  static func horizon(_ height: Double) -> Double { bent * acos(bent / (bent + height)) }

  static func slantRange(_ distance: Double, _ a: Double, _ b: Double) -> Double {
    let (p, q) = (bent + a, bent + b)
    return (p * p + q * q - 2 * p * q * cos(distance / bent)).squareRoot()
  }

  static func elevation(_ distance: Double, _ a: Double, _ b: Double) -> Double {
    let angle = distance / bent
    return atan2((bent + b) * cos(angle) - (bent + a), (bent + b) * sin(angle)) * 180 / .pi
  }

  func covers(azimuth: Double, distance: Double, height: Double) -> Bool {
    let lowest = mask[min(Int(azimuth / 30), 11)]
    return Self.horizon(antennaHeight) + Self.horizon(height) >= distance
      && Self.slantRange(distance, antennaHeight, height) <= rangeScale * range
      && (lowest.map { Self.elevation(distance, antennaHeight, height) >= $0 } ?? true)
  }

  /// On the sphere of the Earth's mean radius.
  private static func place(azimuth: Double, distance: Double) -> Position {
    let (angle, z) = (distance / radius, azimuth * .pi / 180)
    let (latitude, longitude) = (site.latitudeDegrees * .pi / 180, site.longitudeDegrees * .pi / 180)
    let north = asin(sin(latitude) * cos(angle) + cos(latitude) * sin(angle) * cos(z))
    let east =
      longitude + atan2(sin(z) * sin(angle) * cos(latitude), cos(angle) - sin(latitude) * sin(north))
    return Position(latitudeDegrees: north * 180 / .pi, longitudeDegrees: east * 180 / .pi)
  }

  /// Traffic and what the radar reports of it.
  func run(_ count: Int, seed: UInt64) -> (plots: [Observation], traffic: [Observation]) {
    var random = SplitMix(seed: seed)
    func normal() -> Double {
      (-2 * log(random.next(in: 1e-300...1))).squareRoot() * cos(2 * .pi * random.next(in: 0...1))
    }
    var (plots, traffic): ([Observation], [Observation]) = ([], [])
    for number in 0..<count {
      let azimuth = random.next(in: 0...360)
      let distance = random.next(in: 0.02...1).squareRoot() * range * 1.15
      let height = exp(random.next(in: log(100)...log(8000)))
      let isSeen =
        random.next(in: 0...1) < (covers(azimuth: azimuth, distance: distance, height: height) ? within : outside)
      let look = Observation(
        seconds: 1_430_000_000 + Double(number) * 15, track: "t\(number)",
        position: Self.place(azimuth: azimuth, distance: distance + positionError * normal()),
        altitude: .aboveSeaLevel(.metres(max(height + altitudeError * normal(), 10))))
      traffic.append(look)
      if isSeen { plots.append(look) }
    }
    return (plots, traffic)
  }

  /// Aircraft on straight tracks, followed by a reference each second, and what a radar that looks each ten seconds at a
  /// phase of its own reports of them.
  func tracks(_ count: Int, looks: Int, seed: UInt64) -> FitQuestion {
    var random = SplitMix(seed: seed)
    var (plots, traffic): ([Observation], [Observation]) = ([], [])
    let phase = random.next(in: 0...10)
    for number in 0..<count {
      let height = exp(random.next(in: log(100)...log(6000)))
      let (azimuth, distance) = (random.next(in: 0...360), random.next(in: 0.1...1.1) * range)
      let (heading, speed) = (random.next(in: 0...2 * .pi), random.next(in: 50...120))
      let (north, east) = (distance * cos(azimuth * .pi / 180), distance * sin(azimuth * .pi / 180))
      let start = 1_430_000_000 + Double(number) * 60
      func observation(_ time: Double) -> (Observation, isCovered: Bool) {
        let (y, x) = (north + speed * time * cos(heading), east + speed * time * sin(heading))
        let turned = atan2(x, y) * 180 / .pi
        let azimuth = turned < 0 ? turned + 360 : turned
        let far = (x * x + y * y).squareRoot()
        return (
          Observation(
            seconds: start + time, track: "t\(number)", position: Self.place(azimuth: azimuth, distance: far),
            altitude: .aboveSeaLevel(.metres(height))),
          covers(azimuth: azimuth, distance: far, height: height)
        )
      }
      for second in 0..<(looks * 10) { traffic.append(observation(Double(second)).0) }
      for look in 0..<looks {
        let (plot, isCovered) = observation(Double(look) * 10 + phase)
        if random.next(in: 0...1) < (isCovered ? within : outside) { plots.append(plot) }
      }
    }
    var question = FitQuestion(ObservedFile(name: "plots", form: .plots, observations: plots))
    question.reference = ObservedFile(name: "traffic", form: .plots, observations: traffic)
    return question
  }

  var scenario: Scenario {
    let type = RadarType(
      id: "r", name: "R", kind: .primary, instrumentedRange: .metres(range), detectionRange: .metres(range),
      referenceCrossSection: .squareMetres(1), antennaHeight: .metres(statedHeight), revisit: .seconds(10))
    let site = Scenario.Site(
      id: "hill", name: "Hill", position: Self.site, elevation: .zero, radar: type, antennaHeight: nil)
    return Scenario(name: "Sphere", groundElevation: .zero, radarTypes: [type], sites: [site])
  }

  /// The question of a run.
  func question(_ count: Int, seed: UInt64, isTrafficKnown: Bool = true) -> FitQuestion {
    let (plots, traffic) = run(count, seed: seed)
    var question = FitQuestion(ObservedFile(name: "plots", form: .plots, observations: plots))
    if isTrafficKnown { question.reference = ObservedFile(name: "traffic", form: .plots, observations: traffic) }
    return question
  }
}
