import Coverage
import Foundation
import Geodesy
import Interception
import Radar
import Response
import Units

/// How the looks of a network detect and track an aircraft on a way.
struct WayChances {
  let stations: [RadarStation]
  let settings: DetectionSettings
  let alert: AlertChain
  let speed: Speed
  /// The way's samples, in order.
  let samples: [Sample]

  /// A stretch of the way, with the probability with which a look of each station detects the aircraft there.
  struct Sample {
    var place: Position
    var length: Length
    var probabilities: [Double]
  }

  /// What it comes to until the aircraft arrives.
  struct Answer {
    var looks: Leak.WayLooks
    /// The times after the start, s, by which it is detected, and tracked, with the probability that counts.
    var detected: Double?
    var tracked: Double?
    /// The stations that have detected it by then with a probability of 10 % or more each.
    var radars: [Int]
  }

  /// Follows all looks along the way.
  func answer() -> Answer {
    var ends: [Double] = []
    var end = 0.0
    for sample in samples {
      end += sample.length.metres / speed.metresPerSecond
      ends.append(end)
    }
    var answer = Answer(looks: Leak.WayLooks(detection: 0, track: 0), radars: [])
    guard end > 0, end.isFinite else { return answer }
    let steps = max(1, min(20_000, Int(clamping: end.rounded(.up))))
    let seconds = (0...steps).map { end * Double($0) / Double(steps) }
    let histories = stations.indices.map { station in history(station, ends, seconds) }
    let times = DetectionTimes(seconds: seconds, joining: histories.compactMap(\.self))
    answer.looks = Leak.WayLooks(detection: times.detectionProbability, track: times.trackProbability)
    answer.detected = times.detection(quantile: settings.confidence)
    answer.tracked = times.track(quantile: settings.confidence)
    answer.radars = stations.indices.filter { station in
      histories[station].map { DetectionTimes(seconds: seconds, joining: [$0]).detectionProbability >= 0.1 } ?? false
    }
    return answer
  }

  /// What the looks of one station come to; nil where they detect nothing.
  private func history(_ station: Int, _ ends: [Double], _ seconds: [Double]) -> LookHistory? {
    let probabilities = samples.map { $0.probabilities[station] }
    guard probabilities.contains(where: { $0 > 0 }) else { return nil }
    let revisit = (stations[station].type.revisit ?? DetectionSettings.assumedRevisit).inSeconds
    let radar = LookingRadar(revisitSeconds: revisit) { time in
      var (low, high) = (0, ends.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] < time { low = middle + 1 } else { high = middle }
      }
      return probabilities[low]
    }
    return radar.history(
      at: seconds, rule: settings.track, memorySeconds: alert.trackMemory.inSeconds,
      phases: max(1, min(64, Int(clamping: (revisit / 0.1).rounded(.up)))))
  }
}
