import ArgumentParser
import Atalaya

/// Everything that is wrong with a command line. The parser ends at the first fault that it finds itself.
///
/// What it found is repaired in the arguments, and they are parsed again, until nothing is wrong any more: an option that
/// nothing has becomes the one that was meant, or goes; what is missing is given as a word that nobody writes, and what is
/// said about that word is not reported.
struct CommandLineFaults {
  private var arguments: [String]
  private var lines: [String] = []
  /// Words behind options that nothing has: theirs, or arguments of the command.
  private var loose: [String] = []
  /// Options that were put in place of others.
  private var meant: Set<String> = []

  /// Stands for what is missing.
  private static let missing = "\u{10FFFD}"
  /// Nobody reads more lines.
  private static let most = 50

  /// What the user reads of a command line that the parser refused: every fault on a line of its own, and the usage.
  static func message(of arguments: [String], first error: any Error) -> String {
    let (first, whole) = (AtalayaCommand.message(for: error), AtalayaCommand.fullMessage(for: error))
    let head = Usage.prefix + first + "\n"
    guard whole.hasPrefix(head), !arguments.isEmpty else { return whole }
    var faults = CommandLineFaults(arguments: arguments)
    faults.find(first)
    // The help of the one option that is wrong would stand for one of several.
    let rest = whole.dropFirst(head.count)
    let usage = faults.lines.count > 1 && rest.hasPrefix("Help:") ? rest.drop { $0 != "\n" }.dropFirst() : rest
    return Usage.prefix + faults.lines.joined(separator: "\n" + Usage.prefix) + "\n" + usage
  }

  private init(arguments: [String]) { self.arguments = arguments }

  private mutating func find(_ first: String) {
    let notes = Usage.Notes()
    Usage.$notes.withValue(notes) {
      var last: String?
      while lines.count < Self.most {
        // What is wrong with values counts once all else is right: an option may lack another one that is misspelt.
        notes.problems = []
        guard let fault = parse(), fault != last else { break }
        take([fault])
        guard repair(fault) else { break }
        last = fault
      }
    }
    take(notes.problems)
    if lines.isEmpty { lines = first.split(separator: "\n" + Usage.prefix).map(String.init) }
  }

  /// What the parser finds next; nil for nothing.
  private func parse() -> String? {
    do {
      _ = try AtalayaCommand.parseAsRoot(arguments)
      return nil
    } catch {
      guard AtalayaCommand.exitCode(for: error) == .validationFailure else { return nil }
      return AtalayaCommand.message(for: error)
    }
  }

  private mutating func take(_ found: [String]) {
    for line in found where !line.contains(Self.missing) && !lines.contains(line) { lines.append(line) }
  }

  /// Changes the arguments so that a fault is none any more.
  /// - Returns: Whether the fault is of a kind that can be repaired.
  private mutating func repair(_ fault: String) -> Bool {
    if let match = fault.wholeMatch(of: #/Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/#) {
      return replace(String(match.output.1), with: match.output.2.map(String.init))
    }
    if let match = fault.wholeMatch(of: #/Missing value for '(\S+)(?: <.*>)?'/#) {
      let name = String(match.output.1)
      if meant.contains(name) { lines.removeAll { $0 == fault } }
      return giveValue(to: name)
    }
    if let match = fault.wholeMatch(of: #/The option '(.+?)' does not take any value, but '.*' was specified\./#) {
      let name = String(match.output.1)
      if meant.contains(name) { lines.removeAll { $0 == fault } }
      guard let index = arguments.firstIndex(where: { $0.hasPrefix(name + "=") }) else { return false }
      arguments[index] = name
      return true
    }
    if let match = fault.wholeMatch(of: #/(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'/#) {
      return drop(match.output.1.split(separator: "', '").map(String.init), fault)
    }
    if let match = fault.wholeMatch(of: #/Missing expected argument '(?:(--?\S+) )?<.*>(?: \.\.\.)?'/#) {
      let name = match.output.1.map(String.init)
      // Behind the names of the commands, where no option takes it for its own.
      arguments.insert(contentsOf: [name, Self.missing].compactMap(\.self), at: CommandNames.count(in: arguments))
      return true
    }
    return false
  }

  /// Puts the option that was meant in place of one that nothing has.
  private mutating func replace(_ name: String, with other: String?) -> Bool {
    guard let index = arguments.firstIndex(where: { $0 == name || $0.hasPrefix(name + "=") }) else { return false }
    if let other {
      meant.insert(other)
      arguments[index] = other + arguments[index].dropFirst(name.count)
      return true
    }
    if index + 1 < arguments.count, arguments[index] == name, !arguments[index + 1].hasPrefix("-") {
      loose.append(arguments[index + 1])
    }
    arguments.remove(at: index)
    return true
  }

  private mutating func giveValue(to name: String) -> Bool {
    if let index = arguments.firstIndex(of: name + "=") {
      arguments[index] += Self.missing
      return true
    }
    guard
      let index = arguments.indices.first(where: { index in
        arguments[index] == name && (index + 1 == arguments.count || arguments[index + 1].hasPrefix("-"))
      })
    else { return false }
    arguments.insert(Self.missing, at: index + 1)
    return true
  }

  /// Takes out words that nothing wants; those behind unknown options are not reported.
  private mutating func drop(_ words: [String], _ fault: String) -> Bool {
    var isRepaired = false
    for word in words {
      guard let index = arguments.lastIndex(of: word) else { continue }
      arguments.remove(at: index)
      isRepaired = true
    }
    if words.allSatisfy({ loose.contains($0) || $0 == Self.missing }) { lines.removeAll { $0 == fault } }
    return isRepaired
  }
}
