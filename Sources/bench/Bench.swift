import Foundation

/// Prints every figure next to its peer, measured in the same run.
///
/// `bench` runs all; `bench geodesics plan` those named.
@main
enum Bench {
  static let figures: [(name: String, run: @Sendable () throws -> Void)] = [
    ("geodesics", GeodesicsBench.run),
    ("floors", FloorsBench.run),
    ("placement", PlacementBench.run),
    ("accuracy", AccuracyBench.run),
    ("sites", SitesBench.run),
    ("files", FilesBench.run),
    ("plan", PlanBench.run),
  ]

  static func main() {
    let chosen = CommandLine.arguments.dropFirst()
    let unknown = chosen.filter { name in !figures.contains { $0.name == name } }
    guard unknown.isEmpty else {
      print(
        "bench: no figure \(unknown.joined(separator: ", ")); there are \(figures.map(\.name).joined(separator: ", "))")
      exit(64)
    }
    for figure in figures where chosen.isEmpty || chosen.contains(figure.name) {
      print("\(figure.name)")
      do {
        try figure.run()
      } catch {
        print("  failed: \(error)")
        exit(1)
      }
    }
  }
}

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
