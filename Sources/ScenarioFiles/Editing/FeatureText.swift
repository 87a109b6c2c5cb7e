import Foundation
import GeoFiles
import Geodesy

/// A GeoJSON text of which single features are changed where they stand.
struct FeatureText {
  private let bytes: [UInt8]
  private let root: JSONSpan
  private let style: TextStyle
  let features: [JSONSpan]

  /// - Throws: ``GeoFileError`` for what is no collection of features.
  init(_ bytes: [UInt8], path: String) throws(GeoFileError) {
    guard let root = JSONSpan(bytes) else {
      throw GeoFileError(.corrupt, path: path, problem: "is not JSON", remedy: "ogr2ogr writes GeoJSON that is")
    }
    guard root["type"]?.text == "FeatureCollection" || root["type"]?.text == "Feature" else {
      throw GeoFileError(
        .notVector, path: path, problem: "is not a collection of features",
        remedy: "ogr2ogr writes a FeatureCollection")
    }
    self.bytes = bytes
    self.root = root
    style = TextStyle(bytes)
    features = root["type"]?.text == "Feature" ? [root] : root["features"]?.items ?? []
  }

  /// The text with other properties, and where it is given another place, of one feature.
  /// - Parameter properties: Texts by the exact name of the property; nil takes it away.
  func setting(_ index: Int, _ properties: [(name: String, text: String?)], point: Position?) -> [UInt8]? {
    guard features.indices.contains(index) else { return nil }
    let feature = features[index]
    var changes: [(Range<Int>, String)] = []
    let held = feature["properties"]
    var members = held?.members ?? []
    var added: [String] = []
    var removed: Set<String> = []
    for (name, text) in properties {
      if name == "id", held?["id"] == nil, let own = feature["id"] {
        changes.append((own.span, written(text ?? "", own)))
      } else if let old = members.first(where: { $0.key == name })?.value {
        if let text { changes.append((old.span, written(text, old))) } else { removed.insert(name) }
      } else if let text {
        added.append("\(JSONSpan.string(name)): \(written(text, named: name))")
      }
    }
    if !removed.isEmpty {
      // Members that go would leave commas: null says the same.
      for (name, value) in members where removed.contains(name) { changes.append((value.span, "null")) }
      members.removeAll { removed.contains($0.key) }
    }
    if !added.isEmpty {
      let text = added.joined(separator: ", ")
      if let held, let last = held.members.last {
        changes.append((last.value.span.upperBound..<last.value.span.upperBound, ", " + text))
      } else if let held {
        changes.append((held.span, "{ \(text) }"))
      } else {
        let start = feature.span.lowerBound + 1
        changes.append((start..<start, " \"properties\": { \(text) },"))
      }
    }
    if let point {
      guard let old = feature["geometry"]?["coordinates"], feature["geometry"]?["type"]?.text == "Point" else {
        return nil
      }
      let height = old.items.count > 2 ? ", " + String(decoding: bytes[old.items[2].span], as: UTF8.self) : ""
      changes.append((old.span, "[\(Self.text(point))\(height)]"))
    }
    return changed(changes)
  }

  /// The text with one more feature.
  func appending(_ feature: String) -> [UInt8]? {
    guard let list = root["features"] else { return nil }
    guard let last = list.items.last else {
      return changed([(list.span, "[\(style.lineBreak)\(feature)\(style.lineBreak)]")])
    }
    let end = last.span.upperBound
    return changed([(end..<end, ",\(style.lineBreak)\(indent(last))\(feature)")])
  }

  /// The text without one of its features.
  func removing(_ index: Int) -> [UInt8]? {
    guard let list = root["features"], features.indices.contains(index) else { return nil }
    guard features.count > 1 else { return changed([(list.span, "[]")]) }
    let span =
      index > 0
      ? features[index - 1].span.upperBound..<features[index].span.upperBound
      : features[0].span.lowerBound..<features[1].span.lowerBound
    return changed([(span, "")])
  }

  /// The blanks before a feature that begins its line.
  private func indent(_ feature: JSONSpan) -> String {
    let blanks = bytes[..<feature.span.lowerBound].reversed().prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: blanks, as: UTF8.self)
  }

  /// Longitude and latitude, to 0.01 m.
  static func text(_ position: Position) -> String {
    "\(position.longitudeDegrees.degreesText), \(position.latitudeDegrees.degreesText)"
  }

  private func written(_ text: String, _ old: JSONSpan) -> String {
    if case .number = old.content, JSONSpan.isNumber(text) { return text }
    return JSONSpan.string(text)
  }

  /// A value of a property that the feature does not have: a number where others of the name are.
  private func written(_ text: String, named name: String) -> String {
    let others = features.compactMap { $0["properties"]?[name] }
    let areNumbers = !others.isEmpty && others.allSatisfy { if case .number = $0.content { true } else { false } }
    return areNumbers && JSONSpan.isNumber(text) ? text : JSONSpan.string(text)
  }

  private func changed(_ changes: [(Range<Int>, String)]) -> [UInt8] {
    var result = bytes
    for (range, text) in changes.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      result.replaceSubrange(range, with: text.utf8)
    }
    return result
  }
}

extension Double {
  /// Degrees with seven decimals at most, 0.01 m, as short as can be.
  var degreesText: String {
    let rounded = (self * 1e7).rounded() / 1e7
    return rounded == rounded.rounded()
      ? "\(Int(rounded))" : rounded.magnitude < 1e-4 ? String(format: "%.7f", rounded) : "\(rounded)"
  }
}
