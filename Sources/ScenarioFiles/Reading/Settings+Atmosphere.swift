import Coverage
import Foundation
import Geodesy
import Radar
import Scenario
import Terrain
import Units

extension Settings {
  /// Reads the air, after what it rests on: the factor, the target and the terrain's error.
  /// - Parameter sites: Where the sites are, for what comes from maps; asked once at most.
  mutating func readAtmosphere(_ row: Row, folder: URL, sites: () -> [Position]) {
    typealias F = AtmosphereFields
    let part = row.has(SettingFields.atmosphere) ? Self.part(row, SettingFields.atmosphere, F.format) : nil
    var band: [Double]?
    var percentages: [Double]?
    var spread = 0.0
    if let part {
      let gradients = Self.numbers(part, F.gradient, each: F.lapse, 1...3)
      let factors = Self.numbers(part, F.kBand, each: F.factor, 2...3)
      let hasFactor = row.has(SettingFields.effectiveEarth)
      if gradients != nil, factors != nil {
        part.report(.value, F.gradient, "does not go with k_band", "state one of them")
      }
      if let gradients {
        if hasFactor {
          part.report(.value, F.gradient, "does not go with effective_earth_k", "state one of them")
        }
        if gradients.count == 2 {
          part.report(.value, F.gradient, "is a list of two", "write one number, or three")
        }
        let ks = gradients.map { 157 / (157 + $0) }
        effectiveEarthFactor = ks.count == 3 ? ks[1] : ks[0]
        forget(SettingFields.effectiveEarth.name)
        if ks.count == 3 { band = ks }
      }
      if let factors {
        if factors.count == 3, hasFactor, factors[1] != effectiveEarthFactor {
          part.report(
            .value, F.kBand,
            "has the median \(factors[1].plain), and effective_earth_k is \(effectiveEarthFactor.plain)",
            "leave effective_earth_k out, or write the least and the greatest only")
        }
        if factors.count == 3 { forget(SettingFields.effectiveEarth.name) }
        band = factors.count == 3 ? factors : [factors[0], effectiveEarthFactor, factors[1]]
      }
      if let band, !(band[0] <= band[1] && band[1] <= band[2]) {
        part.report(
          .range, factors == nil ? F.gradient : F.kBand,
          "is not in order: k \(band.map(\.plain).joined(separator: ", "))",
          "write the least k first, then the median, then the greatest")
      }
      percentages = Self.numbers(part, F.percentages, each: F.percent, 2...3)
      spread = part.optional(F.spread) ?? 0
      weather = Weather(
        air: Self.air(part), rainRate: part.optional(F.rainRate)?.millimetresPerHour ?? 0,
        rainHeight: part.optional(F.rainHeight) ?? .kilometres(5))
      if part.has(F.maps) {
        let statesFactor = hasFactor || part.has(F.gradient) || part.has(F.kBand)
        if let ks = readMaps(part, folder, percentages, statesFactor: statesFactor, sites) { band = ks }
      } else if part.optional(F.mapRain) == true {
        part.report(.missing, F.mapRain, "stands without itu_maps", "name the folder that holds R001.TXT")
      }
      if let shares = percentages, let band {
        if !zip(shares, shares.dropFirst()).allSatisfy({ $0 > $1 }) {
          part.report(
            .range, F.percentages, "does not fall", "the least k is exceeded most of the time, as in [99, 50, 1]")
        }
        if shares.count != 3, shares.count != 2 || (factors?.count != 2 && !part.has(F.maps)) {
          part.report(.value, F.percentages, "has \(shares.count) numbers for \(band.count)", "write one for each k")
        }
      }
      if percentages != nil, band == nil, !part.has(F.maps) {
        part.report(
          .value, F.percentages, "goes with a band of k, and there is none", "state k_band, or take it away")
      }
    }
    readWeather(ofLooks: part, row)
    let error = terrain?.reading.error ?? .zero
    guard band != nil || spread > 0 || error > .zero else { return }
    let ks = band ?? [Double](repeating: effectiveEarthFactor, count: 3)
    let shares = percentages.map { $0.count == 2 ? [$0[0], 50, $0[1]] : $0 } ?? [99, 50, 1]
    guard ks.count == 3, shares.count == 3 else { return }
    if band != nil, percentages == nil {
      defaultedSettings.insert("atmosphere.percent_of_time")
      defaultsTaken.append("the band of k exceeded for 99, 50 and 1 % of the time")
    }
    if error > .zero, terrain?.reading.errorCorrelation == nil {
      defaultedSettings.insert("terrain.error_correlation")
      defaultsTaken.append("ground that shares the error of an antenna's own within 500 m")
    }
    doubt = Doubt(
      low: Doubt.Factor(k: ks[0], percent: shares[0]), median: Doubt.Factor(k: ks[1], percent: shares[1]),
      high: Doubt.Factor(k: ks[2], percent: shares[2]), terrainError: error,
      errorCorrelation: terrain?.reading.errorRadius ?? .zero, crossSectionSpread: Decibels(spread))
    effectiveEarthFactor = ks[0]
    target.crossSection = target.crossSection / Decibels(spread).ratio
  }

  /// What is stated by another key is no default.
  mutating func forget(_ key: String) {
    guard defaultedSettings.remove(key) != nil else { return }
    defaultsTaken.removeAll { $0.hasPrefix("effective Earth factor") }
  }

  /// A number, or a list of some; nil when it is absent or, after a report, wrong.
  private static func numbers(
    _ row: Row, _ field: Field<String>, each: Field<Double>, _ count: ClosedRange<Int>
  ) -> [Double]? {
    guard row.has(field) else { return nil }
    let items: [(text: String, line: Int)]
    if let text = row.rawText(field) {
      items = [(text, row.origin(field).line ?? 0)]
    } else {
      guard case .sequence(let list, _) = row.tree(field) else {
        row.report(.value, field, "is not a list of numbers", "write \(field.format.type)")
        return nil
      }
      items = list.map { item in
        if case .scalar(let text, let line) = item { return (text, line) }
        return ("", item.line)
      }
    }
    guard count.contains(items.count) else {
      row.report(.value, field, "has \(items.count) numbers", "write \(field.format.type)")
      return nil
    }
    let numbers = items.compactMap { item -> Double? in
      var record = Record(cells: [:], origin: Origin(file: row.record.origin.file, line: item.line))
      record.cells[each.name] = Cell(.scalar(item.text, line: item.line), file: row.record.origin.file)
      return Row(record: record, format: row.format, prefix: row.prefix, diagnostics: row.diagnostics).required(each)
    }
    return numbers.count == items.count ? numbers : nil
  }
}
