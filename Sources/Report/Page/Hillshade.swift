internal import Foundation
internal import Units

/// How light the ground looks with the sun in the north-west, 45° high.
enum Hillshade {
  /// The shade of every cell of a grid in longitude and latitude.
  /// - Parameters:
  ///   - ground: Elevations in metres, row by row from the north-west; not a number where unknown.
  ///   - latitudes: Of the rows, in degrees.
  ///   - step: From a cell to the next, in degrees of longitude and of latitude.
  /// - Returns: 0 dark to 255 light; level ground, and ground next to the unknown, is 180.
  /// - Source: Horn, Hill shading and the reflectance map, Proceedings of the IEEE 69 (1981), 14–47: third-order
  ///   differences and the cosine of the sun's angle.
  static func shades(_ ground: [Float], columns: Int, latitudes: [Double], step: (x: Double, y: Double)) -> [UInt8] {
    let rows = latitudes.count
    var shades = [UInt8](repeating: 0, count: ground.count)
    let metresPerDegree = EarthFigure.metresPerDegree
    let sun = 0.5.squareRoot()
    for row in 0..<rows {
      let width = step.x * metresPerDegree * max(cos(latitudes[row] * .pi / 180), 0.01)
      let height = step.y * metresPerDegree
      let (above, below) = (max(row - 1, 0) * columns, min(row + 1, rows - 1) * columns)
      for column in 0..<columns {
        let (left, right) = (max(column - 1, 0), min(column + 1, columns - 1))
        func at(_ start: Int, _ column: Int) -> Double { Double(ground[start + column]) }
        let middle = row * columns
        let east =
          (at(above, right) + 2 * at(middle, right) + at(below, right) - at(above, left) - 2 * at(middle, left)
            - at(below, left)) / (4 * Double(max(right - left, 1)) * width)
        let north =
          (at(above, left) + 2 * at(above, column) + at(above, right) - at(below, left) - 2 * at(below, column)
            - at(below, right)) / (4 * Double(max((below - above) / columns, 1)) * height)
        // The normal is (−east, −north, 1); the sun stands at (−1, 1, √2) / 2.
        let light = (east / 2 - north / 2 + sun) / (1 + east * east + north * north).squareRoot()
        shades[middle + column] = UInt8((255 * min(max(light.isNaN ? sun : light, 0), 1)).rounded())
      }
    }
    return shades
  }
}
