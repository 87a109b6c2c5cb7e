import ArgumentParser

/// `atalaya terrain`
struct TerrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terrain",
    abstract: "Get terrain, and show what it holds.",
    subcommands: [TerrainInfoCommand.self, TerrainFetchCommand.self])
}
