import Foundation
import GeoFiles
import Geodesy
import Scenario
import Units

/// Observations in a table or a layer of a map.
struct ObservedLayer {
  let path: String
  let options: ObservedOptions
  let diagnostics: Diagnostics

  /// What the file holds; nil after a report.
  func observed() -> ObservedFile? {
    // Read from where the caller is; nothing else of this machine is named by the file.
    let source = LayerSource(
      folder: URL(fileURLWithPath: path).deletingLastPathComponent(), file: "--columns", diagnostics: diagnostics)
    var layer = RecordLayer(format: ObservationFields.layer, origin: Origin(file: path))
    layer.crs = options.crs
    if let word = options.heights { layer.heights = HeightUse(word) }
    source.readFile(
      URL(fileURLWithPath: path).lastPathComponent, layerName: options.layer,
      mapping: options.columns.enumerated().map { index, pair in
        (key: pair.ours, line: index + 1, value: .scalar(pair.theirs, line: index + 1))
      }, ignored: [], into: &layer)
    guard layer.isReadable else { return nil }
    let decoder = Decoder(layers: [:], currency: nil, diagnostics: diagnostics)
    let before = diagnostics.errorCount
    var observations: [Observation] = []
    var form = ObservedFile.Form.plots
    var assumesUTC = false
    for row in decoder.rows(of: layer) {
      assumesUTC = lacksZone(row) || assumesUTC
      switch row.record.geometry {
      case .lines(let lines):
        if let ring = ring(row, lines) {
          form = .rings
          observations += ring
        } else {
          observations += track(row, lines)
        }
      case .polygons(let polygons):
        form = .rings
        observations += ring(row, polygons.compactMap(\.first), isRing: true) ?? []
      case .point, nil:
        if let observation = point(row) { observations.append(observation) }
      }
    }
    guard diagnostics.errorCount == before else { return nil }
    checkTimes(observations)
    var file = ObservedFile(name: path, form: form, observations: observations)
    file.assumesUTC = assumesUTC
    return file
  }

  /// Whether a row states when it was recorded without a zone; told once.
  private func lacksZone(_ row: Row) -> Bool {
    let field = ObservationFields.time
    // A column whose name says UTC states the zone of all its times.
    guard row.record.cells["time_utc"] == nil, let text = row.rawText(field), ObservedTime.lacksZone(text) else {
      return false
    }
    diagnostics.warnOnce(
      about: "time zone", .value, at: row.origin(field), field: field.name,
      "“\(text.prefix(40))” states no time zone: such times count as UTC",
      "write 2015-05-03T14:22:05Z, an offset as in 2015-05-03 09:22:05-05:00, or name the column time_utc")
    return true
  }

  private func point(_ row: Row) -> Observation? {
    let position = row.position()
    let stated = row.altitude()
    let altitude = row.record.heights == nil ? stated : row.altitudes(ofPart: 0, count: 1, stated: stated)[0]
    let observation = position.map {
      Observation(
        radar: row.optional(ObservationFields.radar), seconds: row.optional(ObservationFields.time),
        track: row.optional(ObservationFields.track), position: $0, altitude: altitude)
    }
    return observation
  }

  /// The points of a line; when it was at each of them a line does not say.
  private func track(_ row: Row, _ lines: [[Position]]) -> [Observation] {
    let (radar, time) = (row.optional(ObservationFields.radar), row.optional(ObservationFields.time))
    let name = row.optional(ObservationFields.track) ?? "row \(row.record.origin.row ?? row.record.origin.line ?? 0)"
    let stated = row.altitude()
    return lines.enumerated().flatMap { part, line -> [Observation] in
      let altitudes = row.altitudes(ofPart: part, count: line.count, stated: stated)
      return zip(line, altitudes).map { position, altitude in
        Observation(radar: radar, seconds: time, track: name, position: position.normalized, altitude: altitude)
      }
    }
  }

  /// The points of a closed line or polygon of one altitude, which its field or its name states; nil for a line that is not
  /// closed.
  private func ring(_ row: Row, _ lines: [[Position]], isRing: Bool = false) -> [Observation]? {
    guard isRing || lines.allSatisfy({ $0.count > 8 && $0.first == $0.last }) else { return nil }
    let altitude = row.altitude() ?? named(row)
    return lines.flatMap { line in
      line.dropLast().map { Observation(position: $0.normalized, altitude: altitude) }
    }
  }

  /// The altitude that a placemark's name states: `30000 ft`.
  private func named(_ row: Row) -> Altitude? {
    guard case .text(let text)? = row.record.cells["name"]?.content else { return nil }
    let words = text.split(separator: " ")
    for index in words.indices {
      for count in [2, 1] where index + count <= words.count {
        let part = words[index..<index + count].joined(separator: " ")
        if part.contains(where: \.isNumber), let length = try? Length.parse(altitude: part) {
          return .aboveSeaLevel(length)
        }
      }
    }
    return nil
  }

  /// A file has dates or times of day, not both.
  private func checkTimes(_ observations: [Observation]) {
    let times = observations.compactMap(\.seconds)
    guard let first = times.min(), let last = times.max(), first < ObservedTime.day, last >= 1e8 else { return }
    diagnostics.error(
      .value, at: Origin(file: path), field: "time", "has times of day and dates", "write dates throughout")
  }
}
