package import GeoFiles
package import Geodesy
package import Response
package import Terrain

extension Scenario {
  /// Lets the assets of the scenario, and those that can be bought, fly over its terrain by routes; nothing where it does not
  /// ask for them, or has no terrain.
  /// - Parameters:
  ///   - cache: Where routes are kept from run to run; nil: nowhere.
  ///   - make: Makes the book of their routes, or finds one.
  package mutating func letAssetsFlyRoutes(
    cache: TerrainCache? = nil,
    by make: (_ settings: RouteSettings, _ terrain: Terrain, _ places: [Position], _ cache: TerrainCache?) ->
      RouteBook = {
        RouteBook($0, over: $1, places: $2, cache: $3)
      }
  ) {
    guard let routing, let terrain else { return }
    let bought = measures + purchases.flatMap(\.measures)
    let more = bought.compactMap { measure -> Asset? in
      guard case .alert(let asset) = measure.change else { return nil }
      return asset
    }
    let book = make(
      routing, terrain, (assets + more).map(\.base.position) + strips.map(\.position) + stopPositions, cache)
    func withRoutes(_ asset: Asset) -> Asset {
      var asset = asset
      asset.routes = book
      return asset
    }
    func withRoutes(_ measure: Measure) -> Measure {
      guard case .alert(let asset) = measure.change else { return measure }
      var measure = measure
      measure.change = .alert(withRoutes(asset))
      return measure
    }
    assets = assets.map(withRoutes)
    measures = measures.map(withRoutes)
    for index in purchases.indices { purchases[index].measures = purchases[index].measures.map(withRoutes) }
  }
}
