import Coverage
import Geodesy
import Interception
import Radar
import Response
import Scenario
import Terrain
import Units

/// The flights of a scenario against every network. What the memo holds is not computed again: where a flight leads, what each
/// radar sees of it, the times that follow, and what each asset can do about them.
struct PlanFlights: Sendable {
  /// A flight against every network.
  struct Answer: Sendable {
    var track: FlightTrack
    /// One entry a network.
    var windows: [FlightWindows]
    /// What the chosen network sees along its way; empty without terrain.
    var floors: [RouteFloor]
  }

  private let scenario: Scenario
  private let assets: [[Asset]]
  private let border: Border
  private let memo: Memo?
  /// Numbers of what all flights depend on; empty without a memo.
  private let world: [Int]
  /// Of every network those of its assets.
  private let assetNumbers: [[Int]]
  /// What looks depend on besides the track and the radar.
  private let lookNumber: Int
  /// What windows depend on besides the asset, the track and its times.
  private let windowNumber: Int

  /// - Parameter assets: The assets with each network.
  init(_ scenario: Scenario, assets: [[Asset]], memo: Memo?) {
    self.scenario = scenario
    self.assets = assets
    self.memo = memo
    border = Border(scenario.border)
    world =
      memo.map { memo in
        [
          memo.number(of: scenario.groundElevation), memo.number(of: scenario.border),
          memo.number(of: scenario.pursuitAreas.map(\.rings)),
        ]
      } ?? []
    assetNumbers = memo.map { memo in assets.map { $0.map { memo.number(of: $0) } } } ?? []
    lookNumber = memo.map { $0.number(of: scenario.alertChain.detection == nil ? nil : scenario.alertChain) } ?? 0
    windowNumber =
      memo.map { memo in
        memo.number(of: [memo.number(of: scenario.daylight), memo.number(of: scenario.onSceneTime)])
      } ?? 0
  }

  /// A flight over terrain: its way is looked up once.
  /// - Parameters:
  ///   - networks: What they see.
  ///   - chosen: The network whose sight along the way is wanted.
  func answer(
    _ flight: Flight, over networks: [TerrainCoverage], region: TerrainRegion, chosen: Int
  ) throws(TerrainError) -> Answer {
    let number = memo.map { memo in
      memo.number(of: world + [memo.number(of: flight), region.number(in: memo)])
    }
    let track = try memo.value(.track) { _ in
      [number ?? 0]
    } bytes: {
      // Every half post a place of 32 bytes.
      Int(clamping: ($0.inbound.length + $0.outbound.length).metres)
    } _: { () throws(TerrainError) in
      try FlightTrack(flight, over: region, groundElevation: scenario.groundElevation).bounded(by: border)
        .closed(to: scenario.pursuitAreas)
    }
    let answers = networks.indices.map { index in
      windows(track, number, networks[index], network: index) { networks[index].number(of: $0, in: $1) }
    }
    let network = networks[chosen]
    let floors = memo.value(.routeFloors) { memo in
      [number ?? 0] + lookNumbers(network, memo) { network.number(of: $0, in: memo) }
    } bytes: {
      $0.count * 400
    } _: {
      track.floors(seenBy: network, answers[chosen].timeline)
    }
    return Answer(track: track, windows: answers, floors: floors)
  }

  /// A flight over a smooth Earth.
  func answer(_ flight: Flight, over networks: [SmoothEarthCoverage]) -> Answer {
    let number = memo.map { memo in memo.number(of: world + [memo.number(of: flight)]) }
    let track = memo.value(.track) { _ in
      [number ?? 0]
    } bytes: { _ in
      1000
    } _: {
      FlightTrack(flight, groundElevation: scenario.groundElevation).bounded(by: border)
        .closed(to: scenario.pursuitAreas)
    }
    let windows = networks.indices.map { index in
      let network = networks[index]
      return self.windows(track, number, network, network: index) { station, memo in
        memo.number(of: [
          memo.number(of: network.stations[station]), memo.number(of: network.groundElevation),
          memo.number(of: network.earth.k),
        ])
      }
    }
    return Answer(track: track, windows: windows, floors: [])
  }

  /// - Parameters:
  ///   - number: The track's.
  ///   - sight: What decides on what a station sees.
  private func windows(
    _ track: FlightTrack, _ number: Int?, _ coverage: some NetworkCoverage, network: Int,
    sight: (_ station: Int, Memo) -> Int
  ) -> FlightWindows {
    let alert = scenario.alertChain
    let numbers = memo.map { memo in lookNumbers(coverage, memo) { sight($0, memo) } } ?? []
    func timeline() -> Timeline {
      let looks = coverage.stations.indices.map { station in
        memo.value(.looks) { _ in
          [number ?? 0, numbers[station + 1]]
        } bytes: { _ in
          scenario.detection == nil ? 500 : 50_000
        } _: {
          track.looks(of: station, in: coverage, alert: alert)
        }
      }
      return track.timeline(of: looks, alert: alert, followsLoss: true)
    }
    let timelineNumbers = memo.map { memo in [number ?? 0, memo.number(of: alert)] + numbers } ?? []
    let seen = memo.value(.timeline) { _ in
      timelineNumbers
    } bytes: { _ in
      2000
    } _: {
      timeline()
    }
    let times = memo.map { $0.number(of: timelineNumbers) } ?? 0
    let windows = assets[network].indices.map { index in
      memo.value(.window) { _ in
        [assetNumbers[network][index], times, windowNumber]
      } bytes: { _ in
        1500
      } _: {
        Window(
          asset: assets[network][index], track: track, timeline: seen, daylight: scenario.daylight,
          onScene: scenario.onSceneTime)
      }
    }
    return FlightWindows(track: track, timeline: seen, windows: windows)
  }

  /// What looks at a flight depend on: the settings, then each station with its name.
  private func lookNumbers(
    _ coverage: some NetworkCoverage, _ memo: Memo, _ sight: (_ station: Int) -> Int
  ) -> [Int] {
    [lookNumber]
      + coverage.stations.indices.map { station in
        memo.number(of: [sight(station), memo.number(of: coverage.stations[station].id), lookNumber])
      }
  }
}
