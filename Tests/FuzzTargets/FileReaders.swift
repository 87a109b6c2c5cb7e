import Atalaya
import Foundation

/// Readers of files. What they return keeps its promises, or the run ends with a trap.
enum FileReaders {
  static func scenario(_ folder: String) -> Bool {
    switch load(folder) {
    case .success(let scenario):
      precondition(Set(scenario.sites.map(\.id)).count == scenario.sites.count, "one site of an id")
      precondition(scenario.warnings.map(\.description).allSatisfy { !$0.isEmpty }, "a warning has its text")
      return true
    case .failure(let error):
      precondition(!error.problems.isEmpty, "a refusal has its reason")
      precondition(error.problems.map(\.description).allSatisfy { !$0.isEmpty }, "a problem has its text")
      return false
    }
  }

  private static func load(_ folder: String) -> Result<Scenario, ScenarioError> {
    do { return .success(try Scenario.load(folder: folder)) } catch { return .failure(error) }
  }

  /// A scenario of some sites and types, which purchases are read for.
  private static let starter: Scenario? = {
    let files = Scenario.starterFiles.map { (name: $0.name, bytes: Array($0.text.utf8)[...]) }
    guard let folder = try? FuzzFolder(files) else { return nil }
    defer { folder.checkAndRemove() }
    return try? Scenario.load(folder: folder.path)
  }()

  static func purchases(_ path: String) -> Bool { (try? starter?.purchases(inFile: path)) != nil }

  static func selection(_ folder: FuzzFolder) -> Bool {
    do throws(SelectionError) {
      let tables = try SelectionTables.load(
        options: folder.path("options.csv"), demand: folder.path("demand.csv"), covers: folder.path("covers.csv"))
      precondition(tables.model.options.allSatisfy { $0.cost.isFinite }, "costs are finite")
      return true
    } catch { return refused(error.description) }
  }

  /// Compares a plan with itself, and with another where the input brings one.
  static func plan(_ path: String, _ folder: FuzzFolder) -> Bool {
    let other = folder.path("other.json")
    let isThere = FileManager.default.fileExists(atPath: other)
    do throws(GeoFileError) {
      let comparison = try PlanComparison(before: path, after: isThere ? other : path)
      _ = comparison.summary
      _ = comparison.json
      return true
    } catch { return refused(error.description) }
  }

  /// A text table both ways: as a layer, and row after row.
  static func table(_ path: String) -> Bool {
    let isRead = layer(path)
    guard var reader = try? TableReader(path: path) else { return isRead }
    for _ in 0..<10_000 {
      do throws(GeoFileError) { guard try reader.next() != nil else { return isRead } } catch {
        guard error.code == .badRow else { return isRead }
      }
    }
    return isRead
  }

  /// The layers of a GPX, each by its name; a file without any of a kind has an empty one.
  static func gpx(_ path: String) -> Bool {
    let layers = ["waypoints", "routes", "tracks", "route_points", "track_points"]
    return layers.map { layer(path, named: $0) }.allSatisfy { $0 }
  }

  /// - Parameter name: The layer; nil for the only one.
  static func layer(_ path: String, named name: String? = nil) -> Bool {
    let text = name.map { "\(path):\($0)" } ?? path
    do throws(GeoFileError) { for geometry in try MapLayer.read(text).geometries { check(geometry) } } catch {
      _ = refused(error.description)
    }
    do throws(GeoFileError) {
      let layer = try VectorLayer.read(path: path, layer: name)
      precondition(layer.rows.count == layer.features.count, "each row has its number")
      for feature in layer.features { check(feature.geometry) }
      return true
    } catch { return refused(error.description) }
  }

  private static func check(_ geometry: Geometry?) {
    let positions: [Position] =
      switch geometry {
      case .point(let position): [position]
      case .lines(let lines): lines.flatMap { $0 }
      case .polygons(let polygons): polygons.flatMap { $0.flatMap { $0 } }
      case nil: []
      }
    precondition(
      positions.allSatisfy { (-90...90).contains($0.latitudeDegrees) && $0.longitudeDegrees.isFinite },
      "places on the Earth")
  }

  /// Opens terrain and reads a little of it, as a profile does.
  static func terrain(_ path: String) -> Bool {
    do throws(GeoFileError) {
      let terrain = try Terrain.open([path])
      for warning in terrain.warnings { _ = warning.text.count }
      let frame = terrain.frame
      let (rows, columns) = (min(frame.rows, 64), min(frame.columns, 64))
      _ = try terrain.read(rows: 0..<rows, columns: 0..<columns)
      _ = try terrain.read(
        rows: frame.rows - rows..<frame.rows, columns: frame.columns - columns..<frame.columns)
      _ = try? terrain.position(column: 0, row: 0)
      _ = try? terrain.isInside([Position(latitudeDegrees: -12, longitudeDegrees: -77)])
      return true
    } catch { return refused(error.description) }
  }

  private static func refused(_ reason: String) -> Bool {
    precondition(!reason.isEmpty, "a refusal has its reason")
    return false
  }
}
