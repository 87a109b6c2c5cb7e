package import Geodesy
internal import Response
package import Units

extension Scenario {
  /// No place farther than this from all bases serves anybody.
  package static let farthestStop = Length.kilometres(2000)

  /// The places where responding aircraft land on their way, those of no use because they are too far away left out.
  package var stopPositions: [Position] {
    ((refuelling?.places ?? []) + handOverPlaces).filter(isNear).map(\.position)
  }

  private func isNear(_ place: StopPlace) -> Bool {
    bases.contains { Ellipsoid.wgs84.distance(from: $0.position, to: place.position) <= Self.farthestStop }
  }

  /// Lets the assets of the scenario, and those that can be bought, refuel at its places; nothing where it has none. Where they hand
  /// over they know.
  package mutating func letAssetsRefuel() {
    guard let refuelling else { return }
    let places = refuelling.places.filter(isNear)
    func supplied(_ asset: Asset) -> Asset {
      var asset = asset
      asset.support = MissionSupport(
        refuelling: places, mostStops: refuelling.mostStops, handOver: asset.support?.handOver ?? [])
      return asset
    }
    func supplied(_ measure: Measure) -> Measure {
      guard case .alert(let asset) = measure.change else { return measure }
      var measure = measure
      measure.change = .alert(supplied(asset))
      return measure
    }
    assets = assets.map(supplied)
    measures = measures.map(supplied)
    for index in purchases.indices { purchases[index].measures = purchases[index].measures.map(supplied) }
  }
}
