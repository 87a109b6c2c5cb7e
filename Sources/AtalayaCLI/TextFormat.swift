import ArgumentParser
import Foundation

/// How a command that answers with one thing prints it.
enum TextFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// Writes to standard error.
func printError(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
