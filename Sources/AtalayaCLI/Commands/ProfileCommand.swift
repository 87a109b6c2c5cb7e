import ArgumentParser
import Atalaya
import Foundation

/// `atalaya profile`
struct ProfileCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Show whether an antenna sees a target over terrain, what hides it, and which mast would clear it.",
    discussion: """
      A is the antenna's place and B the target's. Each is a position in any notation of `atalaya locate`, in quotes, or \
      with --scenario the key of a site, base or strip (or site:KEY, base:KEY, strip:KEY), or a point of a route, as in R1:2 \
      or route:R1:2 for its second; B is then as high as the route flies there, unless stated here.

      Prints the lowest altitude in sight over B, the blocking point, whether a ridge or the horizon hides the target, and \
      the mast that would clear it. The line follows the geodesic over an effective Earth; the ground is linear between \
      neighbouring posts and tested at every crossing. The answer “in sight” is of the straight line: no Fresnel zone, no diffraction.

      With --frequency, what the path takes from a wave is added, one way and two way: free space, diffraction over the \
      terrain (ITU-R P.526 delta-Bullington), gas (P.676) and rain (P.838); --format csv and svg have it for the target's \
      height over every place on the way. With --profile-file the ground is a table's: the antenna stands at its first \
      point and the target at its last. --itu-maps takes k, water vapour and rain height that are not stated from the ITU's maps, at \
      the middle of the path.

      With --scenario, terrain, k and the height of a site's radar are the scenario's unless given here, and the radar's own \
      limits count too, for the scenario's coverage target. --minimum-elevation and the like describe another radar. With \
      --horizon there is no B: the skyline of A is printed, azimuth by azimuth.

      Exit code: 0 done; 1 the terrain, the scenario or a place cannot be used; 64 wrong usage.

      Examples:
        atalaya profile "-12.05, -76.95" "-11.90, -76.60" --dem tiles/ \\
          --antenna-height 20m --target-height 300m
        atalaya profile chosica L01 --scenario GeoData/lima
        atalaya profile chosica R1:2 --scenario GeoData/lima
        atalaya profile "-12.05, -76.95" "-11.90, -76.60" --dem dem.tif \\
          --output profile.svg
        atalaya profile "-12.05, -76.95" "-11.90, -76.60" --dem dem.tif \\
          --frequency 1.3GHz --rain 20mm/h
        atalaya profile --profile-file path.csv --effective-radius 8500km \\
          --frequency 2GHz --antenna-height 10m --target-height 10m
        atalaya profile "-12.05, -76.95" --horizon --dem dem.tif \\
          --range 80km --format csv
      """)

  @OptionGroup var options: ProfileOptions

  @Option(
    help: "table (lines of text), csv (samples), json or svg (default: by the name of --output, else table).")
  var format: OptionValue<ProfileFormat>?

  @Option(name: .shortAndLong, help: "The file to write instead of printing.", completion: .file())
  var output: String?

  @OptionGroup var trust: TrustOption
  @OptionGroup var quiet: QuietOption

  func check(_ usage: inout Usage) {
    options.check(&usage)
    usage.check(output: output, format)
  }

  func run() throws {
    let ground =
      try options.profileFile == nil
      ? Ground(scenario: options.scenario, dem: options.dem, options.reading, isQuiet: quiet.quiet) : nil
    let text = try (ground?.scenario?.units ?? .metric).writing { () throws in try answer(over: ground) }
    guard let output else { return Console.result(text) }
    do { try OutputFile.write(text, to: output) } catch { throw Console.failure(error) }
  }

  private func answer(over ground: Ground?) throws -> String {
    do {
      var question = try options.question(over: ground) { if !quiet.quiet { Console.note($0) } }
      question.hasLossCurve = written == .csv || written == .svg
      if options.horizon {
        let skyline = try question.skyline(
          of: options.a ?? "", range: try options.range?.get() ?? .kilometres(100),
          count: try options.step?.get().count ?? 360, workers: ProcessInfo.processInfo.activeProcessorCount)
        return text(skyline)
      }
      if !quiet.quiet { AmountText.noteFlightLevels([options.targetAltitude?.text]) }
      guard let path = options.profileFile else {
        return text(try question.line(from: options.a ?? "", to: options.b ?? "", target: try options.target()))
      }
      let file = try SightFile(path: path)
      Console.warn(file.warnings, unless: quiet.quiet)
      return text(try question.line(along: file, target: try options.target() ?? SightQuestion.usualTarget))
    } catch { throw Console.failure(error) }
  }

  private func text(_ answer: some ProfileAnswer) -> String {
    Console.warn(answer.warnings, unless: quiet.quiet || written == .table)
    return switch written {
    case .table: answer.text()
    case .csv: answer.table.csv
    case .json: answer.json
    case .svg: answer.svg
    }
  }

  private var written: ProfileFormat { .chosen(format, writtenTo: output) }
}
