internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Response
internal import Scenario
internal import Units

extension GeoLayers {
  /// The places on the way, and the legs of missions with stops or a hand-over; nothing where the scenario has none.
  var missionLayers: [OutputLayer] {
    let legs = FlownLeg.all(responses)
    func places(_ name: String, _ text: String, _ places: [StopPlace]) -> [OutputLayer] {
      places.isEmpty ? [] : [Records.stopPlace.layer(name, text, .points, places.map { ($0, .point($0.position)) })]
    }
    return places(
      "refuelling_places", "Where responding aircraft may refuel on their way", scenario.refuelling?.places ?? [])
      + places("hand_over_places", "Where responding aircraft may hand over whom they carry", scenario.handOverPlaces)
      + (legs.isEmpty
        ? []
        : [
          Records.flownLeg.layer(
            "response_legs", "Legs of responses with stops for fuel or a hand-over", .lines,
            legs.map { ($0, $0.line.isEmpty ? nil : .lines($0.line)) })
        ])
  }

  /// How ``missionLayers`` are drawn.
  var missionStyles: [LayerStyle] {
    let (amber, ink, white) = (Palette.colour("amber"), Palette.colour("ink"), Palette.colour("page"))
    let styles = [
      LayerStyle.one(
        "refuelling_places", .marker("diamond", fill: amber, outline: ink, millimetres: 3.2), labels: "id"),
      .one("hand_over_places", .marker("diamond", fill: white, outline: ink, millimetres: 3.2), labels: "id"),
      .one("response_legs", .line(Palette.colour("green"), millimetres: 0.4, dash: [3, 1.5])),
    ]
    let names = Set(missionLayers.map(\.name))
    return styles.filter { names.contains($0.layer) }
  }

  /// Missions with stops or a hand-over, the soonest at its strip first for each strip by day and by night.
  static func missions(_ responses: [ResponseTime]) -> [ResponseTime] {
    var seen: Set<[String]> = []
    return responses.filter { $0.mission != nil }
      .sorted { ($0.total ?? .zero, $0.asset.id) < ($1.total ?? .zero, $1.asset.id) }
      .filter { seen.insert([$0.strip.id, $0.period.rawValue]).inserted }
  }

  /// Where aircraft refuel and hand over.
  var stopFolder: KMLDocument.Folder {
    func placemarks(_ places: [StopPlace], _ what: String) -> [KMLDocument.Placemark] {
      places.map { place in
        .init(
          name: place.name, figures: [("Serves for", what), ("Elevation", place.elevation?.heightText ?? "unknown")],
          style: "stop", shape: .point(place.position))
      }
    }
    return KMLDocument.Folder(
      name: "Refuelling and hand-over",
      placemarks: placemarks(scenario.refuelling?.places ?? [], "refuelling")
        + placemarks(scenario.handOverPlaces, "hand-over"))
  }

  /// The soonest mission to each strip, leg by leg.
  var missionFolder: KMLDocument.Folder {
    KMLDocument.Folder(
      name: "Legs of responses", isVisible: false,
      placemarks: FlownLeg.all(Self.missions(responses)).compactMap { flown in
        let (leg, response) = (flown.leg, flown.response)
        guard !flown.line.isEmpty else { return nil }
        var figures = [
          ("Aircraft", response.asset.aircraft.name),
          ("Mission", "to \(response.strip.name) by \(response.period.rawValue)"),
          ("After the order", leg.arrival.minutesText), ("Length", leg.distance.text),
        ]
        if let fuel = leg.fuelLeft { figures.append(("Fuel beyond the reserve", fuel.minutesText)) }
        return .init(
          name: "\(flown.number): to \(leg.placeName)", figures: figures, style: "response",
          shape: .lines(flown.line.map { KMLDocument.Line(positions: $0) }))
      })
  }
}
