internal import Response
internal import Units

extension RestrictedArea {
  /// Its altitudes in words: `1500 m to 3000 m`, `the ground to 3000 m`.
  func altitudes(_ say: ReportLanguage) -> String {
    guard area.bottom != nil || area.top != nil else { return say(.areaAllAltitudes) }
    return say(.areaAltitudes, area.bottom?.heightText ?? say(.areaGround), area.top?.heightText ?? say(.areaNoTop))
  }

  /// The hours in which it counts: `06:00–18:00`; nil for always.
  var hours: String? { begin.flatMap { begin in end.map { "\(begin.clockText)–\($0.clockText)" } } }

  /// Altitudes and hours in words.
  func limits(_ say: ReportLanguage) -> String {
    [altitudes(say), hours ?? say(.areaAlways)].joined(separator: ", ")
  }
}
