internal import Coverage
internal import Foundation
internal import Radar
internal import Units

extension Records {
  /// A row of `radar TYPE --format csv`: how far a type detects a target at a height.
  static var reach: Record<ReachRow> {
    [
      .text("type", \.model.type.id, heading: "type", csv: true),
      .area("rcs", \.section, heading: "RCS", csv: .squareMetres(6), console: 2),
      .share("pd", \.detection, heading: "Pd", csv: .decimals(6), console: 2),
      .length("height_agl", \.reach.height, heading: "height", csv: .metres(3)),
      .length(
        "ground_range", \.seen?.groundRange, heading: "ground", csv: .kilometres(3), console: 1,
        meaning: "The farthest; none where the target is detected nowhere."),
      .length(
        "ground_range_from", \.seen?.nearest, csv: .kilometres(3),
        meaning: "From where the target is detected without a gap up to the farthest place."),
      .length("slant_range", \.seen?.slantRange, heading: "slant", csv: .kilometres(3), console: 1),
      .angle("elevation", \.seen?.elevation, heading: "elevation", csv: .degrees(4), console: 2),
      .number(
        "gas_loss_db", \.gas?.value, heading: "gases", csv: .decimals(4), unit: "dB", console: 1,
        meaning: "Both ways; of a radar of replies one way."),
      .number(
        "rain_loss_db", \.rain?.value, heading: "rain", csv: .decimals(4), unit: "dB", console: 1,
        meaning: "Both ways; of a radar of replies one way."),
      .anyNumber(
        "lobing_db", \.seen?.lobing?.value, csv: .decimals(4), unit: "dB",
        meaning: "What lobes add, both ways; of a radar of replies one way. None without a surface that reflects."),
      .length("horizon", \.horizon, heading: "horizon", csv: .kilometres(3), console: 1),
      .word(RadarView.Limit.allCases.map(\.rawValue))("limit", \.reach.limit.rawValue, heading: "limit", csv: true),
    ]
  }

  /// A row of ranges in free space.
  static var axisRange: Record<AxisRow> {
    [
      .text("type", \.model.type.id, heading: "type", csv: true, json: true),
      .area("rcs", \.section, heading: "RCS", csv: .squareMetres(6), console: 2, json: .squareMetres(6)),
      .share("pd", \.detection, heading: "Pd", csv: .decimals(6), console: 2, json: .decimals(6)),
      .anyNumber(
        "snr_db", \.required.value, heading: "SNR", csv: .decimals(6), unit: "dB", console: 1, json: .decimals(6)),
      .length("slant_range", \.range, heading: "free space", csv: .kilometres(3), console: 1, json: .kilometres(6)),
      .length(
        "slant_range_in_weather", \.weatherRange, heading: "in air and rain", csv: .kilometres(3), console: 1,
        json: .kilometres(6)),
    ]
  }

  /// A point of the vertical coverage chart.
  static var coverageRay: Record<VerticalRow> {
    [
      .text("type", \.type.id, csv: true), .area("rcs", \.line.crossSection, csv: .squareMetres(6)),
      .share("pd", \.line.detection, csv: .decimals(6)), .angle("elevation", \.ray.elevation, csv: .degrees(6)),
      .length("slant_range", \.ray.slantRange, csv: .kilometres(6)),
      .length("ground_range", \.ray.groundRange, csv: .kilometres(6)),
      .signedLength("altitude_amsl", \.ray.altitude, csv: .metres(3)),
    ]
  }

  fileprivate static var budgetLine: Record<RadarBudget.Line> {
    [.text("name", \.name), .anyNumber("decibels", \.decibels, json: .decimals(6))]
  }

  /// A type with its answers.
  static var radarPart: Record<RadarReport.Part> {
    [
      .text("type", \.view.model.type.id), .text("name", \.view.model.type.name),
      .word(RadarType.Kind.allCases.map(\.rawValue))("kind", \.view.model.type.kind.rawValue),
      .word(RadarModel.Basis.allCases.map(\.rawValue))("basis", \.view.model.basis.rawValue),
      .length("calibration_range", \.view.model.range),
      .area("calibration_rcs", \.view.model.crossSection, json: .squareMetres(6)),
      .share("calibration_pd", \.view.model.detection),
      .anyNumber("calibration_snr_db", \.view.model.referenceSignalToNoise.value, json: .decimals(9)),
      .json("pfa", schema: .anyNumber) { .significant($0.view.model.detector.falseAlarmProbability) },
      .count("pulses", \.view.model.detector.pulses), .count("swerling", \.view.model.fluctuation.rawValue),
      .json("frequency_ghz", schema: JSON.anyNumber.orNull()) {
        .optional($0.view.model.type.parameters.frequency?.gigahertz, decimals: 9)
      },
      .signedLength("antenna_amsl", \.view.antenna), .number("effective_earth_k", \.view.earth.k),
      .texts("assumed") { $0.view.model.assumptions.map(\.text) },
      Field.optionalList(
        "baselines", baseline,
        meaning:
          "Of a passive type, whose ranges here are those of a baseline of zero: what its receivers make of each illuminator."
      ) { $0.baselines.isEmpty ? nil : $0.baselines }.inDocumentsIfAny,
      .object("budget", budget, \.self),
      .json("ranges", schema: .list(of: axisRange.schema)) { axisRange.list($0.ranges) },
      .rows("heights", reach) { reach.table($0.reaches) },
      .rows("vertical_coverage", coverageRay) { coverageRay.table($0.rays) },
    ]
  }

  fileprivate static var baseline: Record<BistaticBaseline> {
    [
      .text("site", \.site), .text("illuminator", \.illuminator.id), .length("baseline", \.length),
      .area("rcs", \.crossSection, json: .squareMetres(6)),
      .length(
        "equivalent_range", \.equivalentRange, meaning: "The root of the product of both distances where it detects."),
      .length("farthest", \.farthest, meaning: "From the receiver, on the line of both."),
      .flag("is_one_area", \.isOneArea, meaning: "Otherwise it detects around each of both."),
    ]
  }

  fileprivate static var budget: Record<RadarReport.Part> {
    [
      .length("slant_range", \.place.slant), .angle("elevation", \.place.elevation),
      .area("rcs", \.asked.crossSection, json: .squareMetres(6)), .share("pd_wanted", \.asked.detection),
      .json("lines", schema: .list(of: budgetLine.schema)) { budgetLine.list($0.budget.lines) },
      .anyNumber("snr_db", \.budget.signalToNoise.value, json: .decimals(9)),
      .anyNumber("required_snr_db", \.budget.required.value, json: .decimals(9)),
      .flag("is_shown", \.budget.isShown), .flag("is_under_ground", \.budget.isUnderGround),
      .json("pd", schema: .share) { .significant($0.budget.probability.detected) },
      .json("one_minus_pd", schema: .share) { .significant($0.budget.probability.missed) },
      .area("required_rcs", \.detectableSection, json: .squareMetres(9)),
      .length("range_of_snr", \.ratioRange?.weather), .length("range_of_snr_in_free_space", \.ratioRange?.free),
    ]
  }
}

extension RadarReport.Part {
  var rays: [VerticalRow] {
    coverage.flatMap { line in
      line.coverage.rays.map { VerticalRow(type: view.model.type, line: line, ray: $0) }
    }
  }
}

extension RadarReport.Part {
  /// The cross-section that the budget's probability takes; nil where it does not matter, under the ground, and where no target
  /// has as much.
  var detectableSection: Area? {
    budget.isUnderGround ? nil : neededCrossSection.flatMap { $0.squareMetres <= 1e9 ? $0 : nil }
  }
}

extension ReachRow {
  /// Nil where the range does not depend on it.
  var section: Area? { model.crossSection == nil ? nil : crossSection }
  /// Nil where the target is detected nowhere.
  var seen: RadarView.Reach? { reach.limit == .blind ? nil : reach }
  /// Nil where it is not counted.
  var gas: Decibels? { model.type.parameters.frequency == nil ? nil : seen?.gas }
  /// Nil where it is not counted.
  var rain: Decibels? { model.type.parameters.frequency == nil ? nil : seen?.rain }
}

extension AxisRow {
  /// Nil where the range does not depend on it.
  var section: Area? { model.crossSection == nil ? nil : crossSection }
}

extension JSON {
  /// A number with fifteen significant digits, however small it is.
  fileprivate static func significant(_ value: Double) -> JSON {
    guard value != 0, value.isFinite else { return .number(value, decimals: 0) }
    let exponent = Int(exactly: log10(value.magnitude).rounded(.down)) ?? 0
    return .number(value, decimals: min(max(14 - exponent, 0), 320))
  }
}
