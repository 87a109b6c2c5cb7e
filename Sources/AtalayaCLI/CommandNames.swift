import ArgumentParser
import Atalaya

/// The names of commands, checked before the parser takes a wrong one for an argument of the command above it.
enum CommandNames {
  /// How many words at the beginning of a command line are names of commands.
  static func count(in arguments: [String]) -> Int {
    var command: any ParsableCommand.Type = AtalayaCommand.self
    return arguments.prefix { word in
      guard let child = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
        return false
      }
      command = child
      return true
    }.count
  }

  /// What is wrong with the first name that no command has, also behind `help`; nil for nothing.
  static func fault(in arguments: [String]) -> String? {
    var words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    var command: any ParsableCommand.Type = AtalayaCommand.self
    while let word = words.popFirst(), !word.hasPrefix("-"), word != "help" {
      let children = command.configuration.subcommands
      if children.isEmpty { return nil }
      let names = children.compactMap { $0.configuration.commandName }
      guard let child = children.first(where: { $0.configuration.commandName == word }) else {
        // What a command does without a name of its own takes arguments.
        if command.configuration.defaultSubcommand != nil { return nil }
        return "“\(NegativeArguments.plain(word))” is not a command; \(NearestName.choices(for: word, among: names))"
      }
      command = child
    }
    return nil
  }
}
