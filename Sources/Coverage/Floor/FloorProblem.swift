/// What the floor engines work on: terrain, antenna, Earth, range, and the ranges of posts that are asked for.
struct FloorProblem: Sendable {
  /// Column and row of the antenna in the terrain.
  let antennaColumn: Double
  let antennaRow: Double
  /// Altitude of the antenna above mean sea level, metres.
  let antenna: Double
  /// Effective Earth radius factor.
  let k: Double
  /// Farthest distance along the ground, metres.
  let range: Double
  /// Size of the terrain.
  let rows: Int
  let columns: Int
  /// The posts whose floors are wanted.
  let wantedRows: Range<Int>
  let wantedColumns: Range<Int>

  /// Whether the antenna stands so far outside that the way to every post leads over unknown terrain. A cell reaches half
  /// a post beyond its centre; its height counts to its edge.
  var isOutside: Bool {
    let edge = 0.5 + 1e-9
    return
      !(antennaColumn >= -edge && antennaColumn <= Double(columns - 1) + edge && antennaRow >= -edge
      && antennaRow <= Double(rows - 1) + edge)
  }
}
