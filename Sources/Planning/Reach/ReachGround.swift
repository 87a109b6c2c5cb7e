internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Response
internal import Scenario
internal import Terrain
internal import Units

/// The elevation of the ground at the centre of each cell.
struct ReachGround: Sendable {
  /// Metres above mean sea level, NaN where unknown; empty without terrain.
  private let metres: [Float]
  /// Whether terrain does not know it; all false without terrain.
  let isUnknown: [Bool]

  init(_ scenario: Scenario, _ area: ReachArea) throws(ReachError) {
    guard let terrain = scenario.terrain else {
      metres = []
      isUnknown = [Bool](repeating: false, count: area.isInside.count)
      return
    }
    var metres: [Float] = []
    metres.reserveCapacity(area.isInside.count)
    // Some rows at a time: each reading unpacks a window of the terrain.
    let rows = max(1, 20_000 / area.frame.columns)
    for first in stride(from: 0, to: area.frame.rows, by: rows) {
      let places = (first..<min(first + rows, area.frame.rows)).flatMap { area.centres(row: $0) }
      metres += try Self.elevations(of: places, terrain).map { $0.map { Float($0.metres) } ?? .nan }
    }
    self.metres = metres
    isUnknown = metres.map(\.isNaN)
  }

  /// The ground of a cell; nil where unknown.
  func elevation(_ cell: Int) -> Length? {
    guard !metres.isEmpty, !metres[cell].isNaN else { return nil }
    return .metres(Double(metres[cell]))
  }

  /// The ground of places.
  static func elevations(of places: [Position], _ terrain: Terrain) throws(ReachError) -> [Length?] {
    do { return try terrain.elevations(at: places) } catch {
      throw ReachError(
        Fault(.terrain, at: FaultPlace(subject: "the terrain"), "\(error)", underlying: error))
    }
  }
}
