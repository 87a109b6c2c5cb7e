import Foundation
import TestSupport
import Testing

@Suite struct FitCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch([
      "scenario.yaml": SmallScenario.yaml(),
      "plots.csv":
        "radar,time,latitude,longitude,altitude_amsl_m\nhill,10:00:00,-12.2,-73.1,3000\nhill,10:00:10,-11.5,-72.5,4000\n",
      "empty.csv": "radar,time,latitude,longitude,altitude_amsl_m\n",
      "swapped.csv": "longitude,latitude,altitude_amsl_m\n-12.2,-73.1,3000\n",
      "high.csv": "latitude,longitude\n-12.2,-73.1\n",
    ])
  }

  private func fit(_ arguments: String...) throws -> Program.Outcome {
    try Program.atalaya.run(["fit", scratch.path] + arguments)
  }

  @Test func `plots alone are compared, and nothing is written`() throws {
    let outcome = try fit("--observed", scratch.path("plots.csv"), "--override", scratch.path("o.csv"))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Agreement  of 2 seen, the model sees 2 and misses 0"))
    #expect(outcome.errors.contains("plots are only where aircraft flew"))
    #expect(outcome.errors.contains("is not written") && !FileManager.default.fileExists(atPath: scratch.path("o.csv")))
  }

  @Test func `csv, json and svg have what their names say`() throws {
    let plots = scratch.path("plots.csv")
    #expect(try fit("--observed", plots, "--format", "csv", "-q").output.hasPrefix("by,from,to,unit,limit,looks,"))
    let json = try fit("--observed", plots, "--format", "json", "-q").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["format"] as? String == "atalaya-fit" && object["is_traffic_known"] as? Bool == false)
    let outcome = try fit("--observed", plots, "-o", scratch.path("fit.svg"), "-q")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    #expect(try String(contentsOfFile: scratch.path("fit.svg"), encoding: .utf8).contains("<svg"))
  }

  @Test(arguments: [
    ("empty.csv", "holds no observations"), ("swapped.csv", "swapped"), ("high.csv", "no altitudes"),
    ("nothing.csv", "does not exist"),
  ])
  func `a file of no use is told and ends with 1`(file: String, words: String) throws {
    let outcome = try fit("--observed", scratch.path(file), "-q")
    #expect(outcome.status == 1 && outcome.errors.contains(words) && outcome.output.isEmpty, "\(outcome.errors)")
  }

  @Test func `an unknown radar and wrong options are told`() throws {
    let plots = scratch.path("plots.csv")
    let unknown = try fit("--observed", plots, "--radar", "hil")
    #expect(unknown.status == 1 && unknown.errors.contains("did you mean “hill”?"))
    for arguments in [
      ["--heights", "feet", "--observed", plots], ["--columns", "a", "--observed", plots], [],
      ["--observed", plots, "--sector", "7deg"], ["--observed", plots, "--compare-only", "--override", "o.csv"],
    ] {
      #expect(try Program.atalaya.run(["fit", scratch.path] + arguments).status == 64, "\(arguments)")
    }
  }
}
