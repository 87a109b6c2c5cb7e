import Coverage
import Foundation
import GeoFiles
import Geodesy
import Radar
import Units

/// What the looks of all radars count, each on its own, in the cells of a grid.
///
/// What a moving-target filter rejects depends on the direction in which a cell is crossed: where some radar has one, cells
/// count by direction. The radial speed is taken along the ground.
struct LeakLookSights: LeakPicture {
  /// One a station that stands, then one an option.
  let rows: [LeakRates]
  let stations: [RadarStation]
  let speed: Speed
  /// Whether the aircraft can be at a height somewhere in a cell: cells of the first height, then those of the next.
  let available: [Bool]
  let ground: [LeakSights.CellGround]
  let warnings: [LeakWarning]

  /// What some radars' looks count together in a second, 1/s, by direction: one list for all directions where none has a filter.
  struct Sum: Sendable {
    var mean: [[Float]]
    var least: [[Float]]
  }

  private var isDirected: Bool { stations.contains { $0.type.movingTargetLimit != nil } }

  func sum(of stations: Range<Int>, over grid: ExposureGrid) -> Sum {
    let nothing = [[Float]](
      repeating: [Float](repeating: 0, count: available.count),
      count: isDirected ? ExposureGrid.directions.count : 1)
    return stations.reduce(Sum(mean: nothing, least: nothing)) { adding($1, to: $0, over: grid) }
  }

  func adding(_ station: Int, to sum: Sum, over grid: ExposureGrid) -> Sum {
    var sum = sum
    let (row, radar, cells) = (rows[station], stations[station], grid.seen.count)
    let limit = isDirected ? radar.type.movingTargetLimit : nil
    let perSecond = Float(1 / (radar.type.revisit ?? DetectionSettings.assumedRevisit).inSeconds)
    let directions = limit == nil ? [] : ExposureGrid.directions
    for index in row.mean.indices where row.mean[index] > 0 {
      let azimuth =
        limit == nil
        ? 0
        : Ellipsoid.wgs84.inverse(from: grid.centre(of: index % cells).normalized, to: radar.position).azimuth.degrees
      for direction in sum.mean.indices {
        if let limit {
          let radial = speed.metresPerSecond * cos((directions[direction] - azimuth) * .pi / 180)
          if limit.isBlind(radialMetresPerSecond: radial) { continue }
        }
        sum.mean[direction][index] += row.mean[index] * perSecond
        sum.least[direction][index] += row.least[index] * perSecond
      }
    }
    return sum
  }

  func grids(_ grid: ExposureGrid, seenBy sum: Sum, closed isClosed: [Bool]) -> LeakSights.Grids {
    var (shares, whole) = (grid, grid)
    let cells = grid.seen.count
    let heights = available.count / max(cells, 1)
    for cell in 0..<cells {
      let isOpen =
        (0..<heights).contains { available[$0 * cells + cell] } && (isClosed.isEmpty || !isClosed[cell])
      (shares.isOpen[cell], whole.isOpen[cell]) = (isOpen, isOpen)
    }
    // In each cell and direction the aircraft takes the height at which looks count least.
    let perMetre = Float(1 / speed.metresPerSecond)
    func least(_ rates: [Float]) -> [Float] {
      (0..<cells).map { cell in
        var least = Float.infinity
        for height in 0..<heights where available[height * cells + cell] {
          let rate = rates[height * cells + cell]
          if rate < least { least = rate }
        }
        return least == .infinity ? 0 : least * perMetre
      }
    }
    let (mean, lowest) = (sum.mean.map(least), sum.least.map(least))
    if mean.count == 1 {
      (shares.seen, whole.seen) = (mean[0], lowest[0])
    } else {
      (shares.seenByDirection, whole.seenByDirection) = (mean, lowest)
    }
    return LeakSights.Grids(shares: shares, whole: whole)
  }
}
