internal import Foundation
internal import GeoFiles
public import Geodesy
public import Units

/// How well a multilateration system places the targets that it sees at one height.
public struct PlaceErrors: Sendable, Hashable {
  /// The height of the targets.
  public var height: Altitude
  /// The horizontal standard error (DRMS) that half of the ground seen does not exceed; nil where that is not determined.
  public var median: Length?
  /// The same for 95 % of the ground seen.
  public var ninetyFifth: Length?
}

extension TerrainCoverage {
  /// The position errors of a system over what it sees, from some thousands of evenly spread posts.
  /// - Parameters:
  ///   - station: Position in ``stations`` of the station that stands for the system.
  ///   - heights: Heights of the target.
  /// - Returns: One entry for each height at which it sees anything; none for a station that stands for no system.
  /// - Complexity: proportional to heights and stations.
  public func placeErrors(of station: Int, heights: [Altitude], target: Target) -> [PlaceErrors] {
    let floor = floors[station]
    guard case .stations(let sight)? = floor.view(of: target), let window = floor.common?.window else { return [] }
    let step = max(1, Int((Double(window.count) / 4000).squareRoot().rounded(.up)))
    return heights.compactMap { height in
      var errors: [Double] = []
      for row in stride(from: window.rows.lowerBound, to: window.rows.upperBound, by: step) {
        for column in stride(from: window.columns.lowerBound, to: window.columns.upperBound, by: step) {
          let altitude =
            switch height {
            case .aboveGround(let above): Double(region.ground(row: row, column: column)) + above.metres
            case .aboveSeaLevel(let above): above.metres
            }
          guard altitude.isFinite, sight.seen(atRow: Double(row), column: Double(column)).contains(altitude) else {
            continue
          }
          errors.append(
            sight.horizontalError(atRow: Double(row), column: Double(column), altitude: altitude)?.metres ?? .infinity)
        }
      }
      guard !errors.isEmpty else { return nil }
      errors.sort()
      func quantile(_ share: Double) -> Length? {
        let error = errors[min(errors.count - 1, Int(share * Double(errors.count)))]
        return error.isFinite ? .metres(error) : nil
      }
      return PlaceErrors(height: height, median: quantile(0.5), ninetyFifth: quantile(0.95))
    }
  }
}
