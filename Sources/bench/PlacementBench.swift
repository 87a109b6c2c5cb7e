import Atalaya
import Foundation

/// Lists and bounds compared with CBC and HiGHS, each with the same model and the same time.
///
/// CBC is Debian's `coinor-cbc`; HiGHS is found by the environment variable `HIGHS` or in the path (PyPI's `highsbox` brings
/// the program). A solver that is absent is left out by name.
enum PlacementBench {
  static let seconds = 20.0

  @Sendable static func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let solvers = [Solver.cbc, Solver.highs].compactMap(\.self)
    if Solver.cbc == nil { print("  CBC is absent (Debian: coinor-cbc): left out") }
    if Solver.highs == nil { print("  HiGHS is absent (PyPI: highsbox; its program in HIGHS): left out") }
    for (name, model, question) in try instances() {
      print("  \(name): \(model.options.count) options, \(model.demands.count) demands, \(model.coverCount) covers")
      for limit in [2, seconds] {
        let answer = try model.solve(question, search: PlacementSearch(timeLimit: .seconds(limit)))
        line("atalaya", value: answer.value, bound: answer.bound, seconds: answer.seconds, note: answer.status.rawValue)
      }
      let lp = folder.appendingPathComponent("model.lp").path
      var bytes: [UInt8] = []
      try model.writeLP(question) { bytes += $0.utf8 }
      try OutputFile.write(bytes, to: lp)
      for solver in solvers {
        let solution = folder.appendingPathComponent("solution.txt").path
        try? FileManager.default.removeItem(atPath: solution)
        var log = ""
        let time = try Duel.seconds { log = try solver.run(lp, solution, seconds) }
        let text = (try? String(contentsOfFile: solution, encoding: .utf8)) ?? ""
        let chosen = try? model.readSolution(text)
        let value = chosen.map { model.score(of: $0).value(for: question.goal) }
        let faults = chosen.map { model.faults(of: $0, in: question).count } ?? 0
        line(
          solver.name, value: value, bound: solver.bound(log), seconds: time,
          note: faults > 0 ? "\(faults) faults" : "")
      }
    }
  }

  private static func line(_ name: String, value: Double?, bound: Double?, seconds: Double, note: String) {
    func text(_ number: Double?) -> String { number.map { String(format: "%.1f", $0) } ?? "none" }
    var gap = ""
    if let value, let bound, value != 0 { gap = String(format: "%.2f %%", abs(bound - value) / abs(value) * 100) }
    print(
      "    \(name.padding(toLength: 8, withPad: " ", startingAt: 0)) value \(text(value)), bound \(text(bound)), gap \(gap), "
        + String(format: "%.1f s", seconds) + (note.isEmpty ? "" : " (\(note))"))
    // The peers take long: each line is shown when it is known.
    fflush(nil)
  }

  private static func instances() throws -> [(String, PlacementModel, PlacementQuestion)] {
    let planner = try PlacementInstances.planner()
    var list = [
      ("planner scale, made up", planner, PlacementQuestion(.maximumCover, limits: [.budget(71e6)])),
      (
        "planner scale, made up, second radar", try PlacementInstances.planner(need: 2),
        PlacementQuestion(.maximumCover, limits: [.budget(71e6)])
      ),
      ("cheapest cover, 400 rows", try PlacementInstances.cover(), PlacementQuestion(.cheapestCover)),
    ]
    if FileManager.default.fileExists(atPath: "GeoData/lima/terrain.tif") {
      let (model, note) = try PlacementTerrain.planner()
      list.insert(
        ("planner scale over Lima (\(note))", model, PlacementQuestion(.maximumCover, limits: [.budget(71e6)])), at: 0)
    } else {
      print("  GeoData/lima is absent (run from the top of the repository): left out")
    }
    if let newYork = try PlacementInstances.newYork() {
      list.append(
        ("New York, 50 of 2713 (optimum 1153640)", newYork, PlacementQuestion(.maximumCover, limits: [.count(50)])))
    } else {
      print("  New York is absent (../shared/data/optim/mclp): left out")
    }
    return list
  }
}
