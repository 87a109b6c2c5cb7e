internal import Foundation
internal import Units

/// A coordinate system that a GeoJSON file states by its member `crs`, and that GDAL could not make.
///
/// GDAL then takes the layer for longitudes and latitudes on WGS 84, as RFC 7946 has it of files that state none; the file
/// says that they are something else.
enum GeoJSONSystem: Equatable {
  /// An address or a file, which is not opened.
  case link(String)
  /// A name, a code or a text that names no system.
  case unknown(String)

  /// - Parameters:
  ///   - source: The file, as GDAL opens it.
  ///   - isWGS84: Whether GDAL takes its layer for one on WGS 84.
  /// - Returns: Nil where the file states nothing, or what GDAL has understood.
  init?(of source: String, isTakenForWGS84 isWGS84: Bool) {
    guard isWGS84 else { return nil }
    let found = JSONMembers(of: source, named: "crs").values.lazy.compactMap(Self.init(value:)).first
    guard let found else { return nil }
    self = found
  }

  /// The value of one member `crs`; nil for one that means WGS 84, and for null.
  init?(value: String) {
    let json = try? JSONSerialization.jsonObject(with: Data(value.utf8), options: .fragmentsAllowed)
    if json is NSNull { return nil }
    let shown = String(value.prefix(80))
    guard let object = json as? [String: Any], let kind = object["type"] as? String,
      let properties = object["properties"] as? [String: Any]
    else {
      self = .unknown(shown)
      return
    }
    let text = { (key: String) in properties[key] as? String }
    switch kind.lowercased() {
    case "link", "url": self = .link(text("href") ?? text("url") ?? shown)
    case "name", "ogc":
      guard let name = text("name") ?? text("urn") else {
        self = .unknown(shown)
        return
      }
      guard !Self.isWGS84(name) else { return nil }
      self = .unknown(name)
    case "epsg":
      let code = (properties["code"] as? NSNumber)?.stringValue ?? text("code")
      guard code != "4326" else { return nil }
      self = .unknown(code.map { "EPSG:\($0)" } ?? shown)
    default: self = .unknown(shown)
    }
  }

  /// Whether a name means WGS 84: `urn:ogc:def:crs:OGC:1.3:CRS84`, `http://www.opengis.net/def/crs/EPSG/0/4326`, `WGS 84`.
  private static func isWGS84(_ name: String) -> Bool {
    let parts = name.lowercased().split { $0 == ":" || $0 == "/" }
    if parts.contains("ogc") || parts.contains("epsg"),
      ["crs84", "crs84h", "4326", "4979"].contains(parts.last ?? "")
    {
      return true
    }
    return SpatialReference(name)?.isWGS84 ?? false
  }

  /// What is wrong, for a layer whose system nobody states.
  var problem: String {
    switch self {
    case .link(let address): "its coordinate system is a link to “\(address)”, which is not opened"
    case .unknown(let text): "its coordinate system “\(text)” is not one that PROJ knows"
    }
  }

  var code: GeoFileError.Code {
    switch self {
    case .link: .noCoordinateSystem
    case .unknown: .badCoordinateSystem
    }
  }
}
