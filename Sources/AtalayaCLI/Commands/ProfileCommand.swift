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
      with --scenario the key of a site, base or strip (or site:KEY, base:KEY, strip:KEY).

      Prints the lowest altitude in sight over B, the blocking point, whether a ridge or the horizon hides the target, and \
      the mast that would clear it. The line follows the geodesic over an effective Earth; the ground is linear between \
      neighbouring posts and tested at every crossing. Only line of sight is computed: no Fresnel zone, no diffraction.

      With --scenario, terrain, k and the height of a site's radar are the scenario's unless given here, and the radar's own \
      limits count too, for the scenario's coverage target. --minimum-elevation and the like describe another radar. With \
      --horizon there is no B: the skyline of A is printed, azimuth by azimuth.

      Exit code: 0 done; 1 the terrain, the scenario or a place cannot be used; 64 wrong usage.

      Examples:
        atalaya profile "-12.05, -76.95" "-11.90, -76.60" --dem tiles/ \\
          --antenna-height 20m --target-height 300m
        atalaya profile chosica L01 --scenario GeoData/lima
        atalaya profile "-12.05, -76.95" "-11.90, -76.60" --dem dem.tif \\
          --output profile.svg
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
    usage.check("--format", format)
  }

  func run() throws {
    let ground = try Ground(
      scenario: options.scenario, dem: options.dem, options.reading, isQuiet: quiet.quiet)
    let text = try (ground.scenario?.units ?? .metric).writing { () throws in try answer(over: ground) }
    guard let output else { return Console.result(text) }
    do { try OutputFile.write(text, to: output) } catch { throw Console.failure(error) }
  }

  private func answer(over ground: Ground) throws -> String {
    let question = try options.question(over: ground)
    do {
      if options.horizon {
        let skyline = try question.skyline(
          of: options.a, range: try options.range?.get() ?? .kilometres(100),
          count: try options.step?.get().count ?? 360, workers: ProcessInfo.processInfo.activeProcessorCount)
        return text(skyline)
      }
      if !quiet.quiet { AmountText.noteFlightLevels([options.targetAltitude?.text]) }
      return text(try question.line(from: options.a, to: options.b ?? "", target: try options.target()))
    } catch { throw Console.failure(error) }
  }

  private func text(_ answer: some ProfileAnswer) -> String {
    let name = output.map { ($0 as NSString).pathExtension.lowercased() }
    return switch format?.value ?? name.flatMap(ProfileFormat.init(rawValue:)) ?? .table {
    case .table: answer.text()
    case .csv: answer.table.csv
    case .json: answer.json
    case .svg: answer.svg
    }
  }
}
