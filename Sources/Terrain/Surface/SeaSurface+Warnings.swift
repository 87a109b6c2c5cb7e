internal import GeoFiles
internal import Units

extension SeaSurface {
  /// What was found out about the sea, for people: what is taken for its floor, what is not, and which word decides.
  ///
  /// Of a terrain that more than one block holds, some posts are looked at, not all.
  func warnings(of terrain: Terrain) throws(GeoFileError) -> [TerrainWarning] {
    guard rule.looksBelow || rule.voids == .sea || rule.evidence != .land else { return [] }
    guard isWhole else { return try sampledWarnings(terrain) }
    let block = try whole(of: terrain)
    var warnings: [TerrainWarning] = []
    let posts = Double(terrain.baseFrame.rows) * Double(terrain.baseFrame.columns)
    if block.floorPosts > 0 {
      warnings.append(
        TerrainWarning(
          .seaFloor,
          "heights of \(text(block.deepest)) are the floor of the sea: its surface is taken for the ground, at \(share(block.floorPosts, posts)) of the posts"
            + (rule.sea == .detect ? "; sea: floor takes heights as they are (--sea floor)" : "")))
    }
    if block.doubtful < -20, rule.sea == .detect {
      warnings.append(
        TerrainWarning(
          .lowGround,
          "ground down to \(text(block.doubtful)) is taken for land below sea level: where it is the floor of the sea, state sea: "
            + "surface (--sea surface), else sea: floor"))
    }
    if block.voidPosts > 0 {
      warnings.append(
        TerrainWarning(
          .voidsAsSea, "\(share(block.voidPosts, posts)) of the posts have no value and are taken for the sea at 0 m"))
    }
    if block.possibleSea > 0 {
      warnings.append(
        TerrainWarning(
          .possibleSea,
          "\(share(block.possibleSea, posts)) of the posts are voids at the edge or next to low ground, and unknown: where they are the "
            + "sea, voids: sea takes them for 0 m (--voids sea)"))
    }
    return warnings
  }

  private func sampledWarnings(_ terrain: Terrain) throws(GeoFileError) -> [TerrainWarning] {
    guard rule.looksBelow else { return [] }
    if rule.evidence == .seaFloor || rule.sea == .surface {
      return [
        TerrainWarning(
          .seaFloor,
          "heights below sea level are the floor of the sea where they are open to it: its surface is taken for the ground"
            + (rule.sea == .detect ? "; sea: floor takes heights as they are (--sea floor)" : ""))
      ]
    }
    var lowest: Float = 0
    let frame = terrain.baseFrame
    for part in 0..<64 {
      let (row, column) = ((part / 8 * 2 + 1) * frame.rows / 16, (part % 8 * 2 + 1) * frame.columns / 16)
      let cells = try terrain.readTiles(
        rows: row..<min(frame.rows, row + 1), columns: column..<min(frame.columns, column + 64))
      for cell in cells where cell < lowest && cell > -.infinity { lowest = cell }
    }
    guard lowest < -20 else { return [] }
    return [
      TerrainWarning(
        .lowGround,
        "ground down to \(text(lowest)) is among the heights: what is lower than any land, and hangs together with it, is taken for the "
          + "floor of the sea, whose surface counts; state sea: surface or sea: floor (--sea)")
    ]
  }

  private func text(_ metres: Float) -> String { Length.metres(max(-1e6, Double(metres))).heightText }

  private func share(_ part: Int, _ whole: Double) -> String {
    let tenths = (Double(part) / max(whole, 1) * 1000).rounded()
    return tenths < 1 ? "less than 0.1 %" : "\(tenths / 10) %"
  }
}
