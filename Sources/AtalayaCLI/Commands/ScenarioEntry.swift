import ArgumentParser
import Atalaya
import Foundation

/// The line of a scenario that names its terrain.
enum ScenarioEntry {
  /// Adds it at the end of the file.
  static func add(_ entry: String, to file: String) throws {
    do {
      let text = try InputFile.text(of: file, limit: Scenario.sizeLimit)
      let added = try ScenarioText.adding(entry, to: text)
      if added != text { try OutputFile.write(added, to: file) }
    } catch let error as ScenarioText.Refusal {
      throw Console.failure("\(file): \(error)")
    } catch { throw Console.failure("\(error)") }
  }
}
