internal import Coverage
internal import Response
internal import Scenario

extension Plan {
  /// Finds the routes of all assets to all strips, side by side, so that they are known where they are asked for; nothing without
  /// `routing`.
  static func findRoutes(_ scenario: Scenario, _ assets: [[Asset]], workers: Int, _ isCancelled: @Sendable () -> Bool) {
    guard scenario.routing != nil else { return }
    var unique: [Asset] = []
    for asset in assets.joined() where !unique.contains(asset) { unique.append(asset) }
    let pairs = unique.flatMap { asset in
      scenario.strips.flatMap { strip in Period.allCases.map { (asset: asset, strip: strip, period: $0) } }
    }
    Parallel.run(pairs.count, workers: workers) { index in
      if isCancelled() { return }
      let pair = pairs[index]
      _ = ResponseTime(asset: pair.asset, strip: pair.strip, period: pair.period, onScene: scenario.onSceneTime)
    }
  }
}
