internal import Geodesy

/// Dry land far below sea level, and the inland seas that lie in some of it.
///
/// The lowest land outside these is some 10 m below sea level (the polders of the Netherlands, −7 m; the Fens).
/// - Source: Heights: U.S. National Park Service, "Lowest Places on Earth" (nps.gov/deva), whose list this follows but for the
///   Dead Sea (−430 m, the level of about 2016, which falls by a metre a year), the chotts, the Fayum, Gualicho and Valdés,
///   which are rounded from general knowledge, as are the boxes: drawn generously by hand, not surveyed.
struct Depression: Sendable {
  let name: String
  let latitudes: ClosedRange<Double>
  let longitudes: ClosedRange<Double>
  /// The lowest dry land, metres above mean sea level.
  let lowestLand: Float
  /// The surface of the water in it; nil where none is deep enough to matter.
  var level: Float?

  /// How far below the lowest land a post may lie and still be land: errors of models, and ground that is dug away.
  static let margin: Float = 20
  /// The lowest dry land outside the valley of the Dead Sea, metres: Lake Assal, Djibouti, and Turfan, both about −155 m.
  static let lowestElsewhere: Float = -160

  static let all = [
    Depression(
      name: "the Dead Sea", latitudes: 30.3...33.1, longitudes: 35.1...35.9, lowestLand: -430, level: -430),
    Depression(
      name: "the Caspian Sea", latitudes: 36.3...48.6, longitudes: 45.9...55.3, lowestLand: -132, level: -28),
    Depression(name: "Sarykamysh and Akchakaya", latitudes: 38.8...42.7, longitudes: 56...60.3, lowestLand: -81),
    Depression(name: "Turfan", latitudes: 42...43.4, longitudes: 87.9...90.8, lowestLand: -155),
    Depression(name: "Lake Assal", latitudes: 11.4...11.9, longitudes: 42.2...42.6, lowestLand: -155),
    Depression(name: "the Danakil", latitudes: 12.8...15, longitudes: 39.8...41.3, lowestLand: -125),
    Depression(name: "Qattara and Siwa", latitudes: 28.3...30.8, longitudes: 24.7...29.7, lowestLand: -133),
    Depression(name: "the Fayum", latitudes: 28.9...29.8, longitudes: 30...31.2, lowestLand: -53),
    Depression(name: "Sabkhat Ghuzayyil", latitudes: 29.2...30.3, longitudes: 18.9...20.6, lowestLand: -47),
    Depression(name: "the chotts", latitudes: 33.4...34.9, longitudes: 5.7...8.3, lowestLand: -40),
    Depression(name: "Sebkha Tah", latitudes: 27.3...28, longitudes: -13.1 ... -12.2, lowestLand: -55),
    Depression(name: "Death Valley", latitudes: 35.5...37.3, longitudes: -117.4 ... -116.3, lowestLand: -86),
    Depression(name: "the Salton Sea", latitudes: 32.3...34, longitudes: -116.6 ... -115.1, lowestLand: -72),
    Depression(name: "Lake Enriquillo", latitudes: 18.2...18.8, longitudes: -72.3 ... -71.2, lowestLand: -46),
    Depression(name: "Gran Bajo de San Julián", latitudes: -50 ... -49.2, longitudes: -69 ... -67.9, lowestLand: -105),
    Depression(name: "Bajo del Gualicho", latitudes: -40.8 ... -40, longitudes: -65.8 ... -64.8, lowestLand: -73),
    Depression(name: "Salinas of Valdés", latitudes: -42.8 ... -42.3, longitudes: -64.2 ... -63.6, lowestLand: -42),
    Depression(name: "Lake Eyre", latitudes: -30 ... -27.3, longitudes: 136.3...138.7, lowestLand: -16),
  ]

  /// The depression that holds a place; nil outside all.
  static func around(_ place: Position) -> Depression? {
    let place = place.normalized
    return all.first {
      $0.latitudes.contains(place.latitudeDegrees) && $0.longitudes.contains(place.longitudeDegrees)
    }
  }
}
