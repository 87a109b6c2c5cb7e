/// What the names and units of GRIB and netCDF mean.
extension LevelBand.Quantity {
  /// Free fall, m/s², by which geopotential is divided for a height.
  private static let gravity = 9.80665  // WMO-No. 49, vol. I

  /// Names of elements of GRIB as GDAL has them, standard names of the CF conventions, and names of variables, lower case.
  private static let names: [String: Self] = [
    "ugrd": .eastwardWind, "eastward_wind": .eastwardWind, "u": .eastwardWind, "ua": .eastwardWind,
    "vgrd": .northwardWind, "northward_wind": .northwardWind, "v": .northwardWind,
    "va": .northwardWind,
    "tmp": .temperature, "air_temperature": .temperature, "t": .temperature, "ta": .temperature,
    "rh": .relativeHumidity, "relative_humidity": .relativeHumidity, "r": .relativeHumidity,
    "hur": .relativeHumidity,
    "hgt": .height, "geopotential_height": .height, "gh": .height, "zg": .height,
    "gp": .height, "geopotential": .height, "z": .height,
  ]

  /// The quantity of the first name that is known.
  init?(_ names: [String]) {
    guard let found = names.lazy.compactMap({ Self.names[$0.lowercased()] }).first else {
      return nil
    }
    self = found
  }

  /// A number in the unit of the quantity; nil for a unit that is not one of it.
  func value(_ number: Double, in unit: String) -> Double? {
    let unit = unit.lowercased().filter { !"[] *^".contains($0) }
    return switch (self, unit) {
    case (.eastwardWind, "m/s"), (.northwardWind, "m/s"), (.eastwardWind, "ms-1"),
      (.northwardWind, "ms-1"):
      number
    case (.eastwardWind, "knots"), (.northwardWind, "knots"): number * 1852 / 3600
    case (.temperature, "k"), (.temperature, "kelvin"): number
    case (.temperature, "c"), (.temperature, "degc"), (.temperature, "celsius"): number + 273.15
    case (.relativeHumidity, "%"): number / 100
    case (.relativeHumidity, "1"): number
    case (.height, "m"), (.height, "gpm"): number
    case (.height, "m2s-2"), (.height, "m2/s2"): number / Self.gravity
    default: nil
    }
  }

  /// Pascals in a unit of pressure; nil for another unit.
  static func pascals(in unit: String) -> Double? {
    switch unit.lowercased() {
    case "pa": 1
    case "hpa", "millibars", "millibar", "mbar", "mb": 100
    default: nil
    }
  }
}
