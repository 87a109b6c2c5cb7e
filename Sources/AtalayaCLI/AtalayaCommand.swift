import ArgumentParser
import Atalaya

/// The command line's entry.
@main
struct AtalayaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atalaya",
    abstract: "Plans air-surveillance coverage and response: what is seen, and who gets there in time.",
    version: "0.1.0",
    subcommands: [Init.self, Validate.self]
  )
}
