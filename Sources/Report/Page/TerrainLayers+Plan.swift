internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
public import Scenario
public import Terrain
internal import Units

extension TerrainLayers {
  /// Grids over the terrain of a plan, of at most 1000 × 1000 cells.
  ///
  /// A cell tells the highest floor of the posts in it, so that what it shows as seen is seen all over it; it is unknown
  /// where one of them is. Its elevation is the mean of the posts.
  /// - Returns: Nil for a plan without terrain.
  /// - Throws: ``TerrainError`` when PROJ has no way from the terrain's system.
  public init?(_ plan: Plan) throws(TerrainError) {
    guard let terrain = plan.terrain, !terrain.coverage.region.grid.cells.isEmpty else { return nil }
    let cells = try LayerCells(terrain.coverage.region)
    let count = cells.columns * cells.rows
    var networks = terrain.networks.map { _ in LayerFloors(count: count) }
    var elevation = [Double](repeating: 0, count: count)
    var posts = [Double](repeating: 0, count: count)
    let region = terrain.coverage.region
    terrain.coverage.sweep(networks: terrain.networks, heights: [], target: plan.scenario.coverageTarget) { block in
      var index = 0
      for row in block.rows {
        for column in 0..<block.columns {
          let cell = cells.cell(row: row, column: column)
          let ground = (region.lowest ?? region.grid)[row, column]
          if cell >= 0 {
            if !ground.isNaN {
              elevation[cell] += Double(ground)
              posts[cell] += 1
            }
            for network in networks.indices {
              networks[network].add(block.networks[network], index, to: cell, ground: ground)
            }
          }
          index += 1
        }
      }
    }
    let ground = zip(elevation, posts).map { $1 > 0 ? Float($0 / $1) : .nan }
    let source = plan.scenario.terrainSource?.paths.joined(separator: ", ") ?? ""
    let spacing = terrain.postSpacing.map { ", \($0.metres.fixed(0)) m" } ?? ""
    self.init(
      columns: cells.columns, rows: cells.rows, north: cells.north, south: cells.south, west: cells.west,
      east: cells.east, highest: LayerFloors.highest, source: source + spacing,
      hillshade: Hillshade(cells, ground).shades, groundElevation: ground,
      networks: networks.indices.map { index in
        networks[index].layer(purchase: plan.options[index].purchase?.id, count: posts)
      })
  }
}

/// The highest floors of the posts in each cell.
private struct LayerFloors {
  /// What is seen from no lower counts as unseen: above all but a few aircraft.
  static let highest = Length.kilometres(20)
  private var floor: [Float]
  private var second: [Float]
  private var radar: [UInt8]

  init(count: Int) {
    floor = [Float](repeating: -.infinity, count: count)
    second = floor
    radar = [UInt8](repeating: NetworkBlock.noRadar, count: count)
  }

  mutating func add(_ block: NetworkBlock.Network, _ index: Int, to cell: Int, ground: Float) {
    let (low, next) = (block.lowest[index] - ground, block.second[index] - ground)
    // Once unknown a cell stays so: comparisons with NaN are false.
    if low.isNaN || low > floor[cell] {
      floor[cell] = low
      radar[cell] = low.isNaN ? NetworkBlock.noRadar : block.radar[index]
    }
    if next.isNaN || next > second[cell] { second[cell] = next }
  }

  func layer(purchase: String?, count posts: [Double]) -> TerrainLayers.Network {
    func settled(_ floors: [Float]) -> [Float] {
      floors.map { $0 == -.infinity ? .nan : Double($0) > Self.highest.metres ? .infinity : $0 }
    }
    return TerrainLayers.Network(
      purchase: purchase, floor: settled(floor), secondFloor: settled(second), radar: radar)
  }
}

/// Cells evenly spaced in longitude and latitude, and which of them each post of a region lies in.
struct LayerCells {
  let columns: Int
  let rows: Int
  let north, south, west, east: Double
  /// On a grid of degrees: posts in a cell, each way.
  private let step: Int
  /// On other grids: the cell of each post, row by row.
  private let table: [Int32]?
  private let postColumns: Int
  private static let most = 1000

  init(_ region: TerrainRegion) throws(TerrainError) {
    let frame = region.grid.frame
    postColumns = frame.columns
    guard !region.terrain.isGeographic else {
      step = max(1, (max(frame.columns, frame.rows) + Self.most - 1) / Self.most)
      columns = (frame.columns + step - 1) / step
      rows = (frame.rows + step - 1) / step
      west = frame.firstX - frame.stepX / 2
      north = frame.firstY - frame.stepY / 2
      east = west + Double(columns * step) * frame.stepX
      south = north + Double(rows * step) * frame.stepY
      table = nil
      return
    }
    step = 1
    var places: [Position?] = []
    places.reserveCapacity(frame.columns * frame.rows)
    let across = (0..<frame.columns).map(Double.init)
    for row in 0..<frame.rows {
      places += try region.positions(columns: across, rows: [Double](repeating: Double(row), count: frame.columns))
    }
    let known = places.lazy.compactMap { $0 }
    let first = known.first?.longitudeDegrees ?? 0
    func longitude(_ place: Position) -> Double {
      first + (place.longitudeDegrees - first).remainder(dividingBy: 360)
    }
    let (low, high) = (known.map(\.latitudeDegrees).min() ?? 0, known.map(\.latitudeDegrees).max() ?? 0)
    let (left, right) = (known.map(longitude).min() ?? 0, known.map(longitude).max() ?? 0)
    // Cells at least one and a half posts wide hold a post each.
    columns = max(1, min(Self.most, frame.columns * 2 / 3))
    rows = max(1, min(Self.most, frame.rows * 2 / 3))
    let (width, height) = (max(right - left, 1e-9), max(high - low, 1e-9))
    (west, east, south, north) = (left, left + width, low, low + height)
    let (columns, rows) = (columns, rows)
    table = places.map { place in
      guard let place else { return -1 }
      let column = min(columns - 1, Int((longitude(place) - left) / width * Double(columns)))
      let row = min(rows - 1, Int((low + height - place.latitudeDegrees) / height * Double(rows)))
      return Int32(row * columns + column)
    }
  }

  /// The cell of a post; −1 for none.
  func cell(row: Int, column: Int) -> Int {
    if let table { return Int(table[row * postColumns + column]) }
    return row / step * columns + column / step
  }
}

/// How light the ground looks with the sun 45° high in the north-west.
struct Hillshade {
  let shades: [UInt8]

  /// - Source: B. K. P. Horn, "Hill shading and the reflectance map", Proc. IEEE 69, 1981: slopes from the eight
  ///   neighbours.
  init(_ cells: LayerCells, _ ground: [Float]) {
    let (columns, rows) = (cells.columns, cells.rows)
    // A degree of the meridian on the mean sphere, 111.2 km.
    let degree = 111_195.0
    let dy = (cells.north - cells.south) / Double(rows) * degree
    var shades = [UInt8](repeating: 0, count: columns * rows)
    let light = (45.0 * .pi / 180, 315.0 * .pi / 180)
    for row in 0..<rows {
      let latitude = cells.north - (Double(row) + 0.5) * (cells.north - cells.south) / Double(rows)
      let dx = max((cells.east - cells.west) / Double(columns) * degree * cos(latitude * .pi / 180), 1)
      for column in 0..<columns {
        let centre = Double(ground[row * columns + column])
        func height(_ r: Int, _ c: Int) -> Double {
          let value = ground[min(max(r, 0), rows - 1) * columns + min(max(c, 0), columns - 1)]
          return value.isNaN ? (centre.isNaN ? 0 : centre) : Double(value)
        }
        let east = height(row - 1, column + 1) + 2 * height(row, column + 1) + height(row + 1, column + 1)
        let west = height(row - 1, column - 1) + 2 * height(row, column - 1) + height(row + 1, column - 1)
        let north = height(row - 1, column - 1) + 2 * height(row - 1, column) + height(row - 1, column + 1)
        let south = height(row + 1, column - 1) + 2 * height(row + 1, column) + height(row + 1, column + 1)
        let (x, y) = ((east - west) / (8 * dx), (north - south) / (8 * dy))
        // The normal of the surface against the direction of the sun.
        let sun = (cos(light.0) * sin(light.1), cos(light.0) * cos(light.1), sin(light.0))
        let shade = (-x * sun.0 - y * sun.1 + sun.2) / (x * x + y * y + 1).squareRoot()
        shades[row * columns + column] = UInt8(min(max(shade, 0), 1) * 255)
      }
    }
    self.shades = shades
  }
}
