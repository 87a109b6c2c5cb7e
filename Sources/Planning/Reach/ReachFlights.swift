internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Response
internal import Scenario
internal import Terrain
internal import Units

/// How assets fly: along geodesics, or over the terrain.
struct ReachFlights: Sendable {
  private struct Key: Hashable {
    var asset: String
    var period: Period
  }
  private let onScene: Duration
  private var routed: [Key: RoutedFlights] = [:]
  private let isRouted: Bool
  /// What was assumed of aircraft, in words.
  private(set) var assumed: [String] = []

  /// - Parameter notes: Gets a line for each asset that cannot start over the terrain.
  init(_ run: ReachRun, _ area: ReachArea, _ notes: inout [String]) throws(ReachError) {
    onScene = run.scenario.onSceneTime
    isRouted = run.question.isRouted
    guard isRouted, let terrain = run.scenario.terrain else { return }
    let asked = run.assets.flatMap { asset in
      run.question.periods.filter { asset.readiness(by: $0) != nil }.map { (asset, $0) }
    }
    let ground: RouteGround
    do throws(RouteError) { ground = try Self.ground(run, area, terrain) } catch {
      throw ReachError(Fault(.terrain, because: error))
    }
    let step = Self.step(ground)
    let found = Parallel.map(asked, workers: run.workers) { asset, period in
      Result { () throws(RouteError) in try RoutedFlights(of: asset, by: period, over: ground, step: step) }
    }
    for ((asset, period), result) in zip(asked, found) {
      switch result {
      case .success(let flights):
        routed[Key(asset: asset.id, period: period)] = flights
        let words = (try? RouteAircraft.of(asset.aircraft, by: period).assumed) ?? []
        if !words.isEmpty {
          let line = "\(asset.aircraft.id) by \(period.rawValue): \(words.joined(separator: ", "))"
          if !assumed.contains(line) { assumed.append(line) }
        }
      case .failure(let error):
        notes.append("\(asset.id) by \(period.rawValue) reaches nothing over the terrain: \(error.message)")
      }
    }
  }

  /// Most posts between which flights are sought: they need 64 MB for each asset.
  private static let mostNodes = 1_500_000.0

  /// How many posts apart the nodes are.
  private static func step(_ ground: RouteGround) -> Int {
    let posts = Double(ground.frame.rows) * Double(ground.frame.columns)
    return max(1, Int((posts / mostNodes).squareRoot().rounded(.up)))
  }

  /// The terrain of the area and of the bases, with a margin for ways around.
  private static func ground(
    _ run: ReachRun, _ area: ReachArea, _ terrain: Terrain
  ) throws(RouteError) -> RouteGround {
    let rows = [0, area.frame.rows / 2, area.frame.rows - 1].flatMap { area.centres(row: $0) }
    let places = rows + run.bases.map(\.position) + run.scenario.strips.map(\.position)
    return try RouteGround.holding(places, terrain)
  }

  /// Whether the flights of an asset are known.
  func isKnown(_ asset: Asset, _ period: Period) -> Bool {
    !isRouted || routed[Key(asset: asset.id, period: period)] != nil
  }

  /// What an asset reaches.
  func reach(of asset: Asset, by period: Period) -> AssetReach {
    AssetReach(
      asset: asset, period: period, onScene: onScene, routed: routed[Key(asset: asset.id, period: period)])
  }
}
