internal import Coverage
public import GeoFiles
internal import Geodesy
internal import Placement
internal import Planning
internal import Radar
internal import Scenario
internal import Units

extension SitingReport {
  /// The chosen sites as a layer of points.
  public var layer: OutputLayer {
    var layer = OutputLayer(
      name: "purchases", description: "The radars to buy, in order", geometry: .points,
      fields: [
        .init("order", .integer), .init("site", .text), .init("site_name", .text), .init("type", .text),
        .init("type_name", .text), .init("price_m", .real), .init("gain", .real), .init("gain_per_million", .real),
      ])
    for (index, item) in list.items.enumerated() {
      let (site, type, step) = (item.option.site, item.option.type, item.step)
      layer.append(
        [
          .integer(index + 1), .text(site.id), .text(site.name), .text(type.id), .text(type.name),
          .real(step.cost / 1e6), .real(step.gain), FieldValue(step.gainPerCost.map { $0 * 1e6 }),
        ], .point(site.position))
    }
    return layer
  }
}
