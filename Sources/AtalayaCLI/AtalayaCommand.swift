import ArgumentParser
import Atalaya
import Foundation

/// The command line's entry.
@main
enum Main {
  static func main() async {
    Console.open()
    Interruption.watch()
    do {
      let arguments = NegativeArguments.protect(Array(CommandLine.arguments.dropFirst()))
      if let fault = CommandNames.fault(in: arguments) {
        report(Usage.prefix + fault)
        Console.note("  See 'atalaya --help' for the commands.")
        throw ExitCode.validationFailure
      }
      var command = try await parsed(arguments)
      do {
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
      } catch let error as ValidationError {
        // Found after parsing, when the command is no longer known to the parser.
        report(Usage.prefix + error.message)
        let usage = AtalayaCommand.usageString(for: type(of: command))
        Console.note("Usage: \(usage)")
        Console.note("  See '\(name(of: command)) --help' for more information.")
        throw ExitCode.validationFailure
      }
    } catch {
      let (code, message) = (AtalayaCommand.exitCode(for: error), AtalayaCommand.fullMessage(for: error))
      // Help and version are results.
      if code == .success { return Console.print(message) }
      // Words of the command line come back in it; not by the parser's own way, which lets control characters through.
      if !message.isEmpty { report(message) }
      exit(code.rawValue)
    }
  }

  /// The command that the arguments ask for; ends here where they are wrong.
  private static func parsed(_ arguments: [String]) async throws -> any ParsableCommand {
    do { return try await AtalayaCommand.asyncParseAsRoot(arguments) } catch {
      guard AtalayaCommand.exitCode(for: error) == .validationFailure else { throw error }
      report(CommandLineFaults.message(of: arguments, first: error))
      throw ExitCode.validationFailure
    }
  }

  /// Prints what is wrong with a command line: as it was typed, and under the prefix that all errors have.
  private static func report(_ message: String) {
    let lines = NegativeArguments.plain(message).split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines {
      let isPrefixed = line.hasPrefix(Usage.prefix)
      Console.note((isPrefixed ? "error: " : "") + line.dropFirst(isPrefixed ? Usage.prefix.count : 0))
    }
  }

  /// `atalaya radar pd`: the words of the usage before options and arguments.
  private static func name(of command: any ParsableCommand) -> String {
    AtalayaCommand.usageString(for: type(of: command)).split(separator: " ")
      .prefix { word in word.allSatisfy { $0.isLetter || $0 == "-" } && word.first != "-" }.joined(separator: " ")
  }
}

/// `atalaya`
struct AtalayaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atalaya",
    abstract: "Plan air-surveillance coverage and response: what is seen, and who arrives in time.",
    version: AtalayaVersion.current,
    subcommands: [
      PlanCommand.self,
      ReportCommand.self,
      LiveCommand.self,
      CompareCommand.self,
      CoverageCommand.self,
      FloorCommand.self,
      ResponseCommand.self,
      ReachCommand.self,
      InterceptCommand.self,
      PlaceCommand.self,
      SelectCommand.self,
      LeakCommand.self,
      SitesCommand.self,
      ValidateCommand.self,
      InitCommand.self,
      LocateCommand.self,
      DistanceCommand.self,
      ConditionsCommand.self,
      ProfileCommand.self,
      RouteCommand.self,
      FitCommand.self,
      TerrainCommand.self,
      RadarCommand.self,
    ]
  )
}
