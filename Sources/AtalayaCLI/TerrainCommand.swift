import ArgumentParser

/// What belongs to terrain.
struct TerrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terrain",
    abstract: "Tell what a terrain model holds.",
    subcommands: [TerrainInfo.self])
}
