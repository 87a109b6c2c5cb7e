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
    result.frequency = row.optional(F.frequency)
    result.polarization = row.optional(F.polarization)
    result.peakPower = row.optional(F.peakPower)
    result.pulseSeconds = row.optional(F.pulseWidth)
    result.transmitGain = row.optional(F.transmitGain)
    result.receiveGain = row.optional(F.receiveGain)
    result.systemTemperatureKelvin = row.optional(F.noiseTemperature)
    result.noiseFigure = row.optional(F.noiseFigure)
    result.losses = row.optional(F.losses)
    result.pulseRepetition = row.optional(F.pulseRepetition)
    result.minimumRadialSpeed = row.optional(F.minimumRadialSpeed)
    result.elevationBeamwidth = row.optional(F.elevationBeamwidth)
    result.azimuthBeamwidth = row.optional(F.azimuthBeamwidth)
    result.elevationPattern = elevationPattern(row, result.elevationBeamwidth, highest: highest)
    let falseAlarm = result.falseAlarmProbability ?? RadarDefaults().falseAlarmProbability
    if let detection = result.detectionProbability, detection <= falseAlarm {
      row.report(
        .range, F.detectionProbability, "\(detection) is not above the probability of false alarm, \(falseAlarm)",
        "state a probability of detection such as 0.8")
    }
    return result
  }

  private func elevationPattern(_ row: Row, _ beamwidth: Angle?, highest: Angle?) -> ElevationPattern? {
    typealias F = RadarSignalFields
    guard let word = row.optional(F.elevationPattern)?.lowercased() else { return nil }
    if word == "flat" { return .flat }
    let shapes: [String: (Angle, Angle) -> ElevationPattern?] = [
      "gaussian": { .gaussian(axis: $0, beamwidth: $1) },
      "cosecant_squared": { axis, width in
        highest.map { .cosecantSquared(axis: axis, beamwidth: width, highest: $0) }
      },
      "uniform": { .aperture(axis: $0, beamwidth: $1, .uniform) },
      "cosine": { .aperture(axis: $0, beamwidth: $1, .cosine) },
      "cosine_squared": { .aperture(axis: $0, beamwidth: $1, .cosineSquared) },
      "cosine_cubed": { .aperture(axis: $0, beamwidth: $1, .cosineCubed) },
    ]
    guard let shape = shapes[word] else {
      row.report(
        .value, F.elevationPattern, "“\(word.prefix(60))” is not one of the patterns",
        "write flat, \(shapes.keys.sorted().joined(separator: ", "))")
      return nil
    }
    guard let beamwidth, let axes = beamAxes(row) else {
      if !row.has(F.elevationBeamwidth) {
        row.report(.missing, F.elevationBeamwidth, "is missing", "a \(word) pattern needs it, as in 3 deg")
      }
      if !row.has(F.beamElevation) {
        row.report(.missing, F.beamElevation, "is missing", "a \(word) pattern needs it, as in 1.5 deg")
      }
      return nil
    }
    if word == "cosecant_squared" {
      guard let highest else {
        row.report(
          .missing, RadarTypeFields.maximumElevation, "is missing", "a cosecant-squared pattern ends there")
        return nil
      }
      for axis in axes where axis + beamwidth / 2 <= .zero || axis + beamwidth / 2 >= highest {
        row.report(
          .range, F.beamElevation,
          "the upper half-power point, \((axis + beamwidth / 2).text), is not between the horizontal and the maximum "
            + "elevation, \(highest.text)", "raise the beam, or state a wider one")
        return nil
      }
    }
    let beams = axes.compactMap { shape($0, beamwidth) }
    return beams.count == 1 ? beams[0] : .stack(beams)
  }

  /// The axes of the beams; nil when none is stated, and after a report.
  private func beamAxes(_ row: Row) -> [Angle]? {
    typealias F = RadarSignalFields
    guard let text = row.optional(F.beamElevation) else { return nil }
    var axes: [Angle] = []
    for part in text.split(separator: ";") {
      guard let axis = try? Angle.parse(String(part)), axis.magnitude <= .degrees(90) else {
        row.report(
          .value, F.beamElevation, "“\(text.prefix(60))” is not a list of elevations",
          "write an angle from -90 to 90 deg, or several with semicolons between, as in 1 deg; 4 deg")
        return nil
      }
      axes.append(axis)
    }
    return axes.isEmpty ? nil : axes
  }
}
