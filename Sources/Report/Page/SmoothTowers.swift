internal import Coverage
internal import Planning
internal import Scenario
internal import Units

/// The sites that a smooth Earth lets see too far.
enum SmoothTowers {
  /// What the page says of them, each with the height of its tower; nil for none.
  static func text(_ stations: [RadarStation], of scenario: Scenario, _ say: ReportLanguage) -> String? {
    let towers = SmoothGround.above(stations, in: scenario)
    guard !towers.isEmpty else { return nil }
    let names = towers.map { "\(Called.text($0.station.name, $0.station.id)), \($0.height.heightText)" }
    return say(.limitHigh, names.joined(separator: "; "))
  }
}
