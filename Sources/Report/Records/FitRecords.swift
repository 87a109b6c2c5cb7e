internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

extension Records {
  /// A row of `fit … --format csv`.
  static var fitGroup: Record<FitGroupRow> {
    [
      .word(FitGroup.Key.allCases.map(\.rawValue))(
        "by", \.group.key.rawValue, heading: "by", csv: true, meaning: "What looks are grouped by."),
      .anyNumber("from", \.group.span?.lowerBound, heading: "from", csv: .decimals(3)),
      .anyNumber("to", \.group.span?.upperBound, heading: "to", csv: .decimals(3)),
      .text("unit", \.unit, heading: "", csv: true, meaning: "Unit of from and to."),
      .text("limit", \.group.cause, heading: "limit", csv: true, meaning: "What hides it in the model."),
      .count("looks", \.group.count, heading: "looks", csv: true),
      .count("both_see", \.group.both, heading: "both", csv: true),
      .count("only_radar_sees", \.group.onlyRadar, heading: "only radar", csv: true),
      .count(
        "only_model_sees", { $0.isTrafficKnown ? $0.group.onlyModel : nil }, heading: "only model", csv: true,
        meaning: "Null where traffic is not known: absence is no evidence."),
      .count("neither_sees", { $0.isTrafficKnown ? $0.group.neither : nil }, heading: "neither", csv: true),
      .count("fitted_only_radar_sees", \.fitted?.onlyRadar, heading: "fitted: radar", csv: true),
      .count(
        "fitted_only_model_sees", { row in row.isTrafficKnown ? row.fitted?.onlyModel : nil }, heading: "fitted: model",
        csv: true),
    ]
  }

  /// A parameter of the fit.
  static var fitParameter: Record<FitParameterRow> {
    [
      .word(FitParameterRow.names)("parameter", \.name, heading: "parameter", csv: true),
      .angle("azimuth_from", \.sector?.begin, heading: "from", csv: .degrees(3)),
      .angle("azimuth_to", \.sector?.end, heading: "to", csv: .degrees(3)),
      .count("looks", \.looks, heading: "looks", csv: true),
      .anyNumber("stated", \.stated, heading: "scenario", csv: .decimals(6), console: 3),
      .anyNumber("value", \.finding.value, heading: "fitted", csv: .decimals(6), console: 3),
      .anyNumber("low", \.finding.low, heading: "low 95 %", csv: .decimals(6), console: 3),
      .anyNumber("high", \.finding.high, heading: "high 95 %", csv: .decimals(6), console: 3),
      .word(FitFinding.states)("state", \.finding.state, heading: "the data", csv: true),
      .flag(
        "is_applied", \.isApplied, heading: "applied", csv: true,
        meaning: "Whether the fitted model and the site override have it."),
    ]
  }

  /// How far radar and model see in an azimuth.
  static var fitReach: Record<FitReach> {
    [
      .angle("azimuth", \.azimuth, csv: .degrees(3)), .signedLength("altitude_amsl", \.altitude, csv: .metres(3)),
      .length("observed", \.observed, csv: .kilometres(3)), .length("modelled", \.modelled, csv: .kilometres(3)),
      .length("fitted", \.fitted, csv: .kilometres(3)),
    ]
  }

  private static var fitRadar: Record<RadarStation> {
    [
      .text("id", \.id), .text("name", \.name), .text("type", \.type.id), .place(\.position, json: 7),
      .length("antenna_height_agl", \.antennaHeight), .number("range_scale", \.rangeScale),
      .text("horizon_mask_deg", \.horizonMask.text),
    ]
  }

  private static var fitFile: Record<ObservedFile> {
    [
      .text("file", \.name), .word(ObservedFile.Form.allCases.map(\.rawValue))("form", \.form.rawValue),
      .text("part", \.part), .count("observations", \.observations.count),
      .flag("are_times_assumed_utc", \.assumesUTC, meaning: "Whether times in it state no zone and count as UTC."),
    ]
  }

  /// The document of `atalaya fit`.
  static var fit: Record<FitReport> {
    [
      .constant("format", .string("atalaya-fit")), .constant("version", .integer(1)),
      .text("scenario", \.fit.scenario.name), .object("radar", fitRadar, \.fit.station),
      .object("fitted_radar", fitRadar, \.fit.fittedStation), .object("observed", fitFile, \.fit.question.observed),
      .optionalObject("reference", fitFile, \.fit.question.reference),
      .number("effective_earth_k", \.fit.scenario.effectiveEarthFactor),
      .area("target_rcs", \.fit.target.crossSection, json: .squareMetres(9)),
      .flag("target_transponder", \.fit.target.hasTransponder),
      .flag(
        "is_traffic_known", \.fit.isTrafficKnown,
        meaning: "Whether what was not seen counts; else only bounds follow from what was."),
      .count("looks", \.fit.looks.count),
      .share("seen_within", \.fit.seenWithin, meaning: "Fitted probability of a sighting within the coverage."),
      .share("seen_outside", \.fit.seenOutside, meaning: "The same outside of the coverage."),
      .text("method", { _ in FitReport.method }),
      .rows("parameters", fitParameter) { $0.parameters }, .rows("groups", fitGroup) { $0.table },
      .rows("reaches", fitReach) { $0.reaches }, .texts("notes", { $0.fit.warnings.map(\.text) }),
    ]
  }
}
