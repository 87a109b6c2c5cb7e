import ArgumentParser
import Atalaya
import Foundation

/// What terrain is fetched for.
struct FetchArea {
  /// The scenario's file; nil for a rectangle.
  var file: String?
  private var circles: [(centre: Position, radius: Length)] = []
  private var corners: (Position, Position)?

  /// Reads the scenario, without its terrain; what is wrong goes to standard error.
  init(scenario: String?, bounds: String?) throws {
    if let bounds { corners = try Self.corners(bounds) }
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

  /// `south, west, north, east`
  static func corners(_ text: String) throws -> (Position, Position) {
    // A leading minus arrives as the Unicode one.
    let numbers = text.replacingOccurrences(of: "\u{2212}", with: "-").split(separator: ",").map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    guard numbers.count == 4, let south = numbers[0], let west = numbers[1], let north = numbers[2],
      let east = numbers[3], (-90...90).contains(south), (-90...90).contains(north), south < north,
      (-180...180).contains(west), (-180...180).contains(east), west != east
    else {
      throw ValidationError(
        "“\(text)” is not a rectangle: write south, west, north, east in degrees, as in \"-13, -78, -11, -76\"")
    }
    return (
      Position(latitudeDegrees: south, longitudeDegrees: west),
      Position(latitudeDegrees: north, longitudeDegrees: east)
    )
  }

  func tiles(_ product: CopernicusTile.Product) -> [CopernicusTile] {
    if let corners { return CopernicusTile.covering(product, from: corners.0, to: corners.1) }
    return CopernicusTile.covering(product, circles: circles)
  }

  /// `terrain`, beside the scenario when there is one.
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
