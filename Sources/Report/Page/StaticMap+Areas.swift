internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Scenario

extension StaticMap {
  /// Areas closed to pursuit, areas that routes keep out of, and demand points by their weights.
  func drawAreas(on chart: inout Chart, _ frame: Frame) {
    let scenario = plan.scenario
    for area in scenario.pursuitAreas {
      chart.area(GeoLayers.cut(area.rings).flatMap { $0.map { $0.map(frame.place) } }, "m-unpursued")
    }
    for area in scenario.routing?.areas ?? [] {
      chart.area(
        GeoLayers.cut([area.area.ring]).flatMap { $0.map { $0.map(frame.place) } }, "m-closed", title: area.area.name)
    }
    for point in scenario.demandPoints.sorted(by: { $0.weight > $1.weight }) {
      let (x, y) = frame.place(point.position.normalized)
      chart.circle(
        x, y, 2 + 7 * GeoLayers.size(of: point, among: scenario.demandPoints), "m-demand",
        title: Called.plain(point.name, point.id))
    }
  }
}
