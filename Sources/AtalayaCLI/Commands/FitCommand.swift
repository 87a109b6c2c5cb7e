import ArgumentParser
import Atalaya
import Foundation

/// `atalaya fit`
struct FitCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Compare a radar's model with recorded plots, and fit antenna height, range and horizon mask.",
    discussion: discussion)

  @Argument(help: "The scenario's folder, or its scenario.yaml.", completion: .directory)
  var scenario: String

  @OptionGroup var options: FitOptions

  @Option(
    help: "table (text for reading), csv (the comparison), json or svg (default: by the name of --output, else table).")
  var format: OptionValue<ProfileFormat>?

  @Option(name: .shortAndLong, help: "The file to write instead of printing.", completion: .file())
  var output: String?

  @Option(
    name: .customLong("override"),
    help: "Also write what was determined as a layer site_overrides (CSV), which a scenario includes.",
    completion: .file())
  var overrideFile: String?

  @Option(help: "Units of the text for people: metric or aviation (default: the scenario's, else metric).")
  var units: OptionValue<UnitSystem>?

  @OptionGroup var trust: TrustOption
  @OptionGroup var quiet: QuietOption

  func check(_ usage: inout Usage) {
    options.check(&usage)
    usage.check(output: output, format)
    usage.check("--units", units)
    usage.refuse(with: "--compare-only", options.compareOnly, ["--override": overrideFile != nil])
    if let overrideFile, overrideFile == output { usage.report("--output and --override are the same file: name two") }
  }

  func run() throws {
    let report: FitReport
    do {
      let loaded = try Scenario.load(folder: scenario, units: units?.get())
      let line = ProgressLine(isQuiet: quiet.quiet)
      defer { line.clear() }
      var question = try question()
      question.progress = { line.show($0) }
      report = try loaded.units.writing { () throws in FitReport(try Fit.run(loaded, question)) }
    } catch let error as ValidationError { throw error } catch { throw Console.failure(error) }
    let fit = report.fit
    let answer = fit.scenario.units.writing { self.text(report) }
    do {
      if let output { try OutputFile.write(answer, to: output) } else { Console.result(answer) }
      if let overrideFile {
        // Other radars that were fitted into the same file stay in it.
        let before = try? String(contentsOfFile: overrideFile, encoding: .utf8)
        if let layer = report.siteOverride(keeping: before) {
          try OutputFile.write(layer, to: overrideFile)
          if !quiet.quiet {
            Console.note("note: a scenario includes it with site_overrides: \(overrideFile) under layers:")
          }
        } else if !quiet.quiet {
          Console.note("note: nothing was determined: \(overrideFile) is not written, and the scenario stands as it is")
        }
      }
    } catch { throw Console.failure(error) }
    Console.warn(fit.warnings, unless: quiet.quiet)
  }

  private func question() throws -> FitQuestion {
    let reading = try options.reading()
    guard let observed = options.observed else { throw ExitCode.validationFailure }
    var question = FitQuestion(try read(observed, reading), radar: options.radar)
    question.reference = try options.reference.map { try read($0, reading) }
    if let count = try options.sector?.get().count { question.sector = .degrees(360 / Double(count)) }
    question.isOutlineEdge = options.outlineIsEdge
    question.fits = !options.compareOnly
    question.workers = ProcessInfo.processInfo.activeProcessorCount
    return question
  }

  private func read(_ path: String, _ reading: ObservedOptions) throws -> ObservedFile {
    let file = try ObservedFile.read(path, reading)
    Console.warn(file.warnings, unless: quiet.quiet)
    guard !file.observations.isEmpty else {
      throw Console.failure("\(path): holds no observations: is it the right file, and does it have rows?")
    }
    return file
  }

  private func text(_ report: FitReport) -> String {
    switch ProfileFormat.chosen(format, writtenTo: output) {
    case .table: report.text()
    case .csv: report.table.csv
    case .json: report.json
    case .svg: report.svg
    }
  }
}
