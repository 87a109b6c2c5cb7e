import Coverage
import Foundation
import GeoFiles
import Geodesy
import Radar
import Scenario
import Terrain
import Units

/// Looks from every radar over the cells of a grid.
struct LeakLook: Sendable {
  let scenario: Scenario
  let question: LeakQuestion
  let area: LeakArea
  /// Those that stand, then the options.
  let stations: [RadarStation]

  /// How many places along each side of a cell are looked at over terrain.
  static let placesPerSide = 3

  /// What every radar sees over a smooth Earth.
  ///
  /// A cell is looked at in its centre. All of it counts as seen by a radar where the centre lies half a diagonal or more
  /// inside what the radar sees.
  func overSmoothEarth(
    workers: Int, progress: (@Sendable (PlanProgress) -> Void)?
  ) async -> LeakSights {
    let today = scenario.network(adding: nil)
    let network = SmoothEarthCoverage(stations: stations, groundElevation: today.groundElevation, earth: today.earth)
    let (grid, heights) = (area.grid, question.heights(overGroundAt: scenario.groundElevation))
    let centres = grid.places(perSide: 1)
    let rows = await withTaskGroup(of: (Int, LeakRow).self) { group in
      var waiting = stations.indices.makeIterator()
      var rows = [LeakRow?](repeating: nil, count: stations.count)
      var done = 0
      func look(_ index: Int) -> LeakRow {
        let margins = heights.map { self.margins(of: index, in: network, from: $0, centres) }
        let half = grid.halfDiagonal
        return LeakRow(margins.flatMap { $0.map { $0 >= .zero } } + margins.flatMap { $0.map { $0 >= half } })
      }
      for _ in 0..<max(1, workers) {
        if let index = waiting.next() { group.addTask { (index, look(index)) } }
      }
      while let (index, row) = await group.next() {
        rows[index] = row
        done += 1
        progress?(PlanProgress(.radars, done: done, total: stations.count))
        if let index = waiting.next() { group.addTask { (index, look(index)) } }
      }
      return rows.compactMap(\.self)
    }
    return LeakSights(
      placesPerCell: 1, rows: rows,
      available: LeakRow(heights.flatMap { [Bool](repeating: $0 != nil, count: centres.count) }),
      heights: heights.count,
      tellsWhole: true, warnings: [])
  }

  /// How deep inside what a radar sees some places lie, negative outside.
  /// - Parameter target: What is looked for; nil for the question's.
  func margins(
    of station: Int, in network: SmoothEarthCoverage, from altitude: Altitude?, _ places: [Position],
    target: Target? = nil
  ) -> [Length] {
    let target = target ?? question.target
    let blind = Length.metres(-.infinity)
    guard let altitude else { return places.map { _ in blind } }
    let height = altitude.height(overGroundAt: network.groundElevation)
    let reach = network.ring(of: network.stations[station], targetHeight: height, target: target).outerRadius
    let antenna = network.stations[station].position
    return places.map { place in
      // A degree of latitude is at least 110.5 km long.
      guard reach > .zero, abs(place.latitudeDegrees - antenna.latitudeDegrees) * 110_500 <= reach.metres else {
        return blind
      }
      return network.margin(station: station, position: place, altitude: altitude, target: target)
    }
  }
}

extension ExposureGrid {
  /// From the centre of a cell to its corners, at most.
  var halfDiagonal: Length {
    let (rows, columns) = (frame.rows, frame.columns)
    func diagonal(_ row: Int) -> Length {
      Ellipsoid.wgs84.distance(from: centre(of: row * columns), to: centre(of: (row + 1) * columns + 1)) / 2
    }
    return max(diagonal(0), diagonal(rows / 2), diagonal(rows - 2))
  }
}
