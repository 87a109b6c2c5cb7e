import Foundation
import Radar
import Scenario
import Units

extension Decoder {
  /// What a row of the radar catalogue states of the radar's physics.
  func radarParameters(_ row: Row, highest: Angle?) -> RadarParameters {
    typealias F = RadarSignalFields
    var result = RadarParameters()
    result.detectionProbability = row.optional(F.detectionProbability)
    result.falseAlarmProbability = row.optional(F.falseAlarmProbability)
    result.fluctuation = row.optional(F.fluctuation)
    result.pulses = row.optional(F.pulses)
    result.frequency = frequency(row)
    result.polarization = row.optional(F.polarization)
    result.peakPower = row.optional(F.peakPower)
    result.pulseSeconds = row.optional(F.pulseWidth)
    result.transmitGain = row.optional(F.transmitGain)
    result.receiveGain = row.optional(F.receiveGain)
    result.systemTemperatureKelvin = row.optional(F.noiseTemperature)
    result.noiseFigure = row.optional(F.noiseFigure)
    result.losses = row.optional(F.losses)
    result.pulseRepetition = row.optional(F.pulseRepetition)
    result.isStaggered = row.optional(F.staggered) ?? false
    result.minimumRadialSpeed = row.optional(F.minimumRadialSpeed)
    result.elevationBeamwidth = row.optional(F.elevationBeamwidth)
    result.azimuthBeamwidth = row.optional(F.azimuthBeamwidth)
    result.elevationPattern = elevationPattern(row, .transmitting, highest: highest)
    if let receive = elevationPattern(row, .receiving, highest: highest) {
      result.elevationPattern = .pair(transmit: result.elevationPattern ?? .flat, receive: receive)
    }
    let falseAlarm = result.falseAlarmProbability ?? RadarDefaults().falseAlarmProbability
    if let detection = result.detectionProbability, detection <= falseAlarm {
      row.report(
        .range, F.detectionProbability,
        "\(detection.powerText) is not above the probability of false alarm, \(falseAlarm.powerText)",
        "state a probability of detection such as 0.8")
    }
    return result
  }

  /// The frequency; nil after a warning for a text that names a band alone, as catalogues for people do.
  private func frequency(_ row: Row) -> Frequency? {
    typealias F = RadarSignalFields
    let word =
      row.rawText(F.frequencyText)?.lowercased().replacing("banda", with: "").replacing("band", with: "").filter(
        \.isLetter) ?? ""
    guard ["hf", "vhf", "uhf", "l", "s", "c", "x", "ku", "k", "ka"].contains(word),
      row.rawText(F.frequencyText)?.contains(where: \.isNumber) == false
    else { return row.optional(F.frequency) }
    row.warn(
      .value, F.frequency, "names a band: losses in air and rain are not counted", "write the frequency, as in 2.9 GHz")
    return nil
  }

  /// Whether a primary radar's detection range is to be computed from its parameters: it states none.
  func givesRange(_ parameters: RadarParameters, _ kind: RadarType.Kind?, _ row: Row) -> Bool {
    guard kind?.rule.needsReference == true, kind?.rule.arrangement == .alone,
      !row.has(RadarTypeFields.detectionRange)
    else { return false }
    let missing = parameters.missingOfEquation
    if parameters.peakPower != nil, !missing.isEmpty {
      row.report(
        .missing, RadarSignalFields.peakPower,
        "and the other parameters give no detection range without \(missing.joined(separator: ", "))",
        "state them too, or detection_range and reference_rcs")
      return true
    }
    return missing.isEmpty
  }

  /// The type with its detection range where that is computed, after its contradictions have been reported.
  func checked(_ type: RadarType, isComputed: Bool, _ row: Row) -> RadarType? {
    var type = type
    do {
      if isComputed {
        type.parameters.givesRange = true
        guard let model = try RadarModel(type) else { return nil }
        type.detectionRange = model.range
        type.referenceCrossSection = model.crossSection
      } else if type.detectionRange == nil, let range = try type.linkRange() {
        type.parameters.givesRange = true
        type.detectionRange = range
      }
    } catch {
      row.report(.range, RadarSignalFields.peakPower, "and the other parameters give no detection range: \(error)")
      return nil
    }
    for contradiction in type.contradictions {
      diagnostics.warning(
        .range, at: row.origin(named: contradiction.column), field: contradiction.column, contradiction.problem,
        contradiction.remedy)
    }
    return type
  }

  /// The columns of a pattern: its own, and those that stand for them where they are empty.
  private struct PatternFields {
    var pattern: Field<String>
    var beamwidth: [Field<Angle>]
    var axes: [Field<String>]

    static let transmitting = PatternFields(
      pattern: RadarSignalFields.elevationPattern, beamwidth: [RadarSignalFields.elevationBeamwidth],
      axes: [RadarSignalFields.beamElevation])
    static let receiving = PatternFields(
      pattern: RadarSignalFields.receivePattern,
      beamwidth: [RadarSignalFields.receiveBeamwidth, RadarSignalFields.elevationBeamwidth],
      axes: [RadarSignalFields.receiveBeamElevation, RadarSignalFields.beamElevation])
  }

  private func elevationPattern(_ row: Row, _ fields: PatternFields, highest: Angle?) -> ElevationPattern? {
    let beamwidth = fields.beamwidth.first { row.has($0) }.flatMap { row.optional($0) }
    let word = row.optional(fields.pattern)?.lowercased()
    let shares = fields.axes.count == 1 && row.has(RadarSignalFields.receivePattern)
    if word == nil || word == "flat", !shares {
      let isReceiving = fields.axes.count > 1
      let reason =
        isReceiving && row.has(RadarSignalFields.elevationPattern) && word == nil
        ? "elevation_pattern counts both ways" : "the gain is the same at every elevation"
      func warn<Value>(_ field: Field<Value>) {
        row.warn(
          .value, field, "has no effect without \(fields.pattern.name): \(reason)",
          "state a pattern, such as gaussian, or leave \(field.name) out")
      }
      if row.has(fields.axes[0]) {
        warn(fields.axes[0])
        // What is wrong in it is told all the same.
        _ = beamAxes(row, [fields.axes[0]])
      }
      if isReceiving, row.has(fields.beamwidth[0]) { warn(fields.beamwidth[0]) }
    }
    guard let word else { return nil }
    if word == "flat" { return .flat }
    // Those that end at the maximum elevation have none without it.
    let cosecants: [String: (Angle, Angle, Angle) -> ElevationPattern] = [
      "cosecant_squared": { .cosecantSquared(axis: $0, beamwidth: $1, highest: $2) },
      "m1851_cosecant_squared": { .cosecantFloor(axis: $0, beamwidth: $1, highest: $2) },
    ]
    var shapes: [String: (Angle, Angle) -> ElevationPattern?] = [
      "gaussian": { .gaussian(axis: $0, beamwidth: $1) }
    ]
    for (name, taper) in Self.tapers {
      shapes[name] = { .aperture(axis: $0, beamwidth: $1, taper) }
      shapes["m1851_\(name)"] = { .mask(axis: $0, beamwidth: $1, taper) }
    }
    for (name, shape) in cosecants {
      shapes[name] = { axis, width in highest.map { shape(axis, width, $0) } }
    }
    if word.hasSuffix(".csv") || word.hasSuffix(".txt") { return patternTable(row, fields.pattern) }
    guard let shape = shapes[word] else {
      row.report(
        .value, fields.pattern, "“\(word.prefix(60))” is not one of the patterns",
        "write flat, \(shapes.keys.sorted().joined(separator: ", ")), or the name of a CSV file")
      return nil
    }
    guard let beamwidth, let axes = beamAxes(row, fields.axes) else {
      if !fields.beamwidth.contains(where: { row.has($0) }) {
        row.report(.missing, fields.beamwidth[0], "is missing", "a \(word) pattern needs it, as in 3 deg")
      }
      if !fields.axes.contains(where: { row.has($0) }) {
        row.report(.missing, fields.axes[0], "is missing", "a \(word) pattern needs it, as in 1.5 deg")
      }
      return nil
    }
    if cosecants[word] != nil {
      guard let highest else {
        row.report(
          .missing, RadarTypeFields.maximumElevation, "is missing", "a cosecant-squared pattern ends there")
        return nil
      }
      for axis in axes where axis + beamwidth / 2 <= .zero || axis + beamwidth / 2 >= highest {
        row.report(
          .range, fields.axes[0],
          "the upper half-power point, \((axis + beamwidth / 2).text), is not between the horizontal and the maximum "
            + "elevation, \(highest.text)", "raise the beam, or state a wider one")
        return nil
      }
    }
    let beams = axes.compactMap { shape($0, beamwidth) }
    return beams.count == 1 ? beams[0] : .stack(beams)
  }

  private static let tapers: [(String, ApertureTaper)] = [
    ("uniform", .uniform), ("cosine", .cosine), ("cosine_squared", .cosineSquared), ("cosine_cubed", .cosineCubed),
  ]

  /// A pattern from a file beside the catalogue.
  private func patternTable(_ row: Row, _ field: Field<String>) -> ElevationPattern? {
    guard let name = row.optional(field) else { return nil }
    let path = folder.map { URL(fileURLWithPath: name, relativeTo: $0).path } ?? name
    do { return .table(try PatternTable(file: path)) } catch {
      row.report(.file, field, "\(name): \(error)")
      return nil
    }
  }

  /// The axes of the beams; nil when none is stated, and after a report.
  private func beamAxes(_ row: Row, _ fields: [Field<String>]) -> [Angle]? {
    guard let field = fields.first(where: { row.has($0) }), let text = row.optional(field) else { return nil }
    var axes: [Angle] = []
    for part in text.split(separator: ";") {
      guard let axis = try? Angle.parse(String(part)), axis.magnitude <= .degrees(90) else {
        row.report(
          .value, field, "“\(text.prefix(60))” is not a list of elevations",
          "write an angle from -90 to 90 deg with its unit, or several with semicolons between, as in 1 deg; 4 deg")
        return nil
      }
      axes.append(axis)
    }
    return axes.isEmpty ? nil : axes
  }
}
