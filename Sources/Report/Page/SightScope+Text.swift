internal import Planning

extension SightScope {
  /// The warning of a plan: that of its English summary, in the report's languages.
  func warning(_ say: ReportLanguage) -> String {
    let edges = hasDiffraction ? say(.scopeDiffraction) : ""
    return say(.warningSight, [hasCover ? say(.scopeCover) : "", edges, exceptions(sharp, say), list(say)])
  }

  /// The same as a limit of the models.
  /// - Parameters:
  ///   - paths: The terrain.
  ///   - cover: What stands on it, where it counts.
  ///   - names: What the sensors are called, by id.
  func limit(over paths: String, cover: String, names: [String: String], _ say: ReportLanguage) -> String {
    let edges = hasDiffraction ? say(.scopeBehindEdges) : ""
    let sharp = sharp.map { Called.text(names[$0] ?? "", $0) }
    return say(.limitSight, [paths, cover, edges, exceptions(sharp, say), list(say)])
  }

  private func exceptions(_ names: [String], _ say: ReportLanguage) -> String {
    names.isEmpty ? "" : say(.scopeNotFor, names.joined(separator: ", "))
  }

  private func list(_ say: ReportLanguage) -> String {
    let names = omitted.map { say($0.phrase) }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return say(.twoOf, names.dropLast().joined(separator: ", "), last)
  }
}

extension SightScope.Effect {
  fileprivate var phrase: Phrase {
    switch self {
    case .diffraction: .effectDiffraction
    case .clutter: .effectClutter
    case .vegetation: .effectVegetation
    case .scattering: .effectScattering
    }
  }
}
