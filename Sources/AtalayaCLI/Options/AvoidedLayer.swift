import Atalaya

/// A layer of areas to keep out of.
struct AvoidedLayer {
  private let layer: VectorLayer

  /// Fields of altitudes, and what their numbers are of.
  private static let units: [String: Length] = [
    "bottom_m": .metres(1), "top_m": .metres(1), "bottom_ft": .feet(1), "top_ft": .feet(1),
    "bottom_amsl_m": .metres(1), "top_amsl_m": .metres(1), "bottom_amsl_ft": .feet(1), "top_amsl_ft": .feet(1),
  ]
  /// How fields begin that seem to limit areas.
  private static let limits = ["bot", "top", "low", "upp", "floor", "ceil", "min_alt", "max_alt"]

  /// Reads it.
  /// - Throws: An ``OptionProblem`` where a field seems to limit its areas and is not read, for an area would be closed where it
  ///   is open.
  init(path: String) throws {
    layer = try VectorLayer.read(path: path)
    if let problem = layer.problems.first { throw problem }
    let unread = layer.columns.filter { column in
      let name = column.lowercased()
      return Self.units[name] == nil && Self.limits.contains { name.hasPrefix($0) }
    }
    guard unread.isEmpty else {
      throw OptionProblem(
        "--avoid \(path): \(unread.joined(separator: ", ")) would not be read; "
          + "altitudes above sea level are bottom_m, top_m, bottom_ft and top_ft")
    }
  }

  /// Its areas: outer rings, so that holes are kept out of as well.
  func areas() throws -> [RouteArea] {
    try layer.features.enumerated().flatMap { number, feature -> [RouteArea] in
      guard case .polygons(let polygons) = feature.geometry else {
        throw OptionProblem("--avoid \(layer.path): row \(number + 1) is not a polygon")
      }
      var name = layer.name
      if case .text(let text) = feature["name"] { name = text }
      let (bottom, top) = (try height("bottom", of: feature, number), try height("top", of: feature, number))
      return try polygons.compactMap(\.first).map { ring in
        try RouteArea(name: name, ring: ring, bottom: bottom, top: top)
      }
    }
  }

  private func height(_ end: String, of feature: Feature, _ number: Int) throws -> Length? {
    for column in layer.columns where column.lowercased().hasPrefix(end) {
      guard let unit = Self.units[column.lowercased()] else { continue }
      switch feature[column] {
      case .integer(let value): return unit * Double(value)
      case .real(let value): return unit * value
      case .text(let text):
        do { return unit * (try NumberText.parse(text)) } catch {
          throw OptionProblem("--avoid \(layer.path): row \(number + 1): \(column) “\(text)” is not a number")
        }
      case .null, nil: continue
      }
    }
    return nil
  }
}
