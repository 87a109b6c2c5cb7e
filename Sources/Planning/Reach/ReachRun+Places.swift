internal import GeoFiles
internal import Geodesy
internal import Response
internal import Scenario
internal import Terrain
internal import Units

extension ReachRun {
  /// When each asset is at each strip and demand point: at strips as in the table of responses.
  func places(_ flights: ReachFlights) throws(ReachError) -> ReachPlaces {
    let points = scenario.demandPoints
    var elevations = points.map(\.elevation)
    if let terrain = scenario.terrain {
      let found = try ReachGround.elevations(of: points.map(\.position), terrain)
      for index in elevations.indices where elevations[index] == nil { elevations[index] = found[index] }
    }
    let places = scenario.strips.map { Reach.Place.strip($0) } + points.map { .demand($0) }
    let strips =
      scenario.strips
      + zip(points, elevations).map { point, elevation in
        Strip(
          id: point.id, name: point.name, position: point.position, elevation: elevation, length: nil,
          isApproximate: false)
      }
    let isUnknown =
      try areOutside(scenario.strips.map(\.position))
      + elevations.map { scenario.terrain != nil && $0 == nil }
    let times = question.periods.map { period in
      zip(strips, isUnknown).map { strip, isUnknown in
        assets.map { asset -> Duration? in
          guard !isUnknown, flights.isKnown(asset, period),
            let time = flights.reach(of: asset, by: period).time(to: strip), time.isReachable
          else { return nil }
          return time.total
        }
      }
    }
    return ReachPlaces(
      places: places, isUnknown: isUnknown, times: times, assets: assets, periods: question.periods)
  }

  /// Whether places lie where no flight over the terrain can be known; along geodesics nowhere.
  private func areOutside(_ places: [Position]) throws(ReachError) -> [Bool] {
    guard question.isRouted, let terrain = scenario.terrain else { return places.map { _ in false } }
    return try ReachGround.elevations(of: places, terrain).map { $0 == nil }
  }

  /// What was assumed where nothing is stated.
  func assumed(_ area: ReachArea) -> [String] {
    var lines: [String] = []
    if question.step == nil { lines.append("cells by the size of the area") }
    if area.origin == .places { lines.append("the box around bases, strips and demand points as area") }
    lines.append(
      question.isRouted
        ? "flights over the terrain as wind and air are at the time that stands for day or night"
        : "flights along geodesics, terrain between not looked at")
    if scenario.assets.contains(where: { $0.aircraft.kind == .aeroplane }) {
      lines.append("aeroplanes overhead, at strips long enough on the ground")
    }
    return lines
  }

  /// What to bear in mind.
  func whatToMind(_ area: ReachArea, _ ground: ReachGround, _ places: ReachPlaces) -> [String] {
    var notes: [String] = []
    if scenario.terrain == nil {
      notes.append("without terrain the ground of cells is unknown: ceilings and hover are not checked there")
    }
    let unknown = area.sum { area.isInside[$0] && ground.isUnknown[$0] }
    if unknown > 0 {
      notes.append(
        "\((unknown / max(area.squareMetres, 1) * 100).fixed(1)) % of the area is unknown ground, outside the terrain or without a value: nobody is counted as reaching it"
      )
    }
    let lost = zip(places.places, places.isUnknown).filter(\.1).map(\.0.id)
    if !lost.isEmpty {
      notes.append(
        "strips and demand points on unknown ground, which nobody is counted as reaching: \(lost.joined(separator: ", "))"
      )
    }
    if area.squareMetres <= 0 {
      notes.append("no cell has its centre in the area: a shorter step finds its share")
    }
    if !scenario.demandPoints.isEmpty, scenario.demandPoints.allSatisfy({ $0.weight == 0 }) {
      notes.append("every demand point has the weight zero: no share of demand can be given")
    }
    for period in question.periods where assets.allSatisfy({ $0.readiness(by: period) == nil }) {
      notes.append("no asset flies by \(period.rawValue)")
    }
    return notes
  }
}
