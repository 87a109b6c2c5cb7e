import ArgumentParser
import Atalaya
import Foundation

/// `atalaya init`
struct InitCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented starter scenario, or print the format field by field.",
    discussion: """
      Creates the folder and writes scenario.yaml, two CSV layers and FORMAT.md, which describes every field of the format: \
      type, units, default and meaning. The scenario can be planned right away. A folder that is not empty is not touched.

      Exit code: 0 done; 1 the folder cannot be written; 64 wrong usage.

      Examples:
        atalaya init my-scenario
        atalaya init --reference > FORMAT.md
      """)

  @Argument(help: "The folder to write; must be empty or not exist yet.", completion: .directory)
  var folder: String?

  @Flag(help: "Print the format field by field in Markdown, and write nothing.")
  var reference = false

  func check(_ usage: inout Usage) {
    if reference, folder != nil { usage.report("--reference does not go with a folder: it writes nothing") }
    if !reference, folder == nil { usage.report("name the folder to write: atalaya init DIR") }
  }

  func run() throws {
    guard let folder else { return Console.print(Scenario.formatReference) }
    let manager = FileManager.default
    let url = URL(fileURLWithPath: folder)
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: url.path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw failure("\(folder) is a file; name a folder that does not exist yet") }
      guard try contents(of: url).isEmpty else {
        throw failure("\(folder) is not empty; name a folder that does not exist yet")
      }
    }
    do {
      try manager.createDirectory(at: url, withIntermediateDirectories: true)
      // scenario.yaml comes last: without it a folder is not yet a scenario.
      for file in Scenario.starterFiles {
        try Data(file.text.utf8).write(to: url.appendingPathComponent(file.name), options: .atomic)
      }
    } catch {
      throw failure("cannot write \(folder): \(error.localizedDescription)")
    }
    Console.print("Wrote \(folder): \(Scenario.starterFiles.map(\.name).joined(separator: ", "))")
    Console.print(
      """
      Next:
        atalaya validate \(ShellWord.quoted(folder))
        atalaya plan \(ShellWord.quoted(folder)) --output \(ShellWord.quoted(folder + "/plan"))
      The format, field by field: \(folder)/FORMAT.md
      """)
  }

  private func contents(of url: URL) throws -> [String] {
    do { return try FileManager.default.contentsOfDirectory(atPath: url.path) } catch {
      throw failure("cannot read \(url.path): \(error.localizedDescription)")
    }
  }

  private func failure(_ text: String) -> ExitCode {
    Console.failure(text)
  }
}
