import GeoFiles
import Scenario
import Units

/// Finds out how the numbers of a layer are read.
///
/// What the layer states holds; else what the layer's own numbers show: one that can only have a decimal comma (`40,30`,
/// `1.420,5`) or only a decimal point. When they show nothing, a table with commas between its columns has decimal points,
/// as scenario.yaml has; in any other table a number with two readings is refused.
enum DecimalReading {
  /// Of a table.
  /// - Parameter keys: For every column the keys it gives.
  static func of(_ table: VectorLayer, _ keys: [[String]], _ layer: RecordLayer) -> NumberReading {
    if let stated = layer.decimal { return .known(stated) }
    var evidence = DecimalEvidence()
    for (index, keys) in keys.enumerated() {
      guard let kind = kind(of: keys, layer.format) else { continue }
      for feature in table.features {
        if case .text(let text) = feature.value(at: index) { take(text, kind, &evidence) }
      }
    }
    return evidence.reading(otherwise: table.separator == "," ? .asWritten : .unsure)
  }

  /// Of inline rows.
  static func of(_ records: [Record], _ layer: RecordLayer) -> NumberReading {
    if let stated = layer.decimal { return .known(stated) }
    var evidence = DecimalEvidence()
    for record in records {
      for (key, cell) in record.cells {
        if case .text(let text) = cell.content, let kind = kind(of: [key], layer.format) {
          take(text, kind, &evidence)
        }
      }
    }
    // With decimal points, thousands with a comma stay refused in scenario.yaml, whose mark is the point.
    return evidence.marks == [.point] ? .asWritten : evidence.reading(otherwise: .asWritten)
  }

  private enum Kind { case number, degrees, position }

  private static func kind(of keys: [String], _ format: LayerFormat) -> Kind? {
    for key in keys {
      guard let field = format.fields.first(where: { $0.matches(key) }) else { continue }
      switch field.name {
      case PositionFields.latitude.name, PositionFields.longitude.name: return .degrees
      case PositionFields.position.name: return .position
      case PositionFields.x.name, PositionFields.y.name, AltitudeFields.altitude.name: return .number
      default: if field.isNumeric { return .number }
      }
    }
    return nil
  }

  private static func take(_ text: String, _ kind: Kind, _ evidence: inout DecimalEvidence) {
    switch kind {
    case .number: evidence.take(text)
    case .degrees: evidence.take(degrees: text)
    case .position:
      // A comma can part latitude and longitude; next to a semicolon it is a decimal mark.
      if text.contains(/\d\.\d/) { evidence.take(degrees: "0.0") }
      if !text.contains("."), text.contains(/\d,\d.*;.*\d,\d/) { evidence.take(degrees: "0,0") }
    }
  }
}
