internal import Geodesy
public import Terrain
public import Units

extension Scenario {
  /// The scenario with sites that are found in its terrain added to its own, the spacing apart from them too.
  ///
  /// Their keys are those of `atalaya sites`, with a number behind where the scenario has one of that name.
  /// - Returns: The same scenario when it has no terrain.
  /// - Throws: ``TerrainError`` when a tile cannot be read.
  public func proposingSites(
    _ search: SiteSearch, progress: (Double) -> Void = { _ in }
  ) throws(TerrainError) -> Scenario {
    guard let terrain else { return self }
    var (search, result) = (search, self)
    search.apart += sites.map(\.position)
    var used = Set(sites.map(\.id))
    let found = try terrain.proposedSites(search, progress: progress)
    for (key, site) in zip(found.ids, found) {
      var (id, number) = (key, 2)
      while used.contains(id) { (id, number) = ("\(key)-\(number)", number + 1) }
      used.insert(id)
      result.sites.append(
        Site(
          id: id, name: site.name, position: site.position, elevation: site.elevation, radar: nil, antennaHeight: nil))
    }
    return result
  }
}
