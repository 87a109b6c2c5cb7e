import GeoFiles
import Geodesy
import Scenario
import Units

extension Row {
  /// The elevation of the ground where the row is: the field, or else the third coordinate of its point where that is above
  /// mean sea level; nil when neither says, or after a report.
  func elevation(_ field: Field<Length>) -> Length? {
    let stated = optional(field)
    guard let heights = record.heights, let z = heights.parts.first?.first ?? nil else { return stated }
    let height = Length.metres(z)
    switch heights.reference {
    case .seaLevel:
      if has(field) {
        // Receivers and maps differ by less.
        if let stated, (stated - height).magnitude > .metres(30) {
          diagnostics.warnOnce(
            about: subject("elevation differs"), .position, at: origin(field), field: field.name,
            "\(stated.heightText) differs from the height of the geometry, \(height.heightText)", "the field is taken")
        }
        return stated
      }
      if let issue = field.check(height) {
        diagnostics.error(issue.code, at: record.origin, field: "geometry", "height \(issue.what)", issue.remedy)
        return nil
      }
      if !record.areHeightsStated {
        diagnostics.warnOnce(
          about: subject("elevation"), .position, at: record.origin, field: field.name,
          "is taken from the heights of the geometries, above mean sea level",
          "heights: amsl confirms it, heights: ignore leaves them out")
      }
      return height
    case .ground, .ellipsoid, .clamped, .unstated:
      if !has(field) { warnOfUnusedHeights(heights.reference, "give an elevation") }
      return stated
    }
  }

  /// The altitude of each point of a line, or of a point.
  ///
  /// - Parameters:
  ///   - part: Which line of the geometry.
  ///   - count: How many points it has.
  ///   - stated: The altitude that the row states, or its layer's defaults. It holds, unless the layer says what the heights
  ///     are.
  func altitudes(ofPart part: Int, count: Int, stated: Altitude?) -> [Altitude?] {
    let row = [Altitude?](repeating: stated, count: count)
    guard let heights = record.heights, heights.parts.indices.contains(part), heights.parts[part].count == count else {
      return row
    }
    let isAboveGround = heights.reference == .ground
    guard isAboveGround || heights.reference == .seaLevel else {
      warnOfUnusedHeights(heights.reference, "state altitudes")
      return row
    }
    guard stated == nil || record.areHeightsStated else {
      diagnostics.warnOnce(
        about: subject("altitude stated"), .position, at: record.origin, field: "altitude",
        "is stated for the route: the heights of its points are not read",
        "heights: \(isAboveGround ? "agl" : "amsl") takes them, heights: ignore leaves them out")
      return row
    }
    let field = isAboveGround ? AltitudeFields.aboveGround : AltitudeFields.aboveSeaLevel
    if !record.areHeightsStated {
      diagnostics.warnOnce(
        about: subject("altitude"), .position, at: record.origin, field: "altitude",
        "is taken from the heights of the points, above \(isAboveGround ? "ground" : "mean sea level")",
        "heights: \(isAboveGround ? "agl" : "amsl") confirms it, heights: ignore leaves them out")
    }
    let known = heights.parts[part].compactMap { $0 }
    if known.count < count {
      diagnostics.warnOnce(
        about: subject("no height"), .incomplete, at: record.origin, field: "altitude",
        "\(count - known.count) of \(count) points have no height", "they have the altitude of the route or the flight")
    }
    for z in known {
      guard let issue = field.check(.metres(z)) else { continue }
      diagnostics.error(issue.code, at: record.origin, field: "geometry", "height \(issue.what)", issue.remedy)
      break
    }
    return heights.parts[part].map { z in
      z.map { isAboveGround ? .aboveGround(.metres($0)) : .aboveSeaLevel(.metres($0)) } ?? stated
    }
  }

  private func warnOfUnusedHeights(_ reference: GeometryHeights.Reference, _ otherwise: String) {
    let reason =
      switch reference {
      case .ellipsoid: "they are above the ellipsoid, not above mean sea level (RFC 7946 for GeoJSON)"
      case .clamped: "the altitude mode of the KML file is not absolute"
      case .ground: "they are above ground"
      case .unstated, .seaLevel: "the file does not state what they are above"
      }
    diagnostics.warnOnce(
      about: subject("unused"), .position, at: record.origin, field: "geometry",
      "the third coordinates (heights) of the geometries are not read: \(reason)",
      "\(otherwise), or write heights: amsl, agl, amsl_ft or agl_ft for the layer; heights: ignore confirms it")
  }

  private func subject(_ what: String) -> String { "heights \(format.key) \(record.origin.file) \(what)" }
}

extension GeometryHeights {
  /// The heights as a layer's `heights` key says; nil when they are left out.
  func used(as use: HeightUse) -> GeometryHeights? {
    switch use {
    case .ignored: nil
    case .seaLevel(let unit):
      GeometryHeights(reference: .seaLevel, parts: parts.map { $0.map { z in z.map { $0 * unit } } })
    case .ground(let unit):
      GeometryHeights(reference: .ground, parts: parts.map { $0.map { z in z.map { $0 * unit } } })
    }
  }
}
