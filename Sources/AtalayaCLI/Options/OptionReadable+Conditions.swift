import Atalaya

extension CalendarDate: OptionReadable {
  static func read(_ text: String) throws -> CalendarDate { try parse(text) }
}

extension Temperature: OptionReadable {
  static func read(_ text: String) throws -> Temperature { try parse(text) }
}

extension WindVector: OptionReadable {
  static func read(_ text: String) throws -> WindVector { try parse(text) }
}
