internal import CGDAL
internal import Units

/// What the metadata of a variable of netCDF says.
struct NetCDFVariable {
  /// The dimension of pressure, and pascals in its unit; nil where there is none.
  private var level: (name: String, pascals: Double)?
  /// The dimension of time, the seconds of its unit and of its origin since 1970.
  private var time: (name: String, unit: Double, origin: Double)?

  /// The names of a file's variables; empty for a file of one.
  static func subdatasets(of dataset: GDALDatasetH) -> [String] {
    let list = GDALGetMetadata(dataset, "SUBDATASETS")
    return (0..<Int(CSLCount(list))).compactMap { index in
      guard let item = list?[index].map({ String(cString: $0) }), item.contains("_NAME=") else {
        return nil
      }
      return item.split(separator: ":").last.map(String.init)
    }
  }

  init(_ dataset: GDALDatasetH) {
    let list = GDALGetMetadata(dataset, nil)
    for index in 0..<Int(CSLCount(list)) {
      guard let item = list?[index].map({ String(cString: $0) }),
        let mark = item.firstRange(of: "#units=")
      else {
        continue
      }
      let (name, unit) = (String(item[..<mark.lowerBound]), String(item[mark.upperBound...]))
      if let pascals = LevelBand.Quantity.pascals(in: unit) {
        level = (name, pascals)
      } else if let (seconds, origin) = Self.time(unit) {
        time = (name, seconds, origin)
      }
    }
  }

  /// Quantity, pressure (Pa), time (s since 1970) and unit; nil for another quantity or without pressure.
  func read(_ band: GDALRasterBandH) -> (LevelBand.Quantity, Double, Double?, String)? {
    func item(_ name: String) -> String {
      GDALGetMetadataItem(band, name, nil).map { String(cString: $0) } ?? ""
    }
    guard let quantity = LevelBand.Quantity([item("standard_name"), item("NETCDF_VARNAME")]),
      let level,
      let number = Double(item("NETCDF_DIM_" + level.name)), number > 0
    else { return nil }
    let seconds = time.flatMap { time in
      Double(item("NETCDF_DIM_" + time.name)).map { $0 * time.unit + time.origin }
    }
    return (quantity, number * level.pascals, seconds, item("units"))
  }

  /// The seconds of a unit and of its origin: `hours since 1900-01-01 00:00:00.0`; nil for another unit.
  private static func time(_ unit: String) -> (unit: Double, origin: Double)? {
    let words = unit.split { $0 == " " || $0 == "T" || $0 == "Z" }.map(String.init)
    guard words.count >= 3, words[1] == "since" else { return nil }
    let seconds: Double
    switch words[0].lowercased() {
    case "seconds", "second", "s": seconds = 1
    case "minutes", "minute", "min": seconds = 60
    case "hours", "hour", "h": seconds = 3600
    case "days", "day", "d": seconds = Double(Duration.secondsPerDay)
    default: return nil
    }
    let date = words[2].split(separator: "-").compactMap { Int($0) }
    guard date.count == 3, (1...9999).contains(date[0]), (1...12).contains(date[1]),
      (1...31).contains(date[2])
    else {
      return nil
    }
    let clock = (words.count > 3 ? words[3] : "0").split(separator: ":").compactMap { Double($0) }
    let ofDay = zip(clock, [3600.0, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    return (
      seconds, Double(days(date[0], date[1], date[2])) * Double(Duration.secondsPerDay) + ofDay
    )
  }

  /// Days since 1970-01-01 of the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // From March on, so that the leap day ends the year.
    let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468
  }
}
