import Geodesy
import Terrain
import TestSupport
import Testing
import Units

@Suite struct CopernicusTileTests {
  /// Names as the archive's own users print them.
  @Test(arguments: [
    (CopernicusTile(.glo30, south: -14, west: -172), "Copernicus_DSM_COG_10_S14_00_W172_00_DEM"),
    (CopernicusTile(.glo30, south: 0, west: 6), "Copernicus_DSM_COG_10_N00_00_E006_00_DEM"),
    (CopernicusTile(.glo90, south: 40, west: -5), "Copernicus_DSM_COG_30_N40_00_W005_00_DEM"),
    (CopernicusTile(.glo90, south: -90, west: 180), "Copernicus_DSM_COG_30_S90_00_W180_00_DEM"),
  ])
  func `a tile has the archive's name`(tile: CopernicusTile, name: String) {
    #expect(tile.name == name && tile.path == "\(name)/\(name).tif")
  }

  /// The table of the archive's readme: widths by latitude.
  @Test(arguments: [(0, 3600, 1200), (50, 2400, 800), (60, 1800, 600), (70, 1200, 400), (80, 720, 240), (85, 360, 120)])
  func `tiles get narrower towards the poles`(latitude: Int, thirty: Int, ninety: Int) {
    for south in [latitude, -latitude - 1] {
      #expect(CopernicusTile(.glo30, south: south, west: 0).columns == thirty)
      #expect(CopernicusTile(.glo90, south: south, west: 0).columns == ninety)
    }
  }

  private func corner(_ latitude: Double, _ longitude: Double) -> Position {
    Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
  }

  @Test func `a rectangle needs its square degrees and none beyond its edges`() {
    let tiles = CopernicusTile.covering(.glo30, from: corner(-13, -78), to: corner(-11, -76))
    #expect(tiles.map { [$0.south, $0.west] } == [[-12, -78], [-12, -77], [-13, -78], [-13, -77]])
    let around = CopernicusTile.covering(.glo30, from: corner(-18, 179.5), to: corner(-17.5, -179.5))
    #expect(around.map(\.west) == [-180, 179])
  }

  @Test func `circles take the tiles that they touch, and few that they do not`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<60 {
      let centre = corner(random.next(in: -82...82), random.next(in: -180...180))
      let radius = Length.kilometres(random.next(in: 1...450))
      let tiles = Set(CopernicusTile.covering(.glo90, circles: [(centre, radius)]))
      // Points of the disc, by the geodesic's direct problem: each lies in a tile that was taken.
      var hit: Set<CopernicusTile> = []
      for _ in 0..<400 {
        let point = Ellipsoid.wgs84.direct(
          from: centre, azimuth: .degrees(random.next(in: 0...360)),
          distance: radius * random.next(in: 0...1).squareRoot()
        ).position
        hit.insert(
          CopernicusTile(
            .glo90, south: Int(point.latitudeDegrees.rounded(.down)), west: Int(point.longitudeDegrees.rounded(.down))))
      }
      #expect(hit.isSubset(of: tiles), "\(centre) \(radius)")
      // No corner or edge of a taken tile lies farther than 2 % and 200 m beyond the rim: the margin of the search.
      for tile in tiles {
        let edge = stride(from: 0.0, through: 1, by: 0.02)
        let (south, west) = (Double(tile.south), Double(tile.west))
        let outline: [Position] = edge.flatMap { share in
          [
            corner(south + share, west), corner(south + share, west + 1), corner(south, west + share),
            corner(south + 1, west + share),
          ]
        }
        let nearest = outline.map { Ellipsoid.wgs84.distance(from: centre, to: $0).kilometres }.min() ?? 0
        // 1.2 km more, for edges are looked at in steps of 0.02 degrees.
        #expect(hit.contains(tile) || nearest <= radius.kilometres * 1.02 + 1.4, "\(centre) \(radius) \(tile.name)")
      }
    }
  }
}
