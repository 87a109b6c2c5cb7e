internal import Terrain

extension TerrainModel {
  /// What its heights are, for people; nil where that is not known: `partly of tree tops (Copernicus DEM)`.
  var words: String? {
    let source = isStated ? "as stated" : product ?? "by its name"
    switch kind {
    case .unknown: return nil
    case .bare: return "of bare ground (\(source))"
    case .partial: return "partly of tree tops (\(source))"
    case .surface: return "of tree tops and roofs (\(source))"
    }
  }
}
