import Atalaya

/// One way in for what strangers send: a reader, run on some bytes as the tool runs it on a file.
///
/// The same functions are run by libFuzzer (`make fuzz`) and over the seeds and the regressions by the tests. A reader may refuse
/// its input or read it; it may not trap, hang, grow without end, speak to the network, or leave a file behind.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case scenario, purchases, selection, solution, plan
  case table, geojson, kml, kmz, gpx, geopackage, shapefile, spreadsheet
  case geotiff, hgt, archive, dted, asciigrid, vrt
  case position, system, quantity, options

  /// The name of the first file of an input; nil where the input is no file.
  public var fileName: String? {
    switch self {
    case .scenario: "scenario.yaml"
    case .purchases: "purchases.yaml"
    case .selection: "options.csv"
    case .plan: "plan.json"
    case .table: "layer.csv"
    case .geojson: "layer.geojson"
    case .kml: "layer.kml"
    case .kmz: "layer.kmz"
    case .gpx: "layer.gpx"
    case .geopackage: "layer.gpkg"
    case .shapefile: "layer.shp"
    case .spreadsheet: "layer.xlsx"
    case .geotiff: "terrain.tif"
    case .hgt: "S13W077.hgt.gz"
    case .archive: "S13W077.hgt.zip"
    case .dted: "s13.dt1"
    case .asciigrid: "terrain.asc"
    case .vrt: "terrain.vrt"
    case .solution, .position, .system, .quantity, .options: nil
    }
  }

  /// Runs the reader on an input.
  /// - Parameter parse: Reads a command line up to what its options mean, without running it; the commands are no library.
  /// - Returns: Whether the input was read; false when it was refused.
  @discardableResult
  public func run(_ input: [UInt8], parse: ([String]) throws -> Void) throws -> Bool {
    let text = String(decoding: input, as: UTF8.self)
    switch self {
    case .position: return TextReaders.position(text)
    case .system: return TextReaders.system(text)
    case .quantity: return TextReaders.quantities(text)
    case .solution: return TextReaders.solution(text)
    case .options:
      let words = text.split(whereSeparator: \.isNewline).map(String.init)
      return (try? parse(words)) != nil
    default:
      guard let fileName else { return false }
      let folder = try FuzzFolder(FuzzInput(input, first: fileName).files)
      defer { folder.checkAndRemove() }
      return read(folder)
    }
  }

  private func read(_ folder: FuzzFolder) -> Bool {
    let path = folder.path(fileName ?? "")
    return switch self {
    case .scenario: FileReaders.scenario(folder.path)
    case .purchases: FileReaders.purchases(path)
    case .selection: FileReaders.selection(folder)
    case .plan: FileReaders.plan(path, folder)
    case .table: FileReaders.table(path)
    case .gpx: FileReaders.gpx(path)
    case .geotiff, .hgt, .archive, .dted, .asciigrid, .vrt: FileReaders.terrain(path)
    default: FileReaders.layer(path)
    }
  }
}
