/// Words of command lines that are printed to be copied.
public enum ShellWord {
  /// A word as a POSIX shell takes it: between single quotes where it needs them.
  public static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./=:,".unicodeScalars.contains(scalar)
    }
    return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

extension Scenario {
  /// The command line that gets terrain for the scenario.
  public var fetchCommand: String { "atalaya terrain fetch " + ShellWord.quoted(path ?? "FOLDER") }
}
