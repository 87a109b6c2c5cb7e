internal import Foundation
public import GeoFiles
public import Radar
public import Units

/// A path profile that a text table holds.
///
/// Columns: `distance_km` (from 0, increasing) and `height_m` (above mean sea level), optionally `cover_m` (what stands on
/// the ground, m above it) and `zone` (`sea` or `land`, which an empty cell is; also the codes of the ITU-R's profiles, `A1` and
/// `A2` or 1 and 2 for land, `B` or 3 for the sea). The
/// heads of the ITU-R's own files, `d (km)`, `h(m)`, `Ground Cover Height (m)`, `zone …`, are read as well.
public struct SightFile: Sendable {
  /// Heights along the way.
  public let path: PathProfile
  /// The share of the way over the sea; nil when the file has no zones.
  public let seaShare: Double?
  /// What is odd but was read.
  public let warnings: [GeoFileWarning]

  /// Reads a profile.
  /// - Throws: ``GeoFileError`` when the file cannot be read, or a list of all rows that are wrong.
  public init(path file: String) throws {
    var reader = try TableReader(path: file)
    var faults = FaultCollector<GeoFileFault>(limit: 20)
    let columns = try Columns(reader.columns, file)
    var last: Double?
    var (kilometres, ground, cover, isSea): ([Double], [Double], [Double], [Bool]) = ([], [], [], [])
    func fault(_ row: TableReader.Row, _ column: Int, _ problem: String, _ remedy: String) -> GeoFileError {
      GeoFileError(
        .badRow, path: file, row: .line(row.line), field: reader.columns[column], problem: problem, remedy: remedy)
    }
    while true {
      do throws(GeoFileError) {
        guard let row = try reader.next() else { break }
        func number(_ column: Int, _ range: ClosedRange<Double>, _ remedy: String) -> Double? {
          guard let text = row.cells[column] else {
            faults.append(fault(row, column, "is empty", remedy))
            return nil
          }
          guard let value = try? NumberText.parse(text) else {
            faults.append(fault(row, column, "“\(text)” is not a number", remedy))
            return nil
          }
          guard range.contains(value) else {
            faults.append(fault(row, column, "\(text) is out of range", remedy))
            return nil
          }
          return value
        }
        let distance = number(columns.distance, 0...20_000, "write kilometres from the antenna, 0 to 20000")
        let height = number(
          columns.height, -12_000...100_000, "write metres above mean sea level; fill unknown ground first")
        let above = columns.cover.flatMap { column in
          row.cells[column] == nil
            ? 0 : number(column, 0...1000, "write metres above the ground, 0 to 1000, or leave it empty")
        }
        if let distance {
          if last == nil, distance != 0 {
            faults.append(fault(row, columns.distance, "the first distance is \(distance)", "begin with 0"))
          } else if let last, distance <= last {
            faults.append(
              fault(row, columns.distance, "\(distance) does not lie beyond \(last)", "distances must increase"))
          }
          last = distance
        }
        let zone = columns.zone.map { (row.cells[$0] ?? "land").trimmingCharacters(in: .whitespaces).lowercased() }
        if let column = columns.zone, let zone, !Self.sea.contains(zone), !Self.land.contains(zone) {
          faults.append(fault(row, column, "“\(zone.prefix(30))” is not a zone", "write sea or land"))
          continue
        }
        guard let distance, let height, columns.cover == nil || above != nil else { continue }
        kilometres.append(distance)
        ground.append(height)
        cover.append(above ?? 0)
        if let zone { isSea.append(Self.sea.contains(zone)) }
      } catch {
        faults.append(error)
        if error.code != .badRow { break }
      }
    }
    try faults.throwAny()
    guard kilometres.count >= 2 else {
      throw GeoFileError(
        .badText, path: file, problem: "\(kilometres.count) points of a profile", remedy: "give two at least")
    }
    path = try PathProfile(kilometres: kilometres, groundMetres: ground, coverMetres: cover)
    seaShare = columns.zone == nil ? nil : Self.share(of: isSea, kilometres)
    var warnings = reader.warnings
    let widest = zip(kilometres, kilometres.dropFirst()).map { $1 - $0 }.max() ?? 0
    if widest > 1 {
      warnings.append(
        GeoFileWarning(
          .sparsePoints, at: FaultPlace(file: file),
          "\(file): up to \(widest.fixed(1)) km lie between its points: ridges between them are not seen"))
    }
    self.warnings = warnings
  }

  private static let sea = ["b", "sea", "3"]
  private static let land = ["land", "coast", "coastal", "inland", "a", "a1", "a2", "1", "2", "0", "4", ""]

  /// The share of a way over the sea: each point stands for the way half to its neighbours.
  private static func share(of isSea: [Bool], _ kilometres: [Double]) -> Double {
    var sea = 0.0
    for index in 1..<kilometres.count {
      let step = kilometres[index] - kilometres[index - 1]
      sea += step * ((isSea[index] ? 0.5 : 0) + (isSea[index - 1] ? 0.5 : 0))
    }
    return sea / kilometres[kilometres.count - 1]
  }

  /// Where the columns stand.
  private struct Columns {
    var distance: Int
    var height: Int
    var cover: Int?
    var zone: Int?

    init(_ names: [String], _ file: String) throws(GeoFileError) {
      let plain = names.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
      func place(_ known: [String]) -> Int? { plain.firstIndex(where: known.contains) }
      guard let distance = place(["distancekm", "dkm"]), let height = place(["heightm", "hm", "groundm", "elevationm"])
      else {
        throw GeoFileError(
          .badText, path: file, row: .line(1), problem: "has the columns \(names.joined(separator: ", "))",
          remedy: "name the columns distance_km and height_m, and optionally cover_m and zone")
      }
      self.distance = distance
      self.height = height
      cover = place(["coverm", "groundcoverheightm", "clutterm"])
      zone = plain.firstIndex { $0.hasPrefix("zone") }
    }
  }
}
