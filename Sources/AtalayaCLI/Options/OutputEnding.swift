import ArgumentParser
import Foundation

extension OptionChoice {
  /// The format of an answer: as it is stated, else by the ending of the name of its file; without either the first one, which is
  /// for reading.
  static func chosen(_ stated: OptionValue<Self>?, writtenTo output: String?) -> Self {
    stated?.value ?? output.flatMap(Self.init(fileName:)) ?? Self.allCases[Self.allCases.startIndex]
  }

  /// The format that a file's name says by its ending; nil where it says none.
  fileprivate init?(fileName: String) {
    let ending = Self.ending(of: fileName)
    guard let format = ending == "txt" ? Self.allCases.first : Self(word: ending) else { return nil }
    self = format
  }

  fileprivate static func ending(of fileName: String) -> String { (fileName as NSString).pathExtension.lowercased() }
}

extension Usage {
  /// Reports a file's name whose ending is that of no format, where none is stated: the file would not be what its name says.
  mutating func check<Format: OptionChoice>(output: String?, _ format: OptionValue<Format>?) {
    check("--format", format)
    guard format == nil, let output, !Format.ending(of: output).isEmpty, Format(fileName: output) == nil else { return }
    let endings = (Format.choices.dropFirst() + ["txt"]).map { "." + $0 }
    report(
      "--output “\(output)”: write a name that ends in \(endings.dropLast().joined(separator: ", ")) or "
        + "\(endings[endings.count - 1]), or state --format")
  }
}
