internal import Foundation

/// The Military Grid Reference System (NGA.STND.0037), UTM and polar squares.
public enum MGRS {
  private static let columnSets = [Array("ABCDEFGH"), Array("JKLMNPQR"), Array("STUVWXYZ")]
  private static let rows = Array("ABCDEFGHJKLMNPQRSTUV")
  /// Polar areas: letter, pole, first easting and northing in units of 100 km, columns, rows.
  private static let polar:
    [(letter: Character, isNorth: Bool, firstEasting: Int, first: Int, columns: [Character], rows: [Character])] = [
      ("A", false, 8, 8, Array("JKLPQRSTUXYZ"), Array("ABCDEFGHJKLMNPQRSTUVWXYZ")),
      ("B", false, 20, 8, Array("ABCFGHJKLPQR"), Array("ABCDEFGHJKLMNPQRSTUVWXYZ")),
      ("Y", true, 13, 13, Array("RSTUXYZ"), Array("ABCDEFGHJKLMNP")),
      ("Z", true, 20, 13, Array("ABCFGHJ"), Array("ABCDEFGHJKLMNP")),
    ]

  /// The reference of the square that holds a place.
  /// - Parameters:
  ///   - position: The place.
  ///   - digits: Digits of easting and northing each, 0 (100 km) to 5 (1 m) and on to 8 (1 mm).
  /// - Returns: The reference without spaces, `18LXM2708406816` for instance; digits are cut, not rounded.
  public static func text(_ position: Position, digits: Int = 5) -> String {
    let digits = min(max(digits, 0), 8)
    var grid = GridCoordinate(position)
    // Rounding of degrees and of the projection is below 0.1 µm; without it a whole metre would fall to the one before.
    grid.eastingMetres += 1e-7
    grid.northingMetres += 1e-7
    let column = Int((grid.eastingMetres / 100_000).rounded(.down))
    let row = Int((grid.northingMetres / 100_000).rounded(.down))
    let head: String
    if grid.zone == 0 {
      // East of the pole's meridian the other letter; the pole itself belongs to the east.
      let area = polar[(grid.isNorth ? 2 : 0) + (column >= 20 ? 1 : 0)]
      let c = min(max(column - area.firstEasting, 0), area.columns.count - 1)
      let r = min(max(row - area.first, 0), area.rows.count - 1)
      head = "\(area.letter)\(area.columns[c])\(area.rows[r])"
    } else {
      let columns = columnSets[(grid.zone - 1) % 3]
      let c = columns[min(max(column - 1, 0), 7)]
      let r = rows[(row + (grid.zone.isMultiple(of: 2) ? 5 : 0)) % 20]
      let zone = grid.zone < 10 ? "0\(grid.zone)" : "\(grid.zone)"
      head = "\(zone)\(GridCoordinate.band(ofLatitude: position.latitudeDegrees))\(c)\(r)"
    }
    guard digits > 0 else { return head }
    let unit = pow(10, 5 - Double(digits))
    func part(_ metres: Double) -> String {
      let within = metres - (metres / 100_000).rounded(.down) * 100_000
      let number = min(Int((within / unit).rounded(.down)), Int(pow(10, Double(digits))) - 1)
      let text = String(number)
      return String(repeating: "0", count: digits - text.count) + text
    }
    return head + part(grid.eastingMetres) + part(grid.northingMetres)
  }

  /// Whether a text has the shape of a reference: zone, band and square, or a polar area and square, then digits.
  static func looksLike(_ text: String) -> Bool {
    let compact = text.filter { !$0.isWhitespace }.uppercased()
    return compact.wholeMatch(of: /(\d{1,2}[A-Z]|[ABYZ])[A-Z]{2}\d*/) != nil
  }

  /// The centre of the square that a reference names, as GeographicLib's GeoConvert reads it.
  /// - Throws: ``GeodesyError`` with code `impossibleGrid` when zone, band, column and row do not fit together, and
  ///   `unreadableCoordinate` when the digits do not split in two halves.
  public static func position(_ text: String) throws(GeodesyError) -> Position {
    let compact = text.filter { !$0.isWhitespace }.uppercased()
    guard let match = compact.wholeMatch(of: /(\d{0,2})([A-Z])([A-Z])([A-Z])(\d*)/) else {
      throw GeodesyError(
        .unreadableCoordinate, text, "a grid reference is zone, band, two letters and digits, as 18LXM2708406816")
    }
    let digits = match.5
    guard digits.count.isMultiple(of: 2), digits.count <= 22 else {
      throw GeodesyError(
        .unreadableCoordinate, text,
        "the \(digits.count) digits must be an even number, half for the easting and half for the northing")
    }
    let half = digits.count / 2
    let unit = pow(10, 5 - Double(half))
    let east = ((Double(digits.prefix(half)) ?? 0) + 0.5) * unit
    let north = ((Double(digits.suffix(half)) ?? 0) + 0.5) * unit
    guard let band = match.2.first, let column = match.3.first, let row = match.4.first else {
      throw GeodesyError(.unreadableCoordinate, text, "the square has two letters")
    }
    if match.1.isEmpty { return try polarPosition(text, band, column, row, east, north) }
    guard let zone = Int(match.1), (1...60).contains(zone) else {
      throw GeodesyError(.impossibleGrid, text, "zones run from 1 to 60")
    }
    guard let latitudes = GridCoordinate.latitudes(ofBand: band) else {
      throw GeodesyError(
        .impossibleGrid, text, "“\(band)” is not a latitude band", remedy: "bands are C to X without I and O")
    }
    let columns = columnSets[(zone - 1) % 3]
    guard let c = columns.firstIndex(of: column) else {
      throw GeodesyError(
        .impossibleGrid, text, "zone \(zone) has columns \(columns[0]) to \(columns[7]), not “\(column)”")
    }
    guard let r = rows.firstIndex(of: row) else {
      throw GeodesyError(.impossibleGrid, text, "“\(row)” is not a row", remedy: "rows are A to V without I and O")
    }
    let isNorth = latitudes.lowerBound >= 0
    let first = Double((r + (zone.isMultiple(of: 2) ? 15 : 0)) % 20) * 1e5
    // Rows repeat every 2 000 km, which is twice a band and more: the right turn is the one nearest to the band's middle.
    // A degree of latitude is 110.6 to 111.7 km on the ground.
    let middle = (latitudes.lowerBound + latitudes.upperBound) / 2 * 111_100 + (isNorth ? 0 : 1e7)
    let south = first + ((middle - first - 5e4) / 2e6).rounded() * 2e6
    let west = Double(c + 1) * 1e5
    var projection = GridProjection(zone: zone, isNorth: isNorth)
    if south >= 0, south < (isNorth ? 9.6e6 : 1e7), touches(&projection, west: west, south: south, latitudes),
      let position = projection.position(eastingMetres: west + east, northingMetres: south + north)
    {
      return position
    }
    throw GeodesyError(
      .impossibleGrid, text, "square \(column)\(row) of zone \(zone) does not reach into band \(band)")
  }

  private static func polarPosition(
    _ text: String, _ letter: Character, _ column: Character, _ row: Character, _ east: Double, _ north: Double
  ) throws(GeodesyError) -> Position {
    guard let area = polar.first(where: { $0.letter == letter }) else {
      throw GeodesyError(.impossibleGrid, text, "a reference without a zone is polar and begins with A, B, Y or Z")
    }
    guard let c = area.columns.firstIndex(of: column), let r = area.rows.firstIndex(of: row) else {
      throw GeodesyError(.impossibleGrid, text, "area \(letter) has no square \(column)\(row)")
    }
    let grid = GridCoordinate(
      zone: 0, isNorth: area.isNorth, eastingMetres: Double(area.firstEasting + c) * 1e5 + east,
      northingMetres: Double(area.first + r) * 1e5 + north)
    guard let position = grid.position else {
      throw GeodesyError(.impossibleGrid, text, "the square holds no place")
    }
    return position
  }

  /// Whether a 100 km square reaches into a range of latitudes: its corners and the middles of its sides decide.
  private static func touches(
    _ projection: inout GridProjection, west: Double, south: Double, _ latitudes: ClosedRange<Double>
  ) -> Bool {
    var lowest = 90.0
    var highest = -90.0
    for x in [0, 5e4, 1e5] {
      for y in [0, 1e5] {
        let corner = projection.position(eastingMetres: west + x, northingMetres: south + y)
        guard let latitude = corner?.latitudeDegrees else { continue }
        lowest = min(lowest, latitude)
        highest = max(highest, latitude)
      }
    }
    return lowest < latitudes.upperBound && highest > latitudes.lowerBound
  }
}
