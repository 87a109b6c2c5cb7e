internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Response
public import Scenario
internal import Terrain
public import Units

extension Reach {
  /// Finds what the assets of a scenario reach, and how soon.
  ///
  /// The same input gives the same bits for any number of workers.
  /// - Parameters:
  ///   - scenario: The scenario. Its terrain, if it has any, gives the elevation of the ground.
  ///   - question: The question.
  ///   - workers: How many parts are computed at a time; nil for one a processor.
  /// - Throws: ``ReachError`` with everything that is wrong with the question, or when the terrain cannot be read.
  /// - Accuracy: along geodesics each cell has the time of ``ResponseTime`` to its centre (`a raster has the times of the table`).
  /// - Complexity: a response time for each cell, asset and period.
  public static func run(
    _ scenario: Scenario, _ question: ReachQuestion, workers: Int? = nil
  ) throws(ReachError) -> Reach {
    try scenario.units.writing { () throws(ReachError) in
      try ReachRun(scenario, question, workers ?? ProcessInfo.processInfo.activeProcessorCount).answer()
    }
  }
}
