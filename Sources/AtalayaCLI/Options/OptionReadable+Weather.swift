import Atalaya
import Foundation

extension Area: OptionReadable {
  static func read(_ text: String) throws -> Area { try parse(text) }
}

extension RainRate: OptionReadable {
  static func read(_ text: String) throws -> RainRate { try parse(text) }
}
