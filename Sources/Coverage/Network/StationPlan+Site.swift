internal import Geodesy
internal import Terrain
internal import Units

extension StationPlan {
  /// What terrain has at the place of an antenna and around it.
  struct Site: Sendable {
    /// The ground under it; nil where it is unknown.
    let ground: Length?
    /// The terrain's rows and columns within its range; none where the ground is unknown.
    let window: TerrainRegion.Window
    /// How much of its range lies outside the terrain, 0 to 1.
    let shareOutside: Double

    /// The same, where it is not held.
    static func of(
      _ position: Position, over terrain: Terrain, farthest: Length, range: Length, _ memo: TerrainMemo?
    ) throws(TerrainError) -> Site {
      try memo.map(\.memo).value(.site) { held in
        [memo?.terrain ?? 0, held.number(of: position), held.number(of: farthest.metres, range.metres)]
      } _: { () throws(TerrainError) in
        try Site(position, over: terrain, farthest: farthest, range: range)
      }
    }

    /// - Parameters:
    ///   - farthest: How far the farthest target is seen.
    ///   - range: How far floors reach.
    init(_ position: Position, over terrain: Terrain, farthest: Length, range: Length) throws(TerrainError) {
      ground = try terrain.elevation(at: position)
      window =
        farthest > .zero && ground != nil
        ? try TerrainRegion.window(of: terrain, around: position, radius: range)
        : TerrainRegion.Window(rows: 0..<0, columns: 0..<0)
      shareOutside = window.count > 0 ? try Self.shareOutside(terrain, around: position, radius: farthest) : 0
    }

    /// How much of a circle lies outside a terrain, from 1200 places that share its area evenly.
    private static func shareOutside(
      _ terrain: Terrain, around centre: Position, radius: Length
    ) throws(TerrainError) -> Double {
      guard terrain.missing == .unknown else { return 0 }
      let places = (0..<1200).map { index in
        // A spiral of the golden angle (Vogel, Mathematical Biosciences 44, 1979).
        let part = ((Double(index) + 0.5) / 1200).squareRoot()
        return Ellipsoid.wgs84.direct(
          from: centre, azimuth: .degrees(Double(index) * 137.50776), distance: radius * part
        ).position
      }
      do { return Double(try terrain.isInside(places).count { !$0 }) / Double(places.count) } catch {
        throw .geodesy(error)
      }
    }
  }
}
