internal import Foundation
public import Units

/// A circle on the ellipsoid as a polygon: every place at one geodesic distance from a centre.
public struct GeodesicCircle: Sendable, Hashable {
  /// The centre.
  public let centre: Position
  /// The distance.
  public let radius: Length
  /// Places on the circle, anticlockwise from north, not closed; longitudes in [−180, 180).
  ///
  /// Spaced evenly in azimuth, and closer where the circle nears a pole, so that neighbours differ by no more than 5° of
  /// longitude there.
  public let vertices: [Position]
  /// The farthest that a geodesic between two neighbouring vertices runs inside the circle.
  public let sagitta: Length
  /// How far a vertex may lie from the true circle.
  ///
  /// The geodesic's 15 nm (Karney 2013) and the step of a `Double` in degrees; 0.2 mm where the circle runs through a
  /// pole, which no longitude can show: the circle then ends 0.1 mm to 0.2 mm short of it.
  public let vertexError: Length
  private let azimuths: [Double]
  private let ellipsoid: Ellipsoid
  private let drawnMetres: Double

  /// A circle with a number of vertices evenly spaced in azimuth.
  ///
  /// A radius of zero gives one place as often as there are vertices; a radius of half the circumference and more holds
  /// the whole Earth.
  /// - Parameters:
  ///   - centre: The centre, which may be a pole.
  ///   - radius: The radius; negative counts as zero.
  ///   - vertexCount: Three or more; fewer count as three. 360 put the sagitta at 0.004 % of the radius.
  ///   - ellipsoid: The figure of the Earth.
  public init(centre: Position, radius: Length, vertexCount: Int = 360, on ellipsoid: Ellipsoid = .wgs84) {
    let count = max(vertexCount, 3)
    var drawn = max(radius.metres, 0)
    var error = 30e-9
    for pole in [90.0, -90] {
      let distance = ellipsoid.distance(from: centre, to: Position(latitudeDegrees: pole, longitudeDegrees: 0)).metres
      if abs(distance - drawn) < 1e-4, drawn > 1 {
        drawn = distance - 1e-4
        error = 2e-4
      }
    }
    var azimuths: [Double] = []
    var vertices: [Position] = []
    func point(_ azimuth: Double) -> Position {
      ellipsoid.direct(from: centre, azimuth: .degrees(azimuth), distance: .metres(drawn)).position.normalized
    }
    /// Adds vertices between two until their longitudes are close.
    func refine(_ a: (azimuth: Double, place: Position), _ b: (azimuth: Double, place: Position), depth: Int) {
      let turn = (b.place.longitudeDegrees - a.place.longitudeDegrees).remainder(dividingBy: 360)
      guard abs(turn) > 5, abs(a.place.latitudeDegrees) > 80, depth < 40, drawn > 0, abs(centre.latitudeDegrees) < 90
      else { return }
      let middle = (a.azimuth + b.azimuth) / 2
      let place = point(middle)
      refine(a, (middle, place), depth: depth + 1)
      azimuths.append(middle)
      vertices.append(place)
      refine((middle, place), b, depth: depth + 1)
    }
    let step = 360 / Double(count)
    var last = (azimuth: 0.0, place: point(0))
    for i in 1...count {
      azimuths.append(last.azimuth)
      vertices.append(last.place)
      let next = (azimuth: -step * Double(i), place: i == count ? vertices[0] : point(-step * Double(i)))
      refine(last, next, depth: 0)
      last = next
    }
    self.centre = centre
    self.radius = radius
    self.vertices = vertices
    self.azimuths = azimuths
    self.ellipsoid = ellipsoid
    drawnMetres = drawn
    vertexError = .metres(error)
    // Height of a segment of curvature κ over a chord L: κL²/8, with κ = M21/m12 and L = m12·Δα.
    let turn = step * .pi / 180
    let height =
      stride(from: 0.0, to: 360, by: 30).map { azimuth in
        let end = ellipsoid.generalDirect(from: centre, azimuth: .degrees(azimuth), distance: .metres(drawn))
        return abs(end.reducedLength.metres * end.backwardScale) * turn * turn / 8
      }.max() ?? 0
    // The next term of the series is a fraction Δα² of this one.
    sagitta = .metres(height * (1 + turn * turn))
  }

  /// A circle with as many vertices as keep its sagitta below a length, eight at least and 20 000 at most.
  public init(centre: Position, radius: Length, maximumSagitta: Length, on ellipsoid: Ellipsoid = .wgs84) {
    let coarse = GeodesicCircle(centre: centre, radius: radius, vertexCount: 360, on: ellipsoid)
    let ratio = maximumSagitta > .zero ? coarse.sagitta / maximumSagitta : .infinity
    let count = 360 * ratio.squareRoot()
    self.init(
      centre: centre, radius: radius, vertexCount: Int(min(max(count.rounded(.up) + 1, 8), 20_000)), on: ellipsoid)
  }

  /// The disc as polygons that RFC 7946 allows: cut at the antimeridian, with the poles it holds.
  ///
  /// Each polygon is an outer ring, anticlockwise, then its holes, clockwise; rings are closed and longitudes lie in
  /// [−180, 180]. Vertices on the antimeridian lie on the true circle too. A disc that holds a pole runs along ±90° of
  /// latitude; one that holds both is the world less what it does not reach.
  public var polygons: [[[Position]]] {
    let holdsNorth = holds(pole: 90)
    let holdsSouth = holds(pole: -90)
    let cut = AntimeridianCut(vertices: vertices, azimuths: azimuths) { azimuth in
      ellipsoid.direct(from: centre, azimuth: .degrees(azimuth), distance: .metres(drawnMetres)).position
    }
    switch (holdsNorth, holdsSouth) {
    case (false, false): return cut.discs
    case (true, true): return drawnMetres > 19_900_000 ? AntimeridianCut.world : cut.worldWithout
    case (true, false): return cut.cap(pole: 90)
    case (false, true): return cut.cap(pole: -90)
    }
  }

  private func holds(pole latitude: Double) -> Bool {
    let pole = Position(latitudeDegrees: latitude, longitudeDegrees: 0)
    return ellipsoid.distance(from: centre, to: pole).metres < drawnMetres
  }

  /// Circles are the same when they have the same centre, radius and vertices.
  public static func == (a: GeodesicCircle, b: GeodesicCircle) -> Bool {
    a.centre == b.centre && a.radius == b.radius && a.vertices == b.vertices
  }

  /// Hashes centre, radius and number of vertices.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(centre)
    hasher.combine(radius)
    hasher.combine(vertices.count)
  }
}
