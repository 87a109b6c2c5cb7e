import Atalaya
import Foundation

/// A rectangle in degrees: `south, west, north, east`.
struct Rectangle: OptionReadable {
  var southWest, northEast: Position

  static func read(_ text: String) throws -> Rectangle {
    // A leading minus arrives as the Unicode one.
    let numbers = text.replacing("\u{2212}", with: "-").split(separator: ",").map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    guard numbers.count == 4, let south = numbers[0], let west = numbers[1], let north = numbers[2],
      let east = numbers[3], (-90...90).contains(south), (-90...90).contains(north), south < north,
      (-180...180).contains(west), (-180...180).contains(east), west != east
    else {
      throw OptionProblem(
        "“\(text)” is not a rectangle: write south, west, north, east in degrees, as in \"-13, -78, -11, -76\"")
    }
    return Rectangle(
      southWest: Position(latitudeDegrees: south, longitudeDegrees: west),
      northEast: Position(latitudeDegrees: north, longitudeDegrees: east))
  }
}
