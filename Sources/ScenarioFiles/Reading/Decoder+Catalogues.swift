import Radar
import Response
import Scenario
import Units

extension Decoder {
  /// The radar catalogue.
  /// - Parameter detection: How looks count; nil where they do not.
  func radarTypes(_ detection: DetectionSettings?) -> Index<RadarType> {
    typealias F = RadarTypeFields
    return decode("radar_types", id: { $0.required(F.id) }) { row, id in
      let kind = row.required(F.kind)
      let instrumentedRange = row.required(F.instrumentedRange)
      let antennaHeight = row.required(F.antennaHeight)
      let (lowest, highest) = (row.optional(F.minimumElevation), row.optional(F.maximumElevation))
      var parameters = radarParameters(row, highest: highest)
      parameters.sensor = sensorParameters(row, kind)
      let isComputed = givesRange(parameters, kind, row)
      let isByEcho = kind?.rule.arrangement == .illuminators && parameters.sensor.sensitivity != nil
      let needsReference =
        kind?.rule.needsReference ?? false && !isComputed && !(isByEcho && !row.has(F.detectionRange))
      let detectionRange = needsReference ? row.required(F.detectionRange) : row.optional(F.detectionRange)
      let crossSection =
        needsReference ? row.required(F.referenceCrossSection) : row.optional(F.referenceCrossSection)
      let minimumRange = row.optional(F.minimumRange) ?? .zero
      let revisit = row.optional(F.revisit)
      let price = priceRange(row)
      guard let kind, let instrumentedRange, let antennaHeight else { return nil }
      if minimumRange >= instrumentedRange {
        row.report(
          .range, F.minimumRange, "\(minimumRange.text) is not below the instrumented range, \(instrumentedRange.text)",
          "nothing would be seen; state a smaller minimum range")
      }
      if let lowest, let highest, lowest >= highest {
        row.report(
          .range, F.minimumElevation, "\(lowest.text) is not below the maximum elevation, \(highest.text)",
          "state the lower limit of the beam here")
      }
      let type = RadarType(
        id: id, name: row.optional(F.name) ?? id, kind: kind, instrumentedRange: instrumentedRange,
        detectionRange: detectionRange, referenceCrossSection: crossSection, minimumRange: minimumRange,
        antennaHeight: antennaHeight, minimumElevation: lowest, maximumElevation: highest, revisit: revisit,
        price: price, parameters: parameters)
      let possible = checked(type, isComputed: isComputed, row)
      return possible.map { type in
        guard type.kind.rule.arrangement == .alone else { return type }
        return detection.map { looking(type, $0, row) } ?? type
      }
    }
  }

  /// The type with looks that count; as it is after a report.
  private func looking(_ type: RadarType, _ detection: DetectionSettings, _ row: Row) -> RadarType {
    do { return try type.looking(detection) } catch {
      let reason = (error as? DetectionError)?.problem ?? (error as? RangeEquationError)?.problem ?? "\(error)"
      row.report(
        .range, RadarSignalFields.falseAlarmProbability, "the radar’s looks cannot detect as asked: \(reason)",
        "state probabilities of false alarm below those of detection")
      return type
    }
  }

  private func priceRange(_ row: Row) -> PriceRange? {
    typealias F = RadarTypeFields
    let low = price(F.priceLow, of: row)
    let base = price(F.price, of: row)
    let high = price(F.priceHigh, of: row)
    guard row.has(F.price) else {
      for field in [F.priceLow, F.priceHigh] where row.has(field) {
        row.report(.missing, field, "stands without a price", "state the price to plan with in price")
      }
      return nil
    }
    guard let base else { return nil }
    let range = PriceRange(low: low ?? base, base: base, high: high ?? base)
    if range.low.amount > base.amount {
      row.report(.range, F.priceLow, "\(range.low.text) is above the price, \(base.text)", "low ≤ price ≤ high")
    }
    if range.high.amount < base.amount {
      row.report(.range, F.priceHigh, "\(range.high.text) is below the price, \(base.text)", "low ≤ price ≤ high")
    }
    return range
  }
}
