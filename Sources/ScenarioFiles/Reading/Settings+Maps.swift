import Foundation
import GeoFiles
import Geodesy
import Radar
import Scenario
import Units

extension Settings {
  /// The air at sea level as it is stated.
  static func air(_ part: Row) -> SurfaceAir {
    typealias F = AtmosphereFields
    let (celsius, pressure) = (part.optional(F.temperature), part.optional(F.pressure))
    var vapour = part.optional(F.vapour) ?? SurfaceAir().vapourDensity
    if let humidity = part.optional(F.humidity) {
      if part.has(F.vapour) {
        part.report(.value, F.humidity, "does not go with vapour_density", "state one of them")
      }
      if !part.has(F.temperature) {
        part.report(.missing, F.humidity, "stands without temperature_c", "state the temperature at sea level")
      }
      vapour = SurfaceAir.vapourDensity(
        relativeHumidity: humidity / 100, celsius: celsius ?? 15,
        pressureHectopascals: pressure ?? SurfaceAir.referencePressure)
    }
    let most = SurfaceAir.vapourDensity(
      relativeHumidity: 1, celsius: celsius ?? 15, pressureHectopascals: pressure ?? SurfaceAir.referencePressure)
    // A tenth more is within what mist and the rounding of both figures explain.
    if part.has(F.temperature), part.has(F.vapour), vapour > 1.1 * most {
      part.warn(
        .range, F.vapour, "is more than air of \((celsius ?? 15).plain) °C holds, \(most.significant(3)) g/m³",
        "is the temperature or the vapour wrong?")
    }
    return SurfaceAir(
      vapourDensity: vapour, temperatureKelvin: celsius.map { $0 + 273.15 }, pressureHectopascals: pressure)
  }

  /// Takes what is not stated from the maps of a folder, at the middle of the sites.
  /// - Parameters:
  ///   - percentages: Percent of the time for which a band of k is wanted; nil: the median only.
  ///   - statesFactor: Whether k is stated, so that the maps of refractivity are not asked.
  /// - Returns: The band of k; nil where none is wanted, and after a report.
  mutating func readMaps(
    _ part: Row, _ folder: URL, _ percentages: [Double]?, statesFactor: Bool, _ sites: () -> [Position]
  ) -> [Double]? {
    typealias F = AtmosphereFields
    guard let path = part.optional(F.maps) else { return nil }
    guard let place = ItuMaps.middle(of: sites()) else {
      part.report(.missing, F.maps, "has no site to look up", "state a site, or the figures themselves")
      return nil
    }
    func take<Value>(_ value: () throws(GeoFileError) -> Value) -> Value? {
      do throws(GeoFileError) { return try value() } catch {
        part.report(.file, F.maps, error.description)
        return nil
      }
    }
    guard
      let maps = take({ () throws(GeoFileError) in
        try ItuMaps(folder: URL(fileURLWithPath: path, relativeTo: folder).path)
      })
    else { return nil }
    var told: [String] = []
    if !part.has(F.vapour), !part.has(F.humidity) {
      if let vapour = take({ () throws(GeoFileError) in try maps.value(of: .vapour, at: place) }) {
        weather.surfaceVapourDensity = vapour
        told.append("\(vapour.significant(3)) g/m³ of water vapour")
      }
    }
    if part.optional(F.mapRain) == true {
      if part.has(F.rainRate) {
        part.report(.value, F.mapRain, "does not go with rain_rate", "state one of them")
      } else if let rate = take({ () throws(GeoFileError) in try maps.value(of: .rain, at: place) }) {
        weather.rainRate = rate
        told.append("rain of \(rate.significant(3)) mm/h")
      }
    }
    if weather.rainRate > 0, !part.has(F.rainHeight) {
      if let height = take({ () throws(GeoFileError) in try maps.rainHeight(at: place) }) {
        weather.rainHeight = height
        told.append("rain up to \(height.heightText)")
      }
    }
    var band: [Double]?
    if !statesFactor {
      let shares = percentages.map { $0.count == 2 ? [$0[0], 50, $0[1]] : $0 } ?? [50]
      let open = shares.allSatisfy { 0 < $0 && $0 < 100 }
      if !open {
        part.report(
          .range, F.percentages, "has no place in the maps at 0 and 100 %",
          "write percentages between, as in [99, 50, 1]")
      } else if let ks = take({ () throws(GeoFileError) in
        var ks: [Double] = []
        for share in shares { ks.append(try maps.earthFactor(at: place, percent: share)) }
        return ks
      }) {
        effectiveEarthFactor = ks.count == 3 ? ks[1] : ks[0]
        forget(SettingFields.effectiveEarth.name)
        told.append("k \(ks.map { $0.fixed(4) }.joined(separator: ", "))")
        if ks.count == 3 { band = ks }
      }
    }
    if !told.isEmpty {
      mapsTaken =
        "by the ITU’s maps in \(path) at \(place.decimal(decimals: 2)): \(told.joined(separator: ", "))"
    }
    return band
  }
}
