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

  /// The same within a sentence: `heights above ground count from the bare ground`.
  var heightsClause: String {
    let text = heightsFrom(.en)
    return text.prefix(1).lowercased() + text.dropFirst().dropLast()
  }

  /// From where heights above ground count over it where something stands on the ground.
  func heightsFrom(_ say: ReportLanguage) -> String {
    switch kind {
    case .bare: say(.heightsFromBare)
    case .unknown: say(.heightsFromUnknown)
    case .partial: say(.heightsFromPartial)
    case .surface: say(.heightsFromSurface)
    }
  }
}
