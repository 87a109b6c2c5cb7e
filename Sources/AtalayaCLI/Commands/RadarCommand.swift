import ArgumentParser
import Atalaya

/// `atalaya radar`
struct RadarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "radar",
    abstract: "Compute what a radar detects, apart from any plan.",
    subcommands: [RadarTypeCommand.self, RadarPdCommand.self],
    defaultSubcommand: RadarTypeCommand.self)
}
