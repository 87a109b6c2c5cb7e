import Foundation
import Geodesy
import Scenario
import Units

/// The JSON that ADS-B receivers and their web pages keep.
///
/// - Outlines, `outline.json` of readsb: `{"actualRange": {"last24h": {"points": [[lat, lon, alt], …]}}}`, one point for
///   each degree of azimuth in which something was received, the farthest; degrees and feet, the altitude barometric where
///   the aircraft sent one, else geometric. The page tar1090 also draws the older forms `{"points": [[lat, lon], …]}` and
///   `{"multiRange": [[[lat, lon], …], …]}`. Other parts than `last24h` (`alltime`) stand beside it.
/// - Rings, `upintheair.json` of HeyWhatsThat: `{"id", "lat", "lon", "elev_amsl", "refraction": "0.25", "rings": [{"alt":
///   "12192", "points": [[lat, lon], …]}]}`, computed from elevation models for aircraft at each of the altitudes asked for,
///   metres above mean sea level. A refraction of r means an effective Earth radius factor of 1/(1 − r).
/// - Traces, `trace_full_*.json` of readsb: `{"icao", "timestamp", "trace": [[seconds, lat, lon, alt, …], …]}`, feet, `ground`
///   on the ground.
/// - Source: readsb, json_out.c (`generateOutlineJson`, `sprintTracePoint`) and track.c (`update_range_histogram`); tar1090,
///   html/script.js (`drawOutlineJson`, `drawUpintheair`) and getupintheair.sh.
struct ReceiverFile {
  private(set) var observed: ObservedFile?

  private let path: String
  private let options: ObservedOptions
  private let diagnostics: Diagnostics

  /// Reads the file; nil for JSON that is none of these, a GeoJSON for instance.
  init?(_ path: String, _ bytes: [UInt8], _ options: ObservedOptions, _ diagnostics: Diagnostics) {
    (self.path, self.options, self.diagnostics) = (path, options, diagnostics)
    let content: Any
    do { content = try JSONSerialization.jsonObject(with: Data(bytes)) } catch {
      diagnostics.error(
        .syntax, at: Origin(file: path), "is not JSON", "was it cut off when it was copied? fetch it again")
      return
    }
    guard let object = content as? [String: Any], object["type"] as? String == nil else { return nil }
    if let rings = object["rings"] {
      readRings(rings, object)
    } else if let trace = object["trace"] {
      readTrace(trace, object)
    } else if let parts = object["actualRange"] as? [String: Any] {
      readParts(parts)
    } else if let points = object["points"] {
      readOutline([points], part: nil)
    } else if let rings = object["multiRange"] as? [Any] {
      readOutline(rings, part: nil)
    } else {
      fail(
        "", "is JSON, but neither an outline, nor rings, nor a trace, nor a GeoJSON",
        "its keys are \(object.keys.sorted().prefix(6).joined(separator: ", ")); an outline has actualRange or points, rings of HeyWhatsThat have rings"
      )
    }
  }

  private func fail(_ field: String, _ what: String, _ remedy: String, row: Int? = nil) {
    diagnostics.error(
      .syntax, at: Origin(file: path, row: row), field: field.isEmpty ? nil : field, what, remedy)
  }

  private mutating func readParts(_ parts: [String: Any]) {
    let points = parts.compactMapValues { ($0 as? [String: Any])?["points"] as? [Any] }
    if let wanted = options.part, points[wanted] == nil {
      return fail("actualRange", "has no part “\(wanted)”", NearestName.choices(for: wanted, among: points.keys))
    }
    // The most points, and of equal ones the first by name.
    let chosen = options.part ?? points.sorted { $0.key < $1.key }.max { $0.value.count < $1.value.count }?.key
    guard let chosen, let list = points[chosen] else {
      return fail("actualRange", "has no points", "last24h or alltime holds a list of points")
    }
    readOutline([list], part: chosen)
    observed?.part = chosen
  }

  private mutating func readOutline(_ rings: [Any], part: String?) {
    var observations: [Observation] = []
    let field = part.map { "actualRange.\($0).points" } ?? "points"
    for ring in rings {
      guard let points = ring as? [Any] else { return fail(field, "is not a list", "points are [lat, lon, alt]") }
      for (index, point) in points.enumerated() {
        guard let numbers = numbers(point, field, index), let position = position(numbers, field, index) else {
          continue
        }
        // What was never heard is written as 0, 0.
        if numbers[0] == 0, numbers[1] == 0 { continue }
        observations.append(
          Observation(
            position: position, altitude: numbers.count > 2 ? .aboveSeaLevel(.feet(numbers[2])) : nil))
      }
    }
    if observations.contains(where: { $0.altitude == nil }), options.altitude == nil, !observations.isEmpty {
      let count = observations.count { $0.altitude == nil }
      diagnostics.error(
        .incomplete, at: Origin(file: path), field: field,
        "\(count == observations.count ? "has no altitudes" : "\(count) of \(observations.count) points have no altitude"): an older receiver wrote it, and how far it saw says nothing without how high",
        "take an outline of a newer readsb, or state one altitude for all with --altitude, as in --altitude FL350")
    }
    observed = ObservedFile(name: path, form: .outline, observations: observations)
  }

  private mutating func readRings(_ rings: Any, _ object: [String: Any]) {
    guard let rings = rings as? [Any] else { return fail("rings", "is not a list", "a ring has alt and points") }
    var observations: [Observation] = []
    for (index, ring) in rings.enumerated() {
      let field = "rings[\(index)]"
      guard let ring = ring as? [String: Any], let points = ring["points"] as? [Any] else {
        fail(field, "has no points", "a ring has alt and points")
        continue
      }
      let altitude = number(ring["alt"])
      if altitude == nil, options.altitude == nil {
        fail(
          "\(field).alt", "has no altitude", "ask for rings with &alts=, metres, or state one with --altitude")
      }
      for (number, point) in points.enumerated() {
        guard let numbers = numbers(point, "\(field).points", number),
          let position = position(numbers, "\(field).points", number)
        else { continue }
        observations.append(
          Observation(position: position, altitude: altitude.map { .aboveSeaLevel(.metres($0)) }))
      }
    }
    observed = ObservedFile(name: path, form: .rings, observations: observations)
    if let north = number(object["lat"]), let east = number(object["lon"]), abs(north) <= 90, abs(east) <= 360 {
      observed?.centre = Position(latitudeDegrees: north, longitudeDegrees: east).normalized
    }
    if let refraction = number(object["refraction"]), (0..<0.9).contains(refraction) {
      observed?.earthFactor = 1 / (1 - refraction)
    }
  }

  private mutating func readTrace(_ trace: Any, _ object: [String: Any]) {
    guard let points = trace as? [Any], let start = number(object["timestamp"]) else {
      return fail("trace", "has no list of points and their start", "trace_full_… of readsb has timestamp and trace")
    }
    var observations: [Observation] = []
    for (index, point) in points.enumerated() {
      guard let values = point as? [Any], values.count >= 3, let time = number(values[0]) else {
        fail("trace", "is not [seconds, lat, lon, alt, …]", "is it a trace of readsb?", row: index + 1)
        continue
      }
      guard let north = number(values[1]), let east = number(values[2]),
        let position = position([north, east], "trace", index)
      else { continue }
      // "ground" for an aircraft on the ground, null for one of unknown altitude: neither is a target in the air.
      guard values.count > 3, let feet = number(values[3]) else { continue }
      observations.append(
        Observation(
          seconds: start + time, track: object["icao"] as? String, position: position,
          altitude: .aboveSeaLevel(.feet(feet))))
    }
    observed = ObservedFile(name: path, form: .plots, observations: observations)
  }

  private func numbers(_ point: Any, _ field: String, _ index: Int) -> [Double]? {
    if let values = point as? [Any], values.count >= 2 {
      let numbers = values.prefix(3).compactMap(number)
      if numbers.count == min(values.count, 3) { return numbers }
      // An aircraft of unknown altitude.
      if numbers.count == 2, values.count > 2, values[2] is NSNull { return numbers }
    }
    fail(field, "is not [lat, lon, alt]", "write degrees, and feet above mean sea level", row: index + 1)
    return nil
  }

  private func position(_ numbers: [Double], _ field: String, _ index: Int) -> Position? {
    guard abs(numbers[0]) <= 90, abs(numbers[1]) <= 360 else {
      diagnostics.error(
        .position, at: Origin(file: path, row: index + 1), field: field,
        "\(numbers[0].plain), \(numbers[1].plain) is not a latitude and a longitude",
        abs(numbers[1]) <= 90 ? "are they swapped?" : "write degrees, latitude first")
      return nil
    }
    return Position(latitudeDegrees: numbers[0], longitudeDegrees: numbers[1]).normalized
  }

  /// A number, also one written as a text.
  private func number(_ value: Any?) -> Double? {
    switch value {
    case let number as NSNumber: number.doubleValue.isFinite ? number.doubleValue : nil
    case let text as String: Double(text).flatMap { $0.isFinite ? $0 : nil }
    default: nil
    }
  }
}
