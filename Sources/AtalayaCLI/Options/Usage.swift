import ArgumentParser
import Atalaya

/// What is wrong with how a command is called, all at once.
struct Usage {
  /// What the parser writes before its errors; ``Main`` prints the prefix of all others instead.
  static let prefix = "Error: "

  private var problems: [String] = []

  /// What is wrong with the values of a command line while it is parsed for its other faults.
  final class Notes: @unchecked Sendable {
    // Parsed by one task.
    var problems: [String] = []
  }

  /// Where problems are noted; nil where they end the parsing.
  @TaskLocal static var notes: Notes?

  /// Reports that an option is wrong.
  mutating func report(_ problem: String) { problems.append(problem) }

  /// Reports values that cannot be read, each with the name of its option.
  mutating func check<Value>(_ name: String, _ values: OptionValue<Value>?...) { check(name, values.compactMap { $0 }) }

  /// Reports values of a repeated option that cannot be read.
  mutating func check<Value>(_ name: String, _ values: [OptionValue<Value>]) {
    for problem in values.compactMap(\.problem) { report("\(name): \(problem)") }
  }

  /// Reports values that cannot be read or lie outside a range, which the message names.
  mutating func check<Value: Comparable>(
    _ name: String, _ values: [OptionValue<Value>], in range: ClosedRange<Value>, _ words: String
  ) {
    check(name, values)
    for value in values {
      if let number = try? value.get(), !range.contains(number) { report("\(name) “\(value.text)”: write \(words)") }
    }
  }

  /// Reports a value that cannot be read or lies outside a range, which the message names.
  mutating func check<Value: Comparable>(
    _ name: String, _ value: OptionValue<Value>?, in range: ClosedRange<Value>, _ words: String
  ) {
    check(name, value.map { [$0] } ?? [], in: range, words)
  }

  /// Reports a whole number that cannot be read or lies outside a range.
  mutating func check(_ name: String, _ number: OptionValue<Int>?, in range: ClosedRange<Int>) {
    guard let number, number.value.map(range.contains) != true else { return }
    report("\(name) “\(number.text)”: write a whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  /// Reports a number that cannot be read or lies outside a range.
  mutating func check(_ name: String, _ number: OptionValue<Double>?, in range: ClosedRange<Double>) {
    guard let number, number.value.map(range.contains) != true else { return }
    let (low, high) = (range.lowerBound.significant(6), range.upperBound.significant(6))
    report("\(name) “\(number.text)”: write a number from \(low) to \(high)")
  }

  /// Reports a probability of false alarm that cannot be read or that no detector takes.
  mutating func check(falseAlarm pfa: OptionValue<Double>?) {
    guard let pfa, pfa.value.map({ 1e-200 <= $0 && $0 < 1 }) != true else { return }
    report("--pfa “\(pfa.text)”: write a probability from 1e-200 to below 1, as in 1e-6")
  }

  /// Reports a file's name where a folder is asked for, so that no folder is made that looks like a file.
  mutating func check(folder path: String?) {
    guard let path else { return }
    let parts = path.split(separator: "/").last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    let files = ["csv", "geojson", "gpkg", "htm", "html", "json", "kml", "pdf", "png", "svg", "tif"]
    guard parts.count > 1, let ending = parts.last?.lowercased(), files.contains(ending) else { return }
    report("--output names a folder, in which the files are written: write a name that does not end in .\(ending)")
  }

  /// Reports a name that is not that of a file of a kind: that of another kind, or `-`, which would be a file of this name.
  /// - Parameter ending: How the names of files of the kind end.
  mutating func check(_ name: String, file path: String?, ending: String) {
    guard let path else { return }
    let others = ["csv", "geojson", "htm", "html", "jpeg", "jpg", "json", "kml", "pdf", "png", "svg", "tif"]
    let own = path.split(separator: "/").last?.split(separator: ".").last?.lowercased() ?? ""
    if path == "-" {
      report("\(name) -: write the name of a file; standard output has the answer")
    } else if path.contains("."), own != ending, others.contains(own) {
      report("\(name) “\(path)”: the file is \(ending.uppercased()), write a name that ends in .\(ending)")
    }
  }

  /// Reports options that are given without the one that they belong to.
  mutating func require(_ partner: String, _ isThere: Bool, for options: KeyValuePairs<String, Bool>) {
    require(partner, isThere, for: Array(options))
  }

  /// The same for options of several groups.
  mutating func require(_ partner: String, _ isThere: Bool, for options: [(key: String, value: Bool)]) {
    let given = options.filter(\.value).map(\.key)
    guard !isThere, !given.isEmpty else { return }
    report("\(given.joined(separator: ", ")) \(given.count == 1 ? "goes" : "go") with \(partner)")
  }

  /// Reports options that have no meaning together with another one.
  mutating func refuse(
    with partner: String, _ isThere: Bool, _ options: KeyValuePairs<String, Bool>, because reason: String? = nil
  ) {
    refuse(with: partner, isThere, Array(options), because: reason)
  }

  /// The same for options of several groups.
  mutating func refuse(
    with partner: String, _ isThere: Bool, _ options: [(key: String, value: Bool)], because reason: String? = nil
  ) {
    let given = options.filter(\.value).map(\.key)
    guard isThere, !given.isEmpty else { return }
    report(
      "\(given.joined(separator: ", ")) \(given.count == 1 ? "does" : "do") not go with \(partner)"
        + (reason.map { ": \($0)" } ?? ""))
  }

  /// Ends in a usage error when something is wrong; where notes are taken, it is noted instead.
  func finish() throws {
    if let notes = Self.notes { return notes.problems += problems }
    // The parser writes the first prefix.
    if !problems.isEmpty { throw ValidationError(problems.joined(separator: "\n" + Self.prefix)) }
  }
}
