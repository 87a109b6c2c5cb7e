/// Terrain and floors in memory while workers read and write them; each post is written by one of them.
struct FloorMemory: @unchecked Sendable {
  let terrain: UnsafePointer<Float>
  /// Posts from one row of the terrain to the next.
  let pitch: Int
  /// The floors of the wanted rows and columns.
  let floors: UnsafeMutablePointer<Float>
  let floorPitch: Int
}
