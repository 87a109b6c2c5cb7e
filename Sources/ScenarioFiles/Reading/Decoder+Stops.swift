import Geodesy
import Response
import Scenario
import Units

extension Decoder {
  /// Places to refuel; those that state no time have the usual one.
  func refuellingPlaces(usual: Duration) -> Index<StopPlace> {
    stopPlaces(StopFields.refuelling, StopFields.id) { $0.optional(StopFields.time) ?? usual }
  }

  /// Places to hand over; how long that takes the asset says.
  func handOverPlaces() -> Index<StopPlace> {
    stopPlaces(StopFields.handOver, StopFields.handOverID) { _ in MissionSupport.usualHandOver }
  }

  private func stopPlaces(
    _ layer: LayerFormat, _ idField: Field<String>, _ stay: (Row) -> Duration
  ) -> Index<StopPlace> {
    typealias F = StopFields
    return decode(layer.key, id: { $0.required(idField) }) { row, id in
      let position = row.position()
      let elevation = row.elevation(F.elevation)
      let kinds = row.optional(F.kinds)
      let runway = row.optional(F.runway)
      let hours = hours(row)
      let stay = stay(row)
      guard let position else { return nil }
      var place = StopPlace(
        id: id, name: row.optional(F.name) ?? id, position: position, elevation: elevation, runway: runway, stay: stay)
      place.kinds = kinds ?? place.kinds
      place.hours = hours
      return place
    }
  }

  private func hours(_ row: Row) -> DailyHours? {
    typealias F = StopFields
    let (opens, closes) = (row.optional(F.opens), row.optional(F.closes))
    if row.has(F.opens) != row.has(F.closes) {
      row.report(
        .incomplete, row.has(F.opens) ? F.opens : F.closes, "stands alone", "state opens and closes, or neither")
    }
    guard let opens, let closes else { return nil }
    return DailyHours(begin: opens, end: closes)
  }

  /// Where an asset hands over; none where it does not, and after a report.
  func handOver(_ row: Row, _ places: Index<StopPlace>, _ bases: Index<Base>) -> [StopPlace] {
    typealias F = AssetFields
    let time = row.optional(F.handOverTime)
    guard let text = row.optional(F.handOver) else {
      if row.has(F.handOverTime), !row.has(F.handOver) {
        row.warn(.incomplete, F.handOverTime, "says nothing without hand_over", "state hand_over, or take it away")
      }
      return []
    }
    let ids = text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    if ids.isEmpty { row.report(.value, F.handOver, "names no place", "write ids with ; between, or nearest") }
    var result: [StopPlace] = []
    if ids == ["nearest"] {
      if places.values.isEmpty, places.isComplete {
        row.report(
          .reference, F.handOver, "there are no hand_over_places of which one could be the nearest",
          "add the layer hand_over_places, or name bases")
      }
      result = places.values
    } else {
      for (number, id) in ids.enumerated() {
        if ids[..<number].contains(id) {
          row.warn(.duplicate, F.handOver, "names “\(id)” twice", "once will do")
        } else if let place = handOver(id, row, places, bases) {
          result.append(place)
        }
      }
    }
    for index in result.indices { result[index].stay = time ?? MissionSupport.usualHandOver }
    return result
  }

  private func handOver(_ id: String, _ row: Row, _ places: Index<StopPlace>, _ bases: Index<Base>) -> StopPlace? {
    let field = AssetFields.handOver
    switch (places.byID[id], bases.byID[id]) {
    case (let place?, nil): return place
    case (nil, let base?): return StopPlace(base, stay: .zero)
    case (_?, _?):
      row.report(
        .reference, field, "“\(id)” is the id of a base and of a hand-over place", "give one of them another id")
      return nil
    case (nil, nil):
      let known = places.ids.union(bases.ids)
      if places.isComplete, bases.isComplete, !known.contains(id) {
        row.report(
          .reference, field, "there is no base and no hand-over place “\(id)”",
          NearestName.choices(for: id, among: known))
      }
      return nil
    }
  }

  /// Gives the scenario its places to refuel; nothing where it has none.
  func addRefuelling(
    _ settings: Settings, _ places: Index<StopPlace>, _ handOver: Index<StopPlace>, to scenario: inout Scenario,
    origin: Origin
  ) {
    for (layer, index) in [("refuelling", places), ("hand-over", handOver)] { checkFar(index, layer, scenario) }
    let time = settings.refuelling?.time ?? MissionSupport.usualRefuelling
    let withFuel = scenario.bases.filter(\.hasFuel).map { StopPlace($0, stay: time) }
    scenario.handOverPlaces = handOver.values
    guard !places.values.isEmpty || !withFuel.isEmpty else {
      if settings.refuelling != nil, places.isComplete {
        diagnostics.warning(
          .incomplete, at: origin, field: SettingFields.refuelling.name, "has no place to refuel",
          "add the layer refuelling_places, or fuel: yes to bases")
      }
      return
    }
    scenario.refuelling = RefuellingSettings(
      time: time, mostStops: settings.refuelling?.mostStops ?? MissionSupport.usualStops,
      places: places.values + withFuel)
    for (isStated, key, text) in [
      (settings.refuelling?.time != nil, "refuelling.time", "refuelling \(time.text)"),
      (
        settings.refuelling?.mostStops != nil, "refuelling.most_stops",
        "up to \(MissionSupport.usualStops) stops for fuel"
      ),
    ] where !isStated {
      scenario.defaultedSettings.insert(key)
      scenario.defaultsTaken.append(text)
    }
  }

  /// Warns of places so far away that no aircraft gets there; they are probably somewhere else.
  private func checkFar(_ places: Index<StopPlace>, _ kind: String, _ scenario: Scenario) {
    guard !scenario.bases.isEmpty else { return }
    for (place, origin) in zip(places.values, places.origins) {
      let nearest = scenario.bases.map { Ellipsoid.wgs84.distance(from: $0.position, to: place.position) }.min()
      guard let nearest, nearest > Scenario.farthestStop else { continue }
      diagnostics.warning(
        .position, at: origin, field: "position",
        "the \(kind) place “\(place.id)” lies \(nearest.text) from every base",
        "nobody flies there; are latitude and longitude swapped?")
    }
  }
}
