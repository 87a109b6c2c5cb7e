import Foundation
import Geodesy
import TestSupport
import Testing
import Units

private func place(_ latitude: Double, _ longitude: Double) -> Position {
  Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
}

/// Discs everywhere: plain, over the antimeridian, round one pole, both, on a pole, through a pole.
private func discs() -> [(Position, Double)] {
  var random = SplitMix(seed: 33)
  var discs: [(Position, Double)] = []
  for _ in 0..<120 {
    discs.append((place(random.next(in: -89...89), random.next(in: -180...180)), random.next(in: 1...450)))
  }
  for longitude in [179.0, -179.5, 180, -180] {
    for latitude in [-85.0, -60, 0, 45, 88] { discs.append((place(latitude, longitude), random.next(in: 50...900))) }
  }
  for latitude in [90.0, -90, 89.9999, -89.9] {
    for radius in [10.0, 450, 5000] { discs.append((place(latitude, 12), radius)) }
  }
  for radius in [9900.0, 10_100, 15_000, 19_000] {
    for longitude in [0.0, 100, 179.9] { discs.append((place(3, longitude), radius)) }
    discs.append((place(-40, -30), radius))
  }
  let quarter = Ellipsoid.wgs84.distance(from: place(60, 20), to: place(90, 0)).kilometres
  discs.append((place(60, 20), quarter))
  return discs
}

@Test func `every vertex lies on the circle to a millimetre`() {
  for (centre, radius) in discs() {
    let circle = GeodesicCircle(centre: centre, radius: .kilometres(radius), vertexCount: 90)
    var worst = 0.0
    for vertex in circle.vertices {
      worst = max(worst, abs(Ellipsoid.wgs84.distance(from: centre, to: vertex).metres - radius * 1000))
    }
    #expect(worst <= circle.vertexError.metres && worst < 1e-3, "\(centre) \(radius) km: \(worst)")
  }
}

@Test func `polygons are closed, anticlockwise, within the map and on the circle`() {
  for (centre, radius) in discs() {
    let circle = GeodesicCircle(centre: centre, radius: .kilometres(radius), vertexCount: 90)
    let polygons = circle.polygons
    #expect(!polygons.isEmpty)
    for (number, ring) in polygons.flatMap({ $0.enumerated() }) {
      #expect(ring.count >= 4 && ring.first == ring.last)
      #expect(
        ring.allSatisfy { abs($0.longitudeDegrees) <= 180 && abs($0.latitudeDegrees) <= 90 }, "\(centre) \(radius)")
      var turned = 0.0
      for (a, b) in zip(ring, ring.dropFirst()) {
        turned += a.longitudeDegrees * b.latitudeDegrees - b.longitudeDegrees * a.latitudeDegrees
        // No side jumps over the map, other than along a pole.
        #expect(
          abs(b.longitudeDegrees - a.longitudeDegrees) <= 180 || abs(a.latitudeDegrees) == 90, "\(centre) \(radius)")
      }
      #expect((turned > 0) == (number == 0), "\(centre) \(radius): ring \(number) turns the wrong way")
      for vertex in ring where abs(vertex.latitudeDegrees) < 90 {
        let error = abs(Ellipsoid.wgs84.distance(from: centre, to: vertex).metres - radius * 1000)
        #expect(error < 1e-3, "\(centre) \(radius): \(vertex) is off by \(error)")
      }
    }
  }
}

@Test func `polygons hold what the disc holds`() {
  var random = SplitMix(seed: 77)
  for (centre, radius) in discs() {
    var looked = 0
    let circle = GeodesicCircle(centre: centre, radius: .kilometres(radius), vertexCount: 720)
    let polygons = circle.polygons
    for _ in 0..<200 {
      let distance = radius * random.next(in: 0...2)
      guard distance < 19_900 else { continue }
      let spot = Ellipsoid.wgs84.direct(
        from: centre, azimuth: .degrees(random.next(in: 0...360)), distance: .kilometres(distance)
      ).position.normalized
      // Straight sides on the map leave the circle by more than the sagitta where meridians converge: a side spans at
      // most 5° of longitude near a pole, and a chord of 5° of a parallel rises 0.1 % of its distance from the pole.
      guard abs(distance / radius - 1) > 0.02 else { continue }
      looked += 1
      let isHeld = polygons.contains { rings in
        contains(rings[0], spot) && !rings.dropFirst().contains { contains($0, spot) }
      }
      #expect(isHeld == (distance < radius), "\(centre), \(radius) km: \(spot) at \(distance) km")
    }
    #expect(looked > 90, "\(centre), \(radius) km")
  }
}

/// Whether a ring on the map holds a place: crossings of the ray to the east, counted.
private func contains(_ ring: [Position], _ spot: Position) -> Bool {
  var isInside = false
  for (a, b) in zip(ring, ring.dropFirst())
  where (a.latitudeDegrees > spot.latitudeDegrees) != (b.latitudeDegrees > spot.latitudeDegrees) {
    let part = (spot.latitudeDegrees - a.latitudeDegrees) / (b.latitudeDegrees - a.latitudeDegrees)
    if a.longitudeDegrees + part * (b.longitudeDegrees - a.longitudeDegrees) > spot.longitudeDegrees {
      isInside.toggle()
    }
  }
  return isInside
}

@Test func `the sagitta is what the middle of a side misses`() {
  for (centre, radius) in [(place(0, 0), 100.0), (place(-12, -73), 450), (place(60, 10), 3000)] {
    let circle = GeodesicCircle(centre: centre, radius: .kilometres(radius), vertexCount: 72)
    var worst = 0.0
    for (a, b) in zip(circle.vertices, circle.vertices.dropFirst()) {
      let way = Ellipsoid.wgs84.inverse(from: a, to: b)
      let middle = Ellipsoid.wgs84.direct(from: a, azimuth: way.azimuth, distance: way.distance / 2).position
      worst = max(worst, radius * 1000 - Ellipsoid.wgs84.distance(from: centre, to: middle).metres)
    }
    #expect(worst <= circle.sagitta.metres)
    // The bound is the first term of a series with a margin of Δα² = 0.8 %, over azimuths that differ by the flattening.
    #expect(worst > circle.sagitta.metres * 0.97)
  }
  let fine = GeodesicCircle(centre: place(-12, -73), radius: .kilometres(400), maximumSagitta: .metres(1))
  #expect(fine.sagitta <= .metres(1))
}

@Test func `a circle of no radius is a place, and one beyond half the Earth is the world`() {
  let point = GeodesicCircle(centre: place(10, 20), radius: .zero, vertexCount: 8)
  // A geodesic of no length may move the place by the rounding of a degree, 4e-15 of it.
  #expect(point.vertices.allSatisfy { Ellipsoid.wgs84.distance(from: $0, to: place(10, 20)).metres < 15e-9 })
  let world = GeodesicCircle(centre: place(10, 20), radius: .kilometres(25_000)).polygons
  #expect(world.count == 1 && world[0].count == 1 && world[0][0].count == 5)
}

@Test func `the area of a circle on a sphere is that of a cap, less what the sides cut off`() {
  let sphere = Ellipsoid(semiMajorAxis: .metres(6_371_000), flattening: 0)
  let circle = GeodesicCircle(centre: place(80, 179), radius: .kilometres(300), vertexCount: 3600, on: sphere)
  let half = sin(300.0 / 6371 / 2)
  let cap = 4 * .pi * 6_371_000 * 6_371_000 * half * half
  // An inscribed regular n-gon lacks (2π/n)²/6 of the area: 5e-7.
  #expect(abs(sphere.areaAndPerimeter(of: circle.vertices).area.squareMetres / cap - 1) < 6e-7)
}
