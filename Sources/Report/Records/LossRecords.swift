internal import Radar
internal import Units

extension Field {
  /// A loss: decibels.
  static func loss<V: Maybe<Decibels>>(
    _ stem: String, _ value: @escaping (Row) -> V, heading: String? = nil
  ) -> Field {
    anyNumber(
      stem + "_db", { value($0).maybe?.value }, heading: heading, csv: .decimals(6), unit: heading == nil ? nil : "dB",
      console: 1, json: .decimals(6))
  }
}

extension Decibels: Maybe {}

extension Records {
  /// The parts of a path's loss, one way and both.
  static var pathLoss: Record<PathLoss> { Record(pathLossFields) }

  static var pathLossFields: [Field<PathLoss>] {
    [
      .loss("free_space", \.freeSpace), .loss("smooth_earth", { Decibels($0.terrain.sphericalEarth) }),
      .loss("bullington", { Decibels($0.terrain.bullington) }),
      .loss("bullington_smooth", { Decibels($0.terrain.bullingtonSmooth) }),
      .loss("delta_bullington", { Decibels($0.terrain.total) }), .loss("diffraction", \.diffraction),
      .loss("gas", \.gas), .loss("rain", \.rain), .loss("total", \.total),
      .loss("two_way_free_space", \.freeSpace.twice), .loss("two_way_diffraction", \.diffraction.twice),
      .loss("two_way_gas", \.gas.twice), .loss("two_way_rain", \.rain.twice), .loss("two_way_total", \.total.twice),
    ]
  }

  /// What the path of a sight line takes from a wave, and how that is computed.
  static var sightLosses: Record<SightLosses> {
    [
      .number("frequency_mhz", \.model.frequency.megahertz),
      .word(Polarization.words)("polarization", \.model.polarization.rawValue),
      .length("effective_radius", \.model.earth.radius), .share("sea_share", \.model.seaShare),
      .number("surface_vapour_g_m3", \.model.air.vapourDensity),
      .number("surface_temperature_k", \.model.air.temperatureKelvin).inDocumentsIfAny,
      .number("surface_pressure_hpa", \.model.air.pressureHectopascals).inDocumentsIfAny,
      .number("rain_rate_mm_h", \.model.rain?.rate.millimetresPerHour),
      .signedLength("rain_height_amsl", \.model.rain?.height), .length("rain_path", \.loss?.rainyWay),
      .number("time_percent", \.model.timeShare?.percent),
      .number("anomalous_percent", \.model.timeShare?.anomalousPercent),
      .insideIfKnown(pathLossFields, \.loss), .loss("snr", \.look?.signalToNoise),
      .number("pd", \.look?.probability.detected, json: .decimals(12)),
      .number("one_minus_pd", \.look?.probability.missed, json: .decimals(12)),
      .area("rcs", \.look?.crossSection, json: .squareMetres(9)), .texts("warnings", { $0.warnings.map(\.text) }),
    ]
  }
}

extension Field {
  /// The members of a row that may be inside, at the same level; null where there is none.
  static func insideIfKnown<Inner>(_ fields: [Field<Inner>], _ inner: @escaping (Row) -> Inner?) -> Field {
    var field = Field()
    for entry in fields.flatMap(\.members) {
      field.add(member: entry.key, after: entry.after, schema: entry.head.orNull()) {
        inner($0).map(entry.value) ?? .null
      }
    }
    return field
  }
}
