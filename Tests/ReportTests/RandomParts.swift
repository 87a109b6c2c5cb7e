import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Planning
import Radar
import Response
import Scenario
import Terrain
import TestSupport
import Testing
import Units

@testable import Report

/// Radars and assets made at random.
enum RandomParts {
  static func sectors(_ random: inout SplitMix) -> [AzimuthSector] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let begin = random.next(in: 0...360)
      return AzimuthSector(
        begin: .degrees(begin), end: .degrees((begin + random.next(in: 1...120)).truncatingRemainder(dividingBy: 360)))
    }
  }

  static func site(_ number: Int, at position: Position, range: Double, _ random: inout SplitMix) -> Scenario.Site {
    let isSecondary = Int.random(in: 0..<3, using: &random) == 0
    let detection = random.next(in: 0.3...1.2) * range
    let type = RadarType(
      id: "t\(number)", name: "t\(number)", kind: isSecondary ? .secondary : .primary,
      instrumentedRange: .metres(range), detectionRange: .metres(detection), referenceCrossSection: .squareMetres(2),
      minimumRange: Bool.random(using: &random) ? .zero : .metres(random.next(in: 500...8000)),
      antennaHeight: .metres(random.next(in: 5...40)),
      minimumElevation: Bool.random(using: &random) ? nil : .degrees(random.next(in: -1...1.5)),
      maximumElevation: Bool.random(using: &random) ? nil : .degrees(random.next(in: 10...45)))
    return Scenario.Site(
      id: "r\(number)", name: "", position: position,
      elevation: Int.random(in: 0..<4, using: &random) == 0 ? nil : .metres(random.next(in: 0...2500)), radar: type,
      antennaHeight: nil, tilt: Bool.random(using: &random) ? .zero : .degrees(random.next(in: -1...1)),
      blindSectors: sectors(&random))
  }

  static func assets(at position: Position, _ random: inout SplitMix) -> [Asset] {
    let base = Base(id: "base", name: "Base", position: position, elevation: nil)
    return (0..<4).map { number in
      let aircraft = Aircraft(
        id: "a\(number)", name: "a\(number)", kind: number == 0 ? .helicopter : .aeroplane,
        cruise: .kilometresPerHour(random.next(in: 180...900)), departureAllowance: .minutes(random.next(in: 0...8)),
        landingAllowance: .minutes(random.next(in: 0...6)),
        endurance: number == 1 ? nil : .minutes(random.next(in: 30...150)), reserve: .minutes(random.next(in: 0...40)),
        ceiling: number == 2 ? nil : .metres(random.next(in: 1000...4000)),
        requiredRunway: number == 3 ? nil : .metres(random.next(in: 300...1500)))
      return Asset(
        id: "asset\(number)", base: base, aircraft: aircraft, count: 1,
        readinessByDay: .minutes(random.next(in: 5...30)),
        readinessByNight: Bool.random(using: &random) ? nil : .minutes(random.next(in: 5...60)))
    }
  }
}
