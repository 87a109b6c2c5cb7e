internal import GeoFiles
internal import Geodesy
internal import Units

extension Terrain {
  /// What to bear in mind about the way from the grid's system to WGS 84: a datum that is left out, a grid of PROJ that is
  /// not on this machine, ground outside the system's area of use.
  ///
  /// Asked in the middle of the terrain, and at the first corner outside the area.
  func systemWarnings() -> [TerrainWarning] {
    guard !isWGS84 else { return [] }
    let (right, bottom) = (Double(frame.columns - 1), Double(frame.rows - 1))
    func warnings(_ column: Double, _ row: Double) -> [GeodesyWarning] {
      // A place that the system cannot show says nothing of the others.
      (try? fromGrid.warnings(x: frame.firstX + column * frame.stepX, y: frame.firstY + row * frame.stepY)) ?? []
    }
    var found = warnings(right / 2, bottom / 2)
    if let area = (try? ReferenceSystem(frame.crs))?.areaOfUse,
      !found.contains(where: { $0.code == .outsideAreaOfUse })
    {
      let corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)]
      let outside = corners.first { corner in
        guard let place = try? basePosition(column: corner.0, row: corner.1) else { return false }
        return !area.contains(place)
      }
      if let outside {
        found += warnings(outside.0, outside.1).filter { !found.contains($0) }
      }
    }
    return found.map { warning in
      TerrainWarning(
        warning.code == .outsideAreaOfUse ? .outsideAreaOfUse : .transformation, at: warning.place,
        "the terrain’s coordinate system: \(warning)")
    }
  }
}
