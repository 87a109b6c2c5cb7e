import Foundation

/// Times of several runs of two rivals, taken in turns so that both meet the same weather.
struct Duel {
  var ours: [Double] = []
  var peer: [Double] = []

  init(rounds: Int, ours run: () throws -> Void, peer rival: () throws -> Void) rethrows {
    for _ in 0..<rounds {
      peer.append(try Duel.seconds(rival))
      ours.append(try Duel.seconds(run))
    }
  }

  static func seconds(_ run: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let duration = try clock.measure(run)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// How many times faster ours is: the median of the ratios of each turn.
  var ratio: Double { Duel.median(zip(ours, peer).map { $1 / $0 }) }

  /// One line: what, both times, the ratio and what is asked of it.
  func line(_ name: String, peer peerName: String, target: Double) -> String {
    String(
      format: "  %@: %.3f s, %@ %.3f s, ratio %.2f (asked %.1f)", name, Duel.median(ours), peerName,
      Duel.median(peer), ratio, target)
  }
}
