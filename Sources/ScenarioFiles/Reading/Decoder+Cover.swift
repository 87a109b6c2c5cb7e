import Foundation
import GeoFiles
import Geodesy
import Response
import Scenario
import Terrain
import Units

extension Decoder {
  /// What stands on the ground, with the clearings of existing radars, bases and strips; nil for nothing.
  /// - Parameter folder: The scenario's folder, in which its raster lies.
  func groundCover(_ settings: CoverSettings?, of scenario: inout Scenario, folder: URL) -> GroundCover? {
    let areas = coverAreas()
    guard settings != nil || !areas.isEmpty else { return nil }
    var cover = GroundCover(
      height: settings?.height ?? (settings?.raster == nil ? .zero : nil),
      clearing: settings?.clearing ?? GroundCover.defaultClearing,
      clearings: scenario.sites.filter { $0.radar != nil }.map(\.position) + scenario.bases.map(\.position)
        + scenario.strips.map(\.position))
    cover.areas = areas
    cover.isSeaBare = settings?.isSeaBare ?? false
    if settings?.clearing == nil {
      scenario.defaultedSettings.insert("ground_cover.clearing")
      scenario.defaultsTaken.append("clearings of \(GroundCover.defaultClearing.text) in the ground cover")
    }
    if let settings, let path = settings.raster {
      do {
        let raster = try CoverRaster(
          path: URL(fileURLWithPath: path, relativeTo: folder).path, within: folder.path)
        cover.raster = raster
        try check(raster, path, of: scenario, at: settings.origin)
      } catch {
        diagnostics.error(
          .file, at: settings.origin, field: "ground_cover.raster",
          "“\(path)” \(error.code == .missing ? "is not there" : error.problem)", error.remedy ?? "")
      }
    }
    return cover
  }

  /// Reports a raster of terrain where heights above the ground are asked for.
  private func check(_ raster: CoverRaster, _ path: String, of scenario: Scenario, at origin: Origin)
    throws(GeoFileError)
  {
    func plain(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    let (field, file) = ("ground_cover.raster", plain(raster.file.path))
    let likeness = try raster.likenessToTerrain()
    if let same = scenario.terrainSource?.resolvedPaths.map(plain).first(where: {
      file == $0 || file.hasPrefix($0 + "/")
    }) {
      diagnostics.error(
        .value, at: origin, field: field,
        "“\(path)” is the terrain itself\(file == same ? "" : ", a file in its folder"), whose heights are above sea level",
        likeness?.remedy ?? "state a raster of heights above the ground, or name terrain without it")
    } else if let likeness {
      if likeness.isTerrain {
        diagnostics.error(.value, at: origin, field: field, "“\(path)” \(likeness.problem)", likeness.remedy)
      } else {
        diagnostics.warning(.value, at: origin, field: field, "“\(path)” \(likeness.problem)", likeness.remedy)
      }
    }
  }

  /// The polygons of the layer, each with its height.
  private func coverAreas() -> [GroundCover.Area] {
    guard let layer = layers[CoverFields.layer.key] else { return [] }
    return rows(of: layer).compactMap { row in
      let height = row.required(CoverFields.areaHeight)
      guard case .polygons(let polygons)? = row.record.geometry else {
        if !row.record.isGeometryBroken {
          diagnostics.error(
            .position, at: row.record.origin, field: "geometry", "is not a polygon",
            "ground cover comes from a layer of polygons, or from a raster: ground_cover: { raster: FILE }")
        }
        return nil
      }
      return height.map { GroundCover.Area(polygons: polygons, height: $0) }
    }
  }

  /// The terrain with what stands on it, or after a report without; says what the terrain has of it already.
  func covered(_ terrain: Terrain?, by cover: GroundCover?, at origin: Origin) -> Terrain? {
    guard let cover else { return terrain }
    guard let terrain else { return nil }
    if let text = terrain.model.coverText {
      diagnostics.warning(.incomplete, at: origin, field: SettingFields.groundCover.name, text, terrain.model.remedy)
    }
    do { return try terrain.covered(by: cover) } catch {
      diagnostics.error(.file, at: origin, field: SettingFields.groundCover.name, "\(error)")
      return terrain
    }
  }
}

extension TerrainModel {
  /// What is added to the terrain of the heights of what stands on it, and why; nil where that is all and no question.
  fileprivate var coverText: String? {
    let name = product.map { " (\($0))" } ?? ""
    switch kind {
    case .bare: return nil
    case .surface:
      return
        "is not added: the terrain\(name) is a surface model, with trees and roofs in it; heights above ground count from "
        + "its surface"
    case .partial:
      return
        "is added with 40 % of its height: the terrain\(name) has a part of the trees in it, as radar from space sees "
        + "them; heights above ground count from the terrain"
    case .unknown:
      return
        "is added in full to terrain\(name) that may have trees in it already: whether it is a surface model is unknown, "
        + "and if it is, what is seen is understated"
    }
  }

  fileprivate var remedy: String {
    switch kind {
    case .unknown: "terrain: { path: …, model: bare } or surface or partial states it"
    case .bare, .partial, .surface: "a model of the bare ground (FABDEM, a lidar terrain model) takes the whole cover"
    }
  }
}
