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
    ("detection", DetectionBench.run),
    ("losses", LossesBench.run),
    ("files", FilesBench.run),
    ("reach", ReachBench.run),
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
