import Radar
import Units

/// What was measured at a site, and holds instead of what the site and its radar's type state.
enum SiteOverrideFields {
  static let site = Field<String>.text("site", .required, "The site that it is about.", type: "id of a site")
  static let antennaHeight = SiteFields.antennaHeight.else("what the site has")
  static let rangeScale = SiteFields.rangeScale.else("what the site has")
  static let horizonMask = SiteFields.horizonMask.else("what the site has")

  static let layer = LayerFormat(
    key: "site_overrides", rowName: "a site override",
    summary:
      "What was measured at sites, as `atalaya fit --override` writes it: it holds instead of what `sites` and the radar "
      + "catalogue state. What a row leaves empty stays as the site has it.",
    fields: [site.format, antennaHeight.format, rangeScale.format, horizonMask.format])
}

extension Field {
  /// The same field with something else that holds when it is absent.
  fileprivate func `else`(_ fallback: String) -> Field {
    var field = self
    field.format.fallback = fallback
    return field
  }
}
