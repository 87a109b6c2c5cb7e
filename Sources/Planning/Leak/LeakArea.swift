import Coverage
import GeoFiles
import Geodesy
import Radar
import Response
import Scenario
import Terrain
import Units

/// The grid over which ways are looked for, where they begin, and the strips.
struct LeakArea: Sendable {
  let grid: ExposureGrid
  /// Cells at which ways begin.
  let sources: [Int]
  /// For people: where ways begin.
  let origin: Leak.Origin
  /// The cell of each strip.
  let strips: [Int]

  /// The box of border and strips, of what the radars near them reach, and a margin, so that ways may lead around;
  /// without a border that of the terrain or, without any, of strips and radars.
  init(_ scenario: Scenario, _ stations: [RadarStation], _ question: LeakQuestion) throws(LeakError) {
    guard !scenario.strips.isEmpty else {
      throw LeakError(.noStrips, "the scenario has no strips", remedy: "add the layer strips, to which routes lead")
    }
    let strips = scenario.strips.map(\.position)
    let border = scenario.border.flatMap(\.self)
    let rings = Self.rings(of: stations + question.options.map(\.station), scenario, question)
    var places = strips + border
    var margin = Length.zero
    if border.isEmpty, let terrain = scenario.terrain {
      places += try Self.corners(of: terrain)
    } else {
      margin = max(.kilometres(50), Self.diagonal(of: places) / 10)
      let near =
        border.isEmpty
        ? rings
        : rings.filter { ring in
          places.contains { Ellipsoid.wgs84.distance(from: $0, to: ring.centre) < ring.radius + margin }
        }
      for ring in near {
        places += [0, 90, 180, 270].map {
          Ellipsoid.wgs84.direct(from: ring.centre, azimuth: .degrees($0), distance: ring.radius).position
        }
      }
    }
    guard places.allSatisfy({ abs($0.latitudeDegrees) < 84 }) else {
      throw LeakError(
        .nearPole, "routes are looked for between 84° south and north", remedy: "leave out what lies beyond")
    }
    let grid = ExposureGrid(holding: places, margin: margin, step: question.step, limit: question.cellLimit)
    self.grid = grid
    self.strips = strips.compactMap(grid.cell)
    let lines = border.isEmpty ? [] : grid.cells(along: scenario.border)
    sources = lines.isEmpty ? grid.edge : lines
    origin =
      !lines.isEmpty ? .border : scenario.terrain == nil ? .beyondRadars : .terrainEdge
  }

  /// How far each radar sees the aircraft over a smooth Earth at most.
  private static func rings(
    of stations: [RadarStation], _ scenario: Scenario, _ question: LeakQuestion
  ) -> [(centre: Position, radius: Length)] {
    let network = SmoothEarthCoverage(
      stations: stations, groundElevation: scenario.groundElevation,
      earth: EffectiveEarth(k: scenario.effectiveEarthFactor))
    return stations.map { station in
      let reaches = question.heights.map { altitude in
        network.ring(
          of: station, targetHeight: altitude.height(overGroundAt: scenario.groundElevation), target: question.target
        ).outerRadius
      }
      return (station.position, reaches.max() ?? .zero)
    }.filter { $0.radius > .zero }
  }

  private static func diagonal(of places: [Position]) -> Length {
    let latitudes = places.map(\.latitudeDegrees)
    let first = places[0].longitudeDegrees
    let longitudes = places.map { first + ($0.longitudeDegrees - first).remainder(dividingBy: 360) }
    func corner(_ latitude: Double?, _ longitude: Double?) -> Position {
      Position(latitudeDegrees: latitude ?? 0, longitudeDegrees: longitude ?? 0)
    }
    return Ellipsoid.wgs84.distance(
      from: corner(latitudes.min(), longitudes.min()), to: corner(latitudes.max(), longitudes.max()))
  }

  private static func corners(of terrain: Terrain) throws(LeakError) -> [Position] {
    let (right, bottom) = (Double(terrain.frame.columns) - 1, Double(terrain.frame.rows) - 1)
    do {
      // Also the middles of the sides: on a grid of metres meridians and parallels are curved.
      return try terrain.positions(
        columns: [0, right / 2, right, 0, right, 0, right / 2, right],
        rows: [0, 0, 0, bottom / 2, bottom / 2, bottom, bottom, bottom]
      ).compactMap(\.self)
    } catch { throw LeakError(.terrain, at: FaultPlace(subject: "the terrain"), because: error) }
  }
}
