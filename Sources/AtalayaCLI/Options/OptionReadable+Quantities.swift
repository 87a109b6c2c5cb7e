import ArgumentParser
import Atalaya

extension Length: OptionReadable {
  static func read(_ text: String) throws -> Length { try parse(text) }
}

extension Angle: OptionReadable {
  static func read(_ text: String) throws -> Angle { try parse(text) }
}

extension Speed: OptionReadable {
  static func read(_ text: String) throws -> Speed { try parse(text) }
}

extension Position: OptionReadable {
  static func read(_ text: String) throws -> Position { try Position(parsing: text) }
}
