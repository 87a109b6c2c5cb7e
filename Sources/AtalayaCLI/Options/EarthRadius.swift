import ArgumentParser
import Atalaya

/// The radius of the effective Earth: a length; a bare number is kilometres.
struct EarthRadius: OptionReadable, Comparable {
  var length: Length

  static func read(_ text: String) throws -> EarthRadius {
    EarthRadius(length: try (try? NumberText.parse(text)).map { .kilometres($0) } ?? Length.parse(text))
  }

  static func < (one: Self, other: Self) -> Bool { one.length < other.length }
}
