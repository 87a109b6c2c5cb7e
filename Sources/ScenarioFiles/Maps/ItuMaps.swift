internal import Foundation
package import GeoFiles
package import Geodesy
internal import Radar
package import Units

/// A folder with digital maps that its owner obtained from the ITU.
///
/// Files are found by the names that the ITU gives them, in any case of letters. Values between four nodes are bilinear
/// (ITU-R P.1144).
package struct ItuMaps: Sendable {
  /// The folder.
  package let folder: String
  /// Names in it by their lower-case form.
  private let names: [String: String]

  /// The largest file that is read: the map of rain has 45 MB.
  private static let sizeLimit = 200_000_000

  /// A folder of maps.
  /// - Throws: ``GeoFileError`` with code `missing` when it cannot be listed.
  package init(folder: String) throws(GeoFileError) {
    guard !folder.utf8.contains(0), let found = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw GeoFileError(
        .missing, path: folder, problem: "is not a folder that can be read",
        remedy: "name the folder that holds the maps obtained from the ITU")
    }
    self.folder = folder
    names = Dictionary(found.sorted().map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a map is there.
  package func has(_ map: ItuMap) -> Bool { names[map.rawValue.lowercased()] != nil }

  /// The value of a map at a place.
  /// - Throws: ``GeoFileError``: `missing` for a map that the folder does not hold, `corrupt` for a table of another size and for
  ///   values that are none of such a map.
  package func value(of map: ItuMap, at place: Position) throws(GeoFileError) -> Double {
    guard let name = names[map.rawValue.lowercased()] else {
      throw GeoFileError(
        .missing, path: folder, problem: "has no \(map.rawValue)",
        remedy: "obtain it from the ITU, with \(map.recommendation)")
    }
    let path = FilePath.join(folder, name)
    let bytes = try InputFile.bytes(of: path, limit: Self.sizeLimit)
    let latitude = min(max(place.latitudeDegrees, -90), 90)
    let y = (map.isNorthFirst ? 90 - latitude : latitude + 90) / map.step
    let east = place.longitudeDegrees - map.west
    let x = (east - (east / 360).rounded(.down) * 360) / map.step
    let (top, left) = (min(Int(y), map.rows - 2), min(Int(x), map.columns - 2))
    let nodes = try Self.nodes(of: map, in: bytes, row: top, column: left, path)
    let (v, u) = (y - Double(top), x - Double(left))
    let above = nodes[0] + (nodes[1] - nodes[0]) * u
    let below = nodes[2] + (nodes[3] - nodes[2]) * u
    return above + (below - above) * v
  }

  /// The four values at a row and a column and those after, in a table that is checked to be one.
  private static func nodes(
    of map: ItuMap, in bytes: [UInt8], row: Int, column: Int, _ path: String
  ) throws(GeoFileError) -> [Double] {
    func failure(_ problem: String) -> GeoFileError {
      GeoFileError(
        .corrupt, path: path, problem: problem,
        remedy: "a map of \(map.recommendation) has \(map.rows) rows of \(map.columns) numbers; obtain the file again")
    }
    var (rows, columns, start) = (0, 0, Int?.none)
    var nodes: [Double] = []
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x2C }
    func isOfNumber(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte == 0x45 || byte == 0x65
    }
    func end(_ index: Int) throws(GeoFileError) {
      guard let first = start else { return }
      start = nil
      defer { columns += 1 }
      guard rows == row || rows == row + 1, columns == column || columns == column + 1 else { return }
      let text = String(decoding: bytes[first..<index], as: UTF8.self)
      guard let value = Double(text), map.values.contains(value) else {
        throw failure("row \(rows + 1), column \(columns + 1): “\(text.prefix(20))” is not a value of this map")
      }
      nodes.append(value)
    }
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        try end(index)
        guard columns > 0 else { continue }
        guard columns == map.columns else { throw failure("row \(rows + 1) has \(columns) numbers") }
        (rows, columns) = (rows + 1, 0)
      } else if isBlank(byte) {
        try end(index)
      } else {
        guard isOfNumber(byte) else { throw failure("row \(rows + 1) holds something that is not a number") }
        if start == nil { start = index }
      }
    }
    try end(bytes.count)
    if columns > 0 {
      guard columns == map.columns else { throw failure("row \(rows + 1) has \(columns) numbers") }
      rows += 1
    }
    guard rows == map.rows, nodes.count == 4 else { throw failure("has \(rows) rows") }
    return nodes
  }
}

extension ItuMaps {
  /// The lapse of refractivity in the lowest kilometre that a percentage of the time is steeper, N-units a kilometre.
  /// - Parameter percent: Above 0 and below 100; 50 for the median.
  /// - Throws: ``GeoFileError`` as ``value(of:at:)``: the median needs one of two maps, any other percentage three.
  /// - Source: ITU-R P.2001-5, eq. 3.4.1.1 and 3.4.1.2.
  package func gradient(at place: Position, percent: Double = 50) throws(GeoFileError) -> Double {
    let map = has(.median) || !has(.medianStep) || percent != 50 ? ItuMap.median : .medianStep
    let median = -(try value(of: map, at: place))
    if percent < 50 { return median + (try value(of: .upperSlope, at: place)) * log10(0.02 * percent) }
    if percent > 50 { return median - (try value(of: .lowerSlope, at: place)) * log10(0.02 * (100 - percent)) }
    return median
  }

  /// The factor of the effective Earth that is exceeded for a percentage of the time.
  ///
  /// Where rays would follow the Earth or bend back to it, the greatest radius of the Recommendation, a million kilometres, counts.
  /// - Source: ITU-R P.2001-5, eq. 3.5.1 to 3.5.3.
  package func earthFactor(at place: Position, percent: Double = 50) throws(GeoFileError) -> Double {
    let curvature = (157 + (try gradient(at: place, percent: percent))) / 157
    let most = 1e6 / EffectiveEarth.meanRadius.kilometres
    return curvature > 1 / most ? 1 / curvature : most
  }

  /// The height up to which it rains, above mean sea level.
  /// - Source: ITU-R P.839-4: 0.36 km above the mean height of 0 °C.
  package func rainHeight(at place: Position) throws(GeoFileError) -> Length {
    .kilometres(max(try value(of: .zeroDegrees, at: place) + 0.36, 0))
  }

  /// The middle of some places; nil for none, and for places that lie all around the Earth.
  package static func middle(of places: [Position]) -> Position? {
    var (x, y, z) = (0.0, 0.0, 0.0)
    for place in places {
      let (latitude, longitude) = (place.latitudeDegrees * .pi / 180, place.longitudeDegrees * .pi / 180)
      x += cos(latitude) * cos(longitude)
      y += cos(latitude) * sin(longitude)
      z += sin(latitude)
    }
    guard (x * x + y * y + z * z).squareRoot() > 1e-6 else { return nil }
    return Position(
      latitudeDegrees: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi,
      longitudeDegrees: atan2(y, x) * 180 / .pi)
  }
}
