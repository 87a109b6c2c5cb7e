internal import Coverage
internal import Foundation
public import GeoFiles
internal import Geodesy
public import Planning
internal import Scenario
internal import Terrain
public import Units

extension TerrainLayers {
  /// Bytes of all grids before they are packed; packed they take a quarter of it, half at worst, so that a page stays below 8 MB.
  private static let budget = 14_000_000
  /// Floors above this height are reported as none: no light aircraft flies there.
  private static let ceiling = Length.metres(12_000)

  /// The grids of a plan over terrain; nil for a plan over a smooth Earth.
  ///
  /// Each cell says what holds at its centre.
  /// - Throws: ``GeoFileError`` when the terrain cannot be read any more.
  public init?(of plan: Plan) throws(GeoFileError) { try self.init(of: plan, mostCells: 600_000) }

  /// The same with a limit of its own on the number of cells.
  init?(of plan: Plan, mostCells: Int) throws(GeoFileError) {
    guard let terrain = plan.terrain, let box = try Self.guarded({ () throws(TerrainError) in try Box(terrain) }) else {
      return nil
    }
    let stations = terrain.coverage.floors.count
    let bands = terrain.probability == nil ? 0 : plan.scenario.altitudeBands.count
    let cells = min(mostCells, Self.budget / (3 + 3 * stations + 2 * bands))
    let (columns, rows) = box.size(cells: cells)
    let step = (x: (box.east - box.west) / Double(columns), y: (box.north - box.south) / Double(rows))
    let latitudes = (0..<rows).map { box.north - (Double($0) + 0.5) * step.y }
    let positions = latitudes.flatMap { latitude in
      (0..<columns).map { column in
        Position(latitudeDegrees: latitude, longitudeDegrees: box.west + (Double(column) + 0.5) * step.x)
      }
    }
    let (ground, seen) = try Self.guarded { () throws(TerrainError) in
      try terrain.coverage.altitudes(
        over: positions, target: plan.scenario.coverageTarget,
        workers: ProcessInfo.processInfo.activeProcessorCount)
    }
    let elevations = ground.map { Float($0) }
    let ceiling = Self.ceiling.metres
    let source = plan.scenario.terrainSource?.paths.joined(separator: ", ") ?? ""
    let spacing = terrain.postSpacing.map { ", \($0.metres.fixed(0)) m" } ?? ""
    self.init(
      columns: columns, rows: rows, north: box.north, south: box.south, west: box.west, east: box.east,
      highest: Self.ceiling, source: source + spacing,
      hillshade: Hillshade.shades(elevations, columns: columns, latitudes: latitudes, step: step),
      groundElevation: elevations,
      floors: seen.map { station in
        zip(station.lowestMetres, ground).map { altitude, ground in
          let height = altitude - ground
          return height > ceiling ? .infinity : Float(height)
        }
      },
      tops: seen.map { station in
        zip(station.highestMetres, ground).map { altitude, ground in
          let height = altitude - ground
          return height > ceiling || height.isNaN ? .infinity : Float(max(height, 0))
        }
      },
      networks: zip(plan.options, terrain.networks).map { Network(purchase: $0.purchase?.id, radars: $1) },
      certainty: try Self.guarded { () throws(TerrainError) in try Self.certainty(terrain, at: positions) },
      detection: try Self.guarded { () throws(TerrainError) in
        try Self.detection(terrain, plan.scenario.altitudeBands, at: positions)
      })
  }

  /// The probabilities of detection at some places and heights; nil where looks do not count.
  private static func detection(
    _ terrain: PlanTerrain, _ bands: [Length], at positions: [Position]
  ) throws(TerrainError) -> DetectionGrids? {
    guard let probability = terrain.probability else { return nil }
    // Altitudes above mean sea level follow the bands.
    let values = try probability.values(at: positions, in: terrain.coverage).prefix(bands.count)
    return DetectionGrids(
      heights: bands, looks: values.map { $0.look.map(DetectionGrids.cell) },
      minutes: values.map { $0.minute.map(DetectionGrids.cell) })
  }

  /// The classes of certainty at some places, band by band: those of the nearest post.
  private static func certainty(_ terrain: PlanTerrain, at positions: [Position]) throws(TerrainError) -> [[UInt8]] {
    guard let certainty = terrain.certainty else { return [] }
    let frame = terrain.coverage.region.grid.frame
    let posts = try terrain.coverage.region.posts(of: positions).map { post -> Int? in
      guard let post, let column = Int(exactly: post.column.rounded()), let row = Int(exactly: post.row.rounded()),
        (0..<frame.columns).contains(column), (0..<frame.rows).contains(row)
      else { return nil }
      return row * frame.columns + column
    }
    return zip(certainty.heights, certainty.classes).compactMap { height, grid in
      guard case .aboveGround = height else { return nil }
      return posts.map { $0.map { grid.cells[$0] } ?? 0 }
    }
  }

  private static func guarded<Value>(_ body: () throws(TerrainError) -> Value) throws(GeoFileError) -> Value {
    do throws(TerrainError) { return try body() } catch {
      if let file = error.underlying as? GeoFileError { throw file }
      throw GeoFileError(
        .badCoordinateSystem, path: "terrain", problem: error.description, remedy: "use terrain in another system",
        underlying: error)
    }
  }

  /// The part of the Earth that grids cover.
  private struct Box {
    var north, south, west, east: Double

    /// Around all posts of the region whose ground is known; nil when none is.
    init?(_ terrain: PlanTerrain) throws(TerrainError) {
      let region = terrain.coverage.region
      let (rows, columns) = (region.grid.frame.rows, region.grid.frame.columns)
      let ground = region.lowest ?? region.grid
      var (top, bottom, left, right) = (rows, -1, columns, -1)
      for row in 0..<rows {
        let line = ground.cells[row * columns..<(row + 1) * columns]
        guard let first = line.firstIndex(where: { !$0.isNaN }), let last = line.lastIndex(where: { !$0.isNaN }) else {
          continue
        }
        (top, bottom) = (min(top, row), row)
        (left, right) = (min(left, first - row * columns), max(right, last - row * columns))
      }
      guard bottom >= top, right > left, bottom > top else { return nil }
      // The edges of a projected grid are curved on a map: points along all four.
      let along = (0...16).map { Double($0) / 16 }
      let xs = along.map { Double(left) + $0 * Double(right - left) }
      let ys = along.map { Double(top) + $0 * Double(bottom - top) }
      let edge =
        xs.flatMap { [($0, Double(top)), ($0, Double(bottom))] }
        + ys.flatMap { [(Double(left), $0), (Double(right), $0)] }
      let places = try region.positions(columns: edge.map(\.0), rows: edge.map(\.1)).compactMap { $0 }
      guard let first = places.first else { return nil }
      let latitudes = places.map(\.latitudeDegrees)
      // Longitudes on the turn of the first: a region may lie across the antimeridian.
      let longitudes = places.map { place in
        place.longitudeDegrees - ((place.longitudeDegrees - first.longitudeDegrees) / 360).rounded() * 360
      }
      guard let north = latitudes.max(), let south = latitudes.min(), let east = longitudes.max(),
        let west = longitudes.min(), north > south, east > west
      else { return nil }
      (self.north, self.south, self.west, self.east) = (north, south, west, east)
    }

    /// About so many cells, as wide as high in the middle.
    func size(cells: Int) -> (columns: Int, rows: Int) {
      let shape = (east - west) * max(cos((north + south) / 2 * .pi / 180), 0.01) / (north - south)
      let rows = max(2, (Double(cells) / shape).squareRoot())
      return (max(2, Int(clamping: Double(cells) / rows)), Int(clamping: min(rows, Double(cells))))
    }
  }
}
