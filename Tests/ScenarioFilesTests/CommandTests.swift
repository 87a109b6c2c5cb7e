import Foundation
import Planning
import Scenario
import ScenarioFiles
import TestSupport
import Testing

private func atalaya(_ arguments: String...) throws -> Program.Outcome { try Program.atalaya.run(arguments) }

@Test
func `init writes a scenario that validates, and leaves a folder with anything in it alone`() throws {
  let folder = try Scratch()
  let path = folder.path + "/new/one"
  let written = try atalaya("init", path)
  #expect(written.status == 0 && written.output.contains("atalaya validate"))
  let valid = try atalaya("validate", path, "--strict")
  #expect(valid.status == 0 && valid.output.hasSuffix("0 errors, 0 warnings\n"))
  let again = try atalaya("init", path)
  #expect(again.status == 1 && again.errors.contains("not empty"))
  let empty = try Scratch()
  #expect(try atalaya("init", empty.path).status == 0)
  #expect(try atalaya("init").status == 64)
}

@Test
func `validate prints every problem on a line of its own and fails`() throws {
  let folder = try Scratch(["scenario.yaml": "atalaya: 1\nlayers:\n  bases: [{ id: a, position: \"95, 0\" }]\n"]
  )
  let text = try atalaya("validate", folder.path)
  #expect(text.status == 1)
  let lines = text.output.split(separator: "\n")
  #expect(lines.filter { $0.hasPrefix("error: scenario.yaml:") }.count == 2)
  #expect(lines.last?.hasPrefix("2 errors, ") == true)
  let json = try atalaya("validate", folder.path, "--format", "json")
  #expect(json.status == 1)
  let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
  #expect(report?["valid"] as? Bool == false)
  #expect((report?["errors"] as? [[String: Any]])?.map { $0["line"] as? Int } == [1, 3])
}

@Test
func `the reference is printed without a folder`() throws {
  #expect(try atalaya("init", "--reference").output == Scenario.formatReference + "\n")
}
