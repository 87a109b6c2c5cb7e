import ArgumentParser
import Atalaya
import Foundation

/// An altitude with its datum; a flight level is above mean sea level.
struct StatedAltitude: OptionReadable {
  var altitude: Altitude

  static func read(_ text: String) throws -> StatedAltitude {
    if let level = try? Length.parse(altitude: text), text.uppercased().hasPrefix("FL") {
      return StatedAltitude(altitude: .aboveSeaLevel(level))
    }
    return StatedAltitude(altitude: try Altitude.parse(text))
  }
}
