import ArgumentParser
import Atalaya
import Foundation

/// What terrain is fetched for.
struct FetchArea {
  /// The scenario's file; nil for a rectangle.
  var file: String?
  private var circles: [(centre: Position, radius: Length)] = []
  private let bounds: Rectangle?

  /// Reads the scenario, without its terrain; what is wrong goes to standard error.
  init(scenario: String?, bounds: Rectangle?) throws {
    self.bounds = bounds
    guard let scenario else { return }
    do { circles = try Scenario.load(folder: scenario, opensTerrain: false).terrainArea } catch {
      throw Console.failure(error)
    }
    guard !circles.isEmpty else {
      throw Console.failure("\(scenario): has no places yet, so that no terrain is needed; --bounds names a rectangle")
    }
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: scenario, isDirectory: &isFolder)
    file = isFolder.boolValue ? (scenario as NSString).appendingPathComponent("scenario.yaml") : scenario
  }

  func tiles(_ product: CopernicusTile.Product) -> [CopernicusTile] {
    if let bounds { return CopernicusTile.covering(product, from: bounds.southWest, to: bounds.northEast) }
    return CopernicusTile.covering(product, circles: circles)
  }

  /// `terrain`, in the scenario’s folder when there is one.
  var defaultFolder: String {
    guard let file else { return "terrain" }
    let folder = FilePath.folder(of: file)
    return folder.isEmpty ? "terrain" : FilePath.join(folder, "terrain")
  }

  /// How the scenario names the tiles' folder.
  func reference(to folder: String?) -> String {
    guard let folder else { return "terrain" }
    // The scenario's paths count from its own folder.
    return file == nil ? folder : URL(fileURLWithPath: folder).path
  }
}
