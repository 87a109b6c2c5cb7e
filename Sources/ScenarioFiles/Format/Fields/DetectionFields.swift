import Radar
import Scenario
import Units

/// The keys of scenario.yaml under `detection`, with which looks count.
enum DetectionFields {
  static let probability = Field<Double>.probability(
    "probability", .optional("0.8"), 0.01...0.999999,
    "Covered is where one look detects with this probability or more: areas, floors, `seen_by` of routes. It is not what detected means, which counts looks of any probability."
  )
  static let falseAlarm = Field<Double>.probability(
    "false_alarm_probability", .optional("1e-6"), 1e-20...0.5,
    "Probability of false alarm per look of radar types that state none; below `probability`.")
  static let fluctuation = Field<TargetFluctuation>.swerling(
    "fluctuation", aliases: ["swerling"], .optional("1"),
    "Swerling case of targets for radar types that state none; replies are steady.")
  static let track = Field<TrackInitiation>.trackRule(
    "track", .optional("3 of 5"),
    "Detections in looks in a row of one radar that confirm a track; takes the place of `alert.confirmation`.")
  static let confidence = Field<Double>.probability(
    "confidence", .optional("0.5: the median"), 0.01...0.99,
    "A flight is detected, and tracked, at the time by which that has happened with this probability: requirements, verdicts and flights a day count it so."
  )

  static let gases = Field<Bool>.flag(
    "gases", .optional("no"),
    "Whether oxygen and water vapour take from each look, ITU-R P.676, with `atmosphere.vapour_density`; of radar types that state `frequency`."
  )
  static let rain = Field<Bool>.flag(
    "rain", .optional("no"),
    "Whether rain takes from each look, ITU-R P.838, by `atmosphere.rain_rate` below `atmosphere.rain_height`; of radar types that state `frequency`, from 1 GHz."
  )
  static let diffraction = Field<Bool>.flag(
    "diffraction", .optional("no: shadows have a sharp edge"),
    "Whether diffraction takes from each look, ITU-R P.526 (delta-Bullington) on the terrain's profile: a radar with signal to spare sees below the edge of a shadow, one at the end of its range needs clearance above it; of radar types that state `frequency`, from 10 MHz."
  )

  static let format = LayerFormat(
    key: "detection", rowName: "detection", summary: "",
    fields: [
      probability.format, falseAlarm.format, fluctuation.format, track.format, confidence.format,
      gases.format, rain.format, diffraction.format,
    ])
}

extension Field where Value == TrackInitiation {
  /// A rule of M detections in N looks: `3 of 5`.
  static func trackRule(_ name: String, _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "M of N", accepted: "3 of 5, 3/5",
        range: "1 <= M <= N <= 10", fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        let parts = text.trimmed.lowercased().replacing("of", with: "/").split(separator: "/").map {
          Int(String($0).trimmed)
        }
        guard parts.count == 2, let hits = parts[0], let window = parts[1] else {
          throw FieldIssue(.value, "“\(text.trimmed.prefix(60))” is not a rule for tracks", "write it as in 3 of 5")
        }
        guard let rule = try? TrackInitiation(hits: hits, window: window) else {
          throw FieldIssue(.range, "\(hits) of \(window) is out of range", "M of N with 1 <= M <= N <= 10")
        }
        return rule
      })
  }
}
