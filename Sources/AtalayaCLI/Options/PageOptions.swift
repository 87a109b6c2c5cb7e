import ArgumentParser
import Atalaya
import Foundation

/// How the report is written, alike for every command that writes one.
struct PageOptions: ParsableArguments {
  /// The languages of pages by their codes.
  static let codes = ReportLanguage.allCases.map(\.rawValue).joined(separator: " or ")

  @Option(
    name: .customLong("language"),
    help: "Language in which report.html opens, \(PageOptions.codes); readers can switch (default: en).")
  var chosen: OptionValue<ReportLanguage>?

  var language: ReportLanguage { chosen?.value ?? .en }

  func check(_ usage: inout Usage) { usage.check("--language", chosen) }

  @Flag(name: .customLong("no-map"), help: "Draw the map as a picture, without the map library Leaflet.")
  var noMap = false

  /// Which of the options are given.
  var given: KeyValuePairs<String, Bool> { ["--language": chosen != nil, "--no-map": noMap] }

  /// The report of a plan; without the map library the map is a picture, and a note says so.
  func page(
    of plan: Plan, _ options: ScenarioOptions, _ questions: QuestionOptions
  ) throws(GeoFileError) -> ReportPage {
    var library: MapLibrary?
    if !noMap {
      do { library = try MapLibrary() } catch {
        if !options.quiet { Console.note("note: \(error.description); the map of report.html is a picture") }
      }
    }
    return try ReportPage(of: plan, language: language, command: command(options, questions), library: library)
  }

  /// A folder as its name, where the path says only that it is the one in which the command ran: a reader elsewhere needs the name.
  private static func folder(_ path: String) -> String {
    let last = path.split(separator: "/").last
    guard last == nil || last == "." || last == ".." else { return path }
    return URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
  }

  /// The command that makes the report again.
  private func command(_ options: ScenarioOptions, _ questions: QuestionOptions) -> String {
    var words = ["atalaya", "report", Self.folder(options.scenario ?? "")]
    if let purchase = options.purchase { words += ["--purchase", purchase] }
    words += questions.words
    if let units = options.units { words += ["--units", units.text] }
    if language != .en { words += ["--language", language.rawValue] }
    if noMap { words.append("--no-map") }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }
}
