import Atalaya
import Foundation

/// Synthetic relief: ridges of many sizes, steep in places, the same on every machine.
enum SteepTerrain {
  /// A square of `side` posts 30 m apart without a coordinate system, by midpoint displacement.
  static func square(_ side: Int, seed: UInt64 = 7) -> Grid<Float> {
    // In memory as the reader of terrain gets it.
    var cells = [Float].undefined(side * side)
    for i in cells.indices { cells[i] = 0 }
    var state = seed
    func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / 8_388_608 - 1
    }
    // Octaves of value noise, bilinear between lattice points, folded into ridges.
    var spacing = 1024
    var height: Float = 1800
    while spacing >= 2 {
      let lattice = side / spacing + 2
      let values = (0..<lattice * lattice).map { _ in next() }
      for row in 0..<side {
        let (r, v) = (row / spacing, Float(row % spacing) / Float(spacing))
        let sv = v * v * (3 - 2 * v)
        for column in 0..<side {
          let (c, u) = (column / spacing, Float(column % spacing) / Float(spacing))
          let su = u * u * (3 - 2 * u)
          let i = r * lattice + c
          let top = values[i] + (values[i + 1] - values[i]) * su
          let bottom = values[i + lattice] + (values[i + lattice + 1] - values[i + lattice]) * su
          let value = top + (bottom - top) * sv
          cells[row * side + column] += height * (1 - abs(value))
        }
      }
      spacing /= 2
      height *= 0.5
    }
    return Grid(
      frame: GridFrame(columns: side, rows: side, firstX: 0, firstY: 0, stepX: 30, stepY: -30, crs: ""), cells: cells)
  }
}
