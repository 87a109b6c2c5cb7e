import ArgumentParser
import Atalaya

/// The command line's entry.
@main
struct AtalayaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atalaya",
    abstract: "Plans air-surveillance coverage and response: what is seen, and who gets there in time.",
    version: AtalayaVersion.current,
    subcommands: [
      Init.self, Validate.self, PlanCommand.self, CoverageCommand.self, ResponseCommand.self, InterceptCommand.self,
    ]
  )
}
