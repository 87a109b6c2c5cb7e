import Coverage
import Geodesy
import Testing
import Units

@testable import Planning

@Test func `the cells of an area objective fill the ellipsoid`() throws {
  for latitude in [0.0, -12, 45, 70] {
    let circle = SitingArea.Circle(
      centre: Position(latitudeDegrees: latitude, longitudeDegrees: 30), radius: .kilometres(60))
    let cells = try SitingArea(height: .metres(150), cellCount: 40_000).cells(holding: [circle])
    // The ring of the circle itself, by the geodesic polygon.
    let ring = stride(from: 0.0, to: 360, by: 0.5).map {
      Ellipsoid.wgs84.direct(from: circle.centre, azimuth: .degrees(-$0), distance: circle.radius).position
    }
    let whole = abs(Ellipsoid.wgs84.areaAndPerimeter(of: ring).area.squareMetres)
    let inside = cells.filter { Ellipsoid.wgs84.distance(from: circle.centre, to: $0.position) <= circle.radius }
      .reduce(0) { $0 + $1.area.squareMetres }
    // Some 700 cells lie on the edge, half of each within: √700/2 of 31,000 cells are 4 parts in 10,000, three times that here.
    #expect(abs(inside / whole - 1) < 1.3e-3, "at \(latitude)°: \(inside / whole)")
  }
}
