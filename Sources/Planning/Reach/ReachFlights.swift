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
    let isQuick = run.question.isQuick
    let step = Self.step(ground, nodes: isQuick ? Self.quickNodes : Self.mostNodes)
    if step > 1 { assumed.append(Self.words(on: step, ground)) }
    typealias Question = RoutedFlights.Question
    let questions = asked.map { asset, period in
      Result { () throws(RouteError) in try Question(of: asset, by: period) }
    }
    // Assets of one aircraft at one base share their times, and where climb and descent are equal those there and back.
    var unique: [Question] = []
    var places: [Question: Int] = [:]
    for question in questions.compactMap({ try? $0.get() }) {
      for way in [question, question.back] where places[way] == nil {
        places[way] = unique.count
        unique.append(way)
      }
    }
    let reaches = Parallel.map(unique, workers: run.workers) { question in
      Result { () throws(RouteError) in
        try question.reach(over: ground, step: step, altitudes: isQuick ? Self.quickAltitudes : Self.mostAltitudes)
      }
    }
    let found = questions.map { question in
      question.flatMap { question in
        reaches[places[question, default: 0]].flatMap { out in
          reaches[places[question.back, default: 0]].map { RoutedFlights(out: out, back: $0, over: ground) }
        }
      }
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
  /// Most of a plan's.
  private static let quickNodes = 250_000.0
  /// How many cruising altitudes are tried, besides those of the best airspeed and wind.
  private static let mostAltitudes = 8
  private static let quickAltitudes = 4

  /// How many posts apart the nodes are.
  private static func step(_ ground: RouteGround, nodes: Double) -> Int {
    let posts = Double(ground.frame.rows) * Double(ground.frame.columns)
    return max(1, Int((posts / nodes).squareRoot().rounded(.up)))
  }

  /// Between which posts flights are sought.
  private static func words(on step: Int, _ ground: RouteGround) -> String {
    let spacing = (try? ground.spacing(step)).map { " (\($0.text) apart)" } ?? ""
    return
      "flights over the terrain on one post in \(step) each way\(spacing), each as high as the highest around it: times are later than "
      + "over all posts as a rule, and never sooner than can be flown"
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
