import Foundation
import TestSupport
import Testing

/// The starter's island on terrain of some kilobytes: a cone of 600 m in the sea, 100 × 110 posts of 0.02°.
enum IslandScenario {
  private static let system = """
    GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],\
    UNIT["degree",0.0174532925199433]]
    """

  private static var grid: String {
    var text = "ncols 110\nnrows 100\nxllcorner -31.1\nyllcorner 39\ncellsize 0.02\n"
    for row in 0..<100 {
      let heights = (0..<110).map { column -> Int in
        let (y, x) = (Double(row - 50), Double(column - 55))
        return max(0, Int(600 - 15 * (x * x + y * y).squareRoot()))
      }
      text += heights.map(String.init).joined(separator: " ") + "\n"
    }
    return text
  }

  /// Makes its folder.
  /// - Parameters:
  ///   - name: The name of the folder and of the scenario.
  ///   - antennaHeight: Of the radar that stands, metres; plans with two of them differ in every file of figures.
  static func make(_ name: String, antennaHeight: Int = 12, in space: Scratch) throws -> String {
    let folder = space.path(name)
    #expect(try Tool.run("init", folder).status == 0)
    try space.file("\(name)/island.asc", grid)
    try space.file("\(name)/island.prj", system)
    let yaml = try String(contentsOfFile: folder + "/scenario.yaml", encoding: .utf8)
    try space.file(
      "\(name)/scenario.yaml",
      // A radar of 100 km reaches over the island and the sea around it; one of 400 km would take ten times as long.
      yaml.replacing("name: Example Island", with: "name: \(name)\nterrain: { path: island.asc, missing: sea }")
        .replacing("instrumented_range: 400 km", with: "instrumented_range: 100 km")
        .replacing("detection_range: 250 km", with: "detection_range: 90 km")
        .replacing("antenna_height: 12 m", with: "antenna_height: \(antennaHeight) m"))
    return folder
  }
}
