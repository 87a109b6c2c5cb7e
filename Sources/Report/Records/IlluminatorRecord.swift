internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Scenario
internal import Units

extension Records {
  /// An illuminator of plan.json and of the layer `illuminators`.
  static var illuminator: Record<Illuminator> {
    [
      .text("id", \.id, json: true, gis: true), .text("name", \.name, json: true, gis: true),
      .place(\.position, json: 7), .text("antenna", \.antennaText, json: true, gis: true),
      .number("eirp_kw", \.eirp.kilowatts, json: true, gis: true),
      .number("frequency_mhz", \.frequency.megahertz, json: true, gis: true),
      .number("bandwidth_mhz", \.bandwidth?.megahertz, json: true, gis: true),
    ]
  }
}

extension Illuminator {
  /// Its antenna for people: `150 m AGL`.
  var antennaText: String { antenna.placeText }
}

extension Altitude {
  /// For people: `150 m AGL`.
  var placeText: String {
    switch self {
    case .aboveGround(let height): "\(height.heightText) AGL"
    case .aboveSeaLevel(let altitude): "\(altitude.heightText) AMSL"
    }
  }
}

extension GeoLayers {
  /// The transmitters whose echoes passive sensors receive.
  var illuminators: OutputLayer {
    Records.illuminator.layer(
      "illuminators", "Transmitters of others whose echoes passive sensors receive", .points,
      scenario.illuminators.map { ($0, .point($0.position)) })
  }

  /// The same in Google Earth.
  var illuminatorFolder: KMLDocument.Folder {
    KMLDocument.Folder(
      name: "Illuminators",
      placemarks: scenario.illuminators.map { illuminator in
        .init(
          name: illuminator.name,
          figures: [
            ("Antenna", illuminator.antennaText), ("EIRP", "\(illuminator.eirp.kilowatts.significant(4)) kW"),
            ("Frequency", "\(illuminator.frequency.megahertz.significant(6)) MHz"),
          ],
          style: "illuminator", shape: .point(illuminator.position))
      })
  }
}
