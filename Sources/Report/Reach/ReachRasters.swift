internal import GeoFiles
internal import Planning
internal import Response
internal import Units

/// The rasters of reach: minutes from the order, one file for each subject and period.
struct ReachRasters: Sendable {
  let reach: Reach

  /// The names of the files without their ending, in the order of the fields: `reach-all-day`, `reach-base-pichari-night`.
  var stems: [String] {
    var taken: Set<String> = []
    return reach.fields.map { field in
      let id = field.subject.id.map { "-" + Self.plain($0) } ?? ""
      let stem = "reach-\(field.subject.kind)\(id)"
      var name = "\(stem)-\(field.period.rawValue)"
      // Ids that differ in letters that names of files lack.
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(stem)-\(number)-\(field.period.rawValue)"
        number += 1
      }
      return name
    }
  }

  private static func plain(_ id: String) -> String {
    let plain = id.map { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber) || letter == "_" || letter == "-" ? letter : "_"
    }
    return String(plain.prefix(80))
  }

  /// Whether a file of such rasters can have a name.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix("reach-")
      && (name.hasSuffix("-day.tif") || name.hasSuffix("-night.tif")
        || name.hasSuffix("-day.qml") || name.hasSuffix("-night.qml"))
  }

  /// Minutes as `Float32`; NaN, which is no data, where nobody is counted as arriving.
  func write(_ field: ReachField, to path: String) throws(GeoFileError) {
    let who = field.subject.id.map { "\(field.subject.kind) \($0)" } ?? "all assets"
    let options = RasterWriter.Options(
      isCloudOptimized: true, isHeldInMemory: true, noData: .nan, unit: "min",
      description:
        "minutes from the order to arrival by \(field.period.rawValue), \(who); no data where out of reach or the ground is unknown"
    )
    try RasterWriter.write(Grid(frame: reach.area.frame, cells: field.minutes), to: path, options: options)
  }

  /// How QGIS draws them.
  var style: RasterStyle {
    let limits = reach.question.limits
    return RasterStyle(
      stops: [(0, "0", Palette.floor(0, of: limits.count + 1))]
        + limits.enumerated().map { ($1.inMinutes, $1.text, Palette.floor($0 + 1, of: limits.count + 1)) })
  }
}
