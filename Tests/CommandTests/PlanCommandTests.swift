import Foundation
import TestSupport
import Testing

let planFileNames = [
  "coverage.csv", "coverage.geojson", "coverage.gpkg", "plan.json", "plan.kml", "report.html", "required.csv",
  "responses.csv", "windows.csv",
]

@Suite struct PlanCommandTests {
  @Test func `the sample is planned, and a second run writes the same bytes`() throws {
    let space = try Workspace()
    let first = try Tool.run("plan", Tool.sample, "--output", space.path + "/a/deep")
    #expect(first.status == 0)
    #expect(space.names("a/deep") == planFileNames)
    let second = try SamplePlan.today.get()
    #expect(second.outcome.status == 0)
    for name in planFileNames {
      let bytes = try second.bytes(name)
      #expect(try space.bytes("a/deep/" + name) == bytes, "\(name)")
      // Marks that set names apart were once replaced as if a stranger had written them.
      if !name.hasSuffix(".gpkg") { #expect(!String(decoding: bytes, as: UTF8.self).contains("\u{FFFD}"), "\(name)") }
    }
    #expect(first.output.split(separator: "\n").allSatisfy { $0.count <= 120 })
    #expect(first.output.contains("plan-2014"))
    // A slow machine also tells its progress.
    let told = first.errors.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("planning: step ") }
    let warnings = try space.json("a/deep/plan.json")["warnings"] as? [String]
    #expect(warnings?.map { "warning: \($0)" } == told)
  }

  @Test(.enabled("needs the right to mount a small file system") { SmallDisk.isPossible() })
  func `on a full disk the user's own file is named, with what to do, and nothing is left`() throws {
    let disk = try SmallDisk(kilobytes: 64)
    let space = try Workspace(scenario: SmallScenario.yaml())
    for command in ["plan", "report"] {
      let run = try Tool.run(command, space.path, "--output", disk.path + "/out", "--quiet")
      #expect(run.status == 1 && run.output.isEmpty && run.errors.split(separator: "\n").count == 1)
      #expect(run.errors.hasPrefix("error: \(disk.path)/out/"), "\(run.errors)")
      #expect(
        run.errors.contains("the disk of \(disk.path)/out is full (0.1 MB are free, what is to be written takes "))
      #expect(run.errors.contains("make room, or name another place") && !run.errors.contains("/."), "\(run.errors)")
      #expect(disk.names == ["out"] && (try? FileManager.default.contentsOfDirectory(atPath: disk.path + "/out")) == [])
    }
  }

  @Test func `json on standard output is the file and nothing else`() throws {
    let space = try Workspace(scenario: SmallScenario.yaml())
    let run = try Tool.run("plan", space.path, "--output", space.path + "/out", "--format", "json")
    #expect(run.status == 0)
    #expect(try Data(run.output.utf8) == space.bytes("out/plan.json"))
    let plan = try space.json("out/plan.json")
    #expect(plan["format"] as? String == "atalaya-plan" && plan["version"] as? Int == 2)
  }

  @Test func `a plan that misses what is demanded is written and ends with 3`() throws {
    // The flight goes to a strip under the radar's eyes: it is seen; nobody meets it within a share above what is there.
    let asked = try Workspace(scenario: SmallScenario.yaml(extra: "requirements: { share_detected: 100 % }"))
    #expect(try Tool.run("plan", asked.path, "--output", asked.path + "/out").status == 0)
    let blind = SmallScenario.yaml(extra: "requirements: { share_detected: 10 % }").replacing("radar: r }", with: "}")
    let missed = try Workspace(scenario: blind)
    let run = try Tool.run("plan", missed.path, "--output", missed.path + "/out")
    #expect(run.status == 3)
    #expect(
      run.errors.contains("requirement missed: 0.0 % of the flights detected before landing, at least 10.0 % required"))
    #expect(missed.names("out") == planFileNames)
    let list = try missed.json("out/plan.json")["requirements"] as? [[String: Any]]
    #expect(list?.first?["is_met"] as? Bool == false)
    let bare = try Workspace(scenario: SmallScenario.yaml(extra: "requirements: { share_met: 0.5 }"))
    let refused = try Tool.run("plan", bare.path, "--output", bare.path + "/out")
    #expect(refused.status == 1 && refused.errors.contains("as in 80 %") && bare.names("out").isEmpty)
  }

  @Test func `an empty scenario gives an empty plan, not a crash`() throws {
    let space = try Workspace(scenario: "atalaya: 1\nname: Nothing\n")
    let run = try Tool.run("plan", space.path, "--output", space.path + "/out")
    #expect(run.status == 0)
    #expect(space.names("out") == planFileNames)
    #expect(run.output.contains("no radar"))
    for command in ["coverage", "response", "intercept"] {
      for format in ["table", "csv", "json"] {
        #expect(try Tool.run(command, space.path, "--format", format).status == 0, "\(command) \(format)")
      }
    }
    #expect(try Tool.run("response", space.path, "--format", "json").output == "[]\n")
  }

  @Test func `errors in the scenario are told with their place and nothing is written`() throws {
    let space = try Workspace(scenario: SmallScenario.yaml().replacing("-73.4", with: "-273.4"))
    let run = try Tool.run("plan", space.path, "--output", space.path + "/out")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("error: scenario.yaml:"))
    #expect(space.names("out").isEmpty)
    #expect(try Tool.run("plan", space.path + "/nowhere").status == 1)
  }

  @Test func `wrong usage ends with 64, an unknown purchase with 1 and a hint`() throws {
    let space = try Workspace()
    #expect(try Tool.run("plan").status == 64)
    #expect(try Tool.run("plan", Tool.sample, "--no-such-option").status == 64)
    #expect(try Tool.run("coverage", Tool.sample, "--format", "xml").status == 64)
    let run = try Tool.run("plan", Tool.sample, "--purchase", "plan-2041", "--output", space.path + "/out")
    #expect(run.status == 1 && run.errors.contains("did you mean plan-2014?"))
    #expect(space.names("out").isEmpty)
  }

  @Test(arguments: ["", "/plan.json"])
  func `an output folder that is a file, or holds a folder in the place of a file, changes nothing`(inside: String)
    throws
  {
    let space = try Workspace(scenario: SmallScenario.yaml())
    if inside.isEmpty {
      try Data("mine".utf8).write(to: URL(fileURLWithPath: space.path + "/out"))
    } else {
      try FileManager.default.createDirectory(atPath: space.path + "/out" + inside, withIntermediateDirectories: true)
    }
    let run = try Tool.run("plan", space.path, "--output", space.path + "/out", "--quiet")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.split(separator: "\n").count == 1 && run.errors.hasPrefix("error: "))
    if inside.isEmpty {
      #expect(try space.bytes("out") == Data("mine".utf8))
    } else {
      #expect(space.names("out") == ["plan.json"])
    }
  }

  @Test func `a folder that may not be written to is one clear error`() throws {
    let space = try Workspace(scenario: SmallScenario.yaml())
    let out = space.path + "/out"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: out)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: out) }
    // The system's own files are no place to write to, not even for root, whom permissions do not stop.
    let place = geteuid() == 0 ? "/proc/self" : out
    let run = try Tool.run("plan", space.path, "--output", place, "--quiet")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(
      run.errors.split(separator: "\n").count == 1 && run.errors.contains("choose a folder that you may write to"))
    #expect(space.names("out").isEmpty)
  }

  @Test(arguments: ["=cmd|' /C calc'!A0", "“quotes” \"and\" 'more'", "🛩️ ünïcödé 日本 ‮rtl", "a\nb\tc", "<b>&amp;</b>]]>"])
  func `names of every kind reach the files and the console as text`(name: String) throws {
    let space = try Workspace(scenario: SmallScenario.yaml(name: name, id: "ID " + name.prefix(3)))
    let run = try Tool.run("plan", space.path, "--output", space.path + "/out")
    #expect(run.status == 0)
    #expect(!run.output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    let plan = try space.json("out/plan.json")
    #expect((plan["scenario"] as? [String: Any])?["name"] as? String == name)
    #expect((plan["strips"] as? [[String: Any]])?.first?["name"] as? String == name)
    let csv = String(decoding: try space.bytes("out/responses.csv"), as: UTF8.self)
    #expect(!csv.contains(",=") && !csv.contains("\"="))
  }
}
