internal import Foundation
public import GeoFiles
internal import Geodesy
internal import Response
public import Scenario
public import Terrain
public import Units

/// The geometries of a layer in any file that can be read, for commands that take layers in addition to a scenario's own.
public struct MapLayer: Sendable {
  /// A short name, unique among letters, digits and underscores: of a file the name without its ending.
  public let name: String
  /// Its geometries, in the order of the file.
  public let geometries: [Geometry]
  /// What is odd about the file and was read nevertheless.
  public let warnings: [GeoFileWarning]

  /// Some geometries under a name.
  init(name: String, geometries: [Geometry], warnings: [GeoFileWarning] = []) {
    self.name = String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    self.geometries = geometries
    self.warnings = warnings
  }

  /// Reads a layer.
  /// - Parameter text: The file, or `file:layer` for one of several layers. A table has a column `WKT`, or `latitude` and
  ///   `longitude` (also `lat`, `lon`).
  /// - Throws: ``GeoFileError`` when the file is of no use or has no geometry.
  public static func read(_ text: String) throws(GeoFileError) -> MapLayer {
    let layer: VectorLayer
    var layerName: String?
    if let colon = text.lastIndex(of: ":"), colon > text.startIndex, !FileManager.default.fileExists(atPath: text) {
      layerName = String(text[text.index(after: colon)...])
      layer = try VectorLayer.read(path: String(text[..<colon]), layer: layerName)
    } else {
      layer = try VectorLayer.read(path: text)
    }
    if let problem = layer.problems.first { throw problem }
    var geometries = layer.features.compactMap(\.geometry)
    if geometries.isEmpty { geometries = layer.places.map { .point($0) } }
    guard !geometries.isEmpty else {
      throw GeoFileError(
        .badGeometry, path: text, problem: "has no geometries",
        remedy: "a table needs the columns latitude and longitude in degrees, or WKT")
    }
    return MapLayer(name: layerName ?? layer.name, geometries: geometries, warnings: layer.warnings)
  }
}

extension MapLayer {
  /// A layer of a scenario by its name, else of a file as ``read(_:)``.
  public static func named(_ text: String, of scenario: Scenario?) throws(GeoFileError) -> MapLayer {
    guard let scenario else { return try read(text) }
    if let own = scenario.mapLayer(named: text) { return own }
    do { return try read(text) } catch {
      guard error.code == .missing else { throw error }
      throw GeoFileError(
        .missing, path: text, problem: "is neither a file nor a layer of the scenario",
        remedy: NearestName.choices(for: text, among: scenario.layerNames))
    }
  }

  /// Its polygons.
  /// - Throws: ``GeoFileError`` when it has none, so that nothing lies inside.
  public func areas() throws(GeoFileError) -> MapFeatures {
    let features = MapFeatures(geometries)
    guard features.hasPolygons else {
      throw GeoFileError(
        .badGeometry, path: name, problem: "has no polygons, so that nothing lies inside",
        remedy: "name a layer of areas")
    }
    return features
  }
}

extension VectorLayer {
  /// The places of a table by its columns of degrees; rows without are left out.
  fileprivate var places: [Position] {
    func column(_ names: [String]) -> String? { columns.first { names.contains(Record.normalized($0)) } }
    guard let latitude = column(["latitude", "lat"]), let longitude = column(["longitude", "lon", "lng"]) else {
      return []
    }
    func degrees(_ value: FieldValue?) -> Double? {
      switch value {
      case .real(let number): number
      case .integer(let number): Double(number)
      case .text(let text): Double(text.trimmed)
      case .null, nil: nil
      }
    }
    return features.compactMap { feature in
      guard let y = degrees(feature[latitude]), let x = degrees(feature[longitude]), abs(y) <= 90, abs(x) <= 360 else {
        return nil
      }
      return Position(latitudeDegrees: y, longitudeDegrees: x)
    }
  }
}

extension Scenario {
  /// The names of the layers that it has of ``mapLayer(named:)``.
  var layerNames: [String] { ["bases", "strips", "sites"] + (border.isEmpty ? [] : ["border"]) }

  /// One of the scenario's own layers: `bases`, `strips`, `sites` or `border`; nil for another name.
  public func mapLayer(named name: String) -> MapLayer? {
    let geometries: [Geometry]
    switch name {
    case "bases": geometries = bases.map { .point($0.position) }
    case "strips": geometries = strips.map { .point($0.position) }
    case "sites": geometries = sites.map { .point($0.position) }
    case "border": geometries = border.map { .lines([$0]) }
    default: return nil
    }
    return MapLayer(name: name, geometries: geometries)
  }
}
