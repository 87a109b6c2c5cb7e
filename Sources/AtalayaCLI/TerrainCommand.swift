import ArgumentParser

/// What belongs to terrain.
struct TerrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terrain",
    abstract: "Get terrain, and tell what it holds.",
    subcommands: [TerrainInfo.self, TerrainFetchCommand.self])
}
