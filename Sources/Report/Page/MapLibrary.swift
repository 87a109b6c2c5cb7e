internal import Foundation
public import GeoFiles

/// The map library that is placed into the page: Leaflet, as the distribution has it.
public struct MapLibrary: Sendable {
  /// Where Debian's `libjs-leaflet` puts it.
  public static let systemFolder = "/usr/share/javascript/leaflet"

  let script: String
  let style: String

  /// Reads Leaflet from a folder.
  /// - Parameter folder: A folder that holds `leaflet.min.js` and `leaflet.css`.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/missing`` when it is not there.
  public init(folder: String = MapLibrary.systemFolder) throws(GeoFileError) {
    func text(_ name: String) throws(GeoFileError) -> String {
      let path = (folder as NSString).appendingPathComponent(name)
      guard let data = FileManager.default.contents(atPath: path) else {
        throw GeoFileError(
          .missing, path: path, problem: "the map library Leaflet is not there",
          remedy: "install it (Debian: apt install libjs-leaflet), or write the page with --no-map")
      }
      return String(decoding: data, as: UTF8.self)
    }
    // Nothing is fetched: no map of the source code, no icons of controls that the page does not use.
    script =
      try "/*!\n\(Self.licence)\n*/\n"
      + text("leaflet.min.js").replacing(#/\n?\/\/# sourceMappingURL=[^\n]*/#, with: "")
      .replacing("</script", with: "<\\/script")
    style = try text("leaflet.css").replacing(#/url\([^)]*\)/#, with: "none").replacing("</style", with: "")
  }

  /// Its copyright notice, for the foot of the page; the whole licence stands before the script (``licence``).
  static let notice = "Leaflet, © 2010–2021 Vladimir Agafonkin, © 2010–2011 CloudMade, BSD 2-clause licence"
}
