internal import Foundation
internal import GeoFiles
internal import Units

/// Elevation products that are known by the names of their files, with what their heights are.
///
/// - Source: the product handbooks. Vertical accuracies are linear errors of 90 %: Copernicus DEM 4 m and TanDEM-X 10 m
///   (their handbooks), SRTM 9 m (E. Rodríguez et al., "A global assessment of the SRTM performance", 2006, the largest
///   of its continents), AW3D30 8 m and ASTER GDEM 14 m (from 5 m RMS and from 17 m at 95 %).
enum TerrainProduct {
  private struct Rule {
    var product: String
    var kind: TerrainModel.Kind
    var accuracy: Double
    /// Any of these in the name, in lower case.
    var marks: [String]
  }

  /// The accuracy of an unknown product: that of SRTM, from which many are made.
  static let usualAccuracy = 9.0

  private static let rules = [
    Rule(product: "FABDEM", kind: .bare, accuracy: 4, marks: ["fabdem"]),
    Rule(
      product: "Copernicus DEM", kind: .partial, accuracy: 4,
      marks: ["copernicus_dsm_", "copernicus_dem", "glo-30", "glo-90", "glo30", "glo90"]),
    Rule(product: "ALOS AW3D30", kind: .surface, accuracy: 8, marks: ["alpsmlc30", "aw3d30"]),
    Rule(product: "NASADEM", kind: .partial, accuracy: 9, marks: ["nasadem"]),
    Rule(product: "ASTER GDEM", kind: .surface, accuracy: 14, marks: ["astgtm", "aster_gdem", "astergdem"]),
    Rule(product: "TanDEM-X DEM", kind: .partial, accuracy: 10, marks: ["tdm1_dem", "tandem-x", "tandemx"]),
    Rule(product: "MERIT DEM", kind: .bare, accuracy: 12, marks: ["merit"]),
    Rule(product: "SRTM15+", kind: .unknown, accuracy: usualAccuracy, marks: ["srtm15", "srtm30_plus", "srtm30plus"]),
    Rule(product: "SRTM", kind: .partial, accuracy: 9, marks: ["srtm"]),
    Rule(product: "3DEP", kind: .bare, accuracy: 3, marks: ["usgs_13_", "usgs_1_", "usgs_1m_", "usgs_one_meter"]),
  ]

  /// What the heights of some files are; where they differ, or one is not known, unknown.
  static func model(of rasters: [RasterFile], stated: TerrainModel.Kind?) -> TerrainModel {
    let found = rasters.map(model)
    var kinds: [TerrainModel] = []
    for model in found where !kinds.contains(model) { kinds.append(model) }
    var model =
      kinds.count == 1
      ? kinds[0]
      : TerrainModel(
        kind: Set(kinds.map(\.kind)).count == 1 ? kinds[0].kind : .unknown,
        product: kinds.allSatisfy { $0.product != nil } ? kinds.compactMap(\.product).joined(separator: ", ") : nil,
        isStated: false, accuracy: kinds.map(\.accuracy).max() ?? .metres(usualAccuracy))
    if let stated { (model.kind, model.isStated) = (stated, true) }
    return model
  }

  private static func model(of raster: RasterFile) -> TerrainModel {
    let name = (raster.path as NSString).lastPathComponent.lowercased()
    func model(_ product: String?, _ kind: TerrainModel.Kind, _ accuracy: Double) -> TerrainModel {
      TerrainModel(kind: kind, product: product, isStated: false, accuracy: .metres(accuracy))
    }
    for text in [name, raster.remarks.lowercased()] {
      if let rule = rules.first(where: { $0.marks.contains(where: text.contains) }) {
        return model(rule.product, rule.kind, rule.accuracy)
      }
    }
    if raster.driver == "SRTMHGT" { return model("SRTM", .partial, 9) }
    // As archives of many countries name them: terrain and surface models from lidar, in English, French and Spanish.
    let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.contains(where: ["dtm", "mdt", "mnt"].contains) {
      return model("terrain model by its name", .bare, usualAccuracy)
    }
    if words.contains(where: ["dsm", "mds", "mns", "mne"].contains) {
      return model("surface model by its name", .surface, usualAccuracy)
    }
    return model(nil, .unknown, usualAccuracy)
  }
}
