import ArgumentParser
import Atalaya
import Foundation

/// The line of a scenario that names its terrain.
enum ScenarioEntry {
  /// Adds it at the end of the file.
  static func add(_ entry: String, to file: String) throws {
    do {
      var text = try String(contentsOfFile: file, encoding: .utf8)
      let lines = text.split(whereSeparator: \.isNewline)
      if lines.contains(where: { $0 == entry }) { return }
      guard !lines.contains(where: { $0.hasPrefix("terrain:") }) else {
        throw Console.failure("\(file): names a terrain already; change that line by hand to: \(entry)")
      }
      if !text.hasSuffix("\n") { text += "\n" }
      try OutputFile.write(text + "\n\(entry)\n", to: file)
    } catch let error as ExitCode { throw error } catch { throw Console.failure("\(error)") }
  }
}
