import Foundation
import Geodesy
import TestSupport
import Testing
import Units

/// Karney's geodesics: lat1, lon1, azi1, lat2, lon2, azi2, s12, a12, m12, M12, M21, S12.
private func karney() throws -> [[Double]] {
  let rows = try Reference.lines("GeodesyTests", "geodesic_wgs84_20cases.csv").dropFirst()
    .map { $0.split(separator: ",").compactMap { Double($0) } }
  try #require(rows.count == 20 && rows.allSatisfy { $0.count == 12 })
  return rows
}

/// Degrees in 15 nm on the ground.
private let fifteenNanometres = 15e-9

@Test func `Karney's inverse cases hold to 15 nm and 1e-12 degrees`() throws {
  for row in try karney() {
    let a = Position(latitudeDegrees: row[0], longitudeDegrees: row[1])
    let b = Position(latitudeDegrees: row[3], longitudeDegrees: row[4])
    let way = Ellipsoid.wgs84.inverse(from: a, to: b)
    #expect(abs(way.distance.metres - row[6]) < fifteenNanometres)
    #expect(Ellipsoid.wgs84.distance(from: a, to: b) == way.distance)
    // The azimuth of a geodesic whose ends were rounded is no better than that rounding seen over its reduced length.
    let azimuthTolerance = max(1e-12, fifteenNanometres / abs(row[8]) * 180 / .pi)
    #expect(abs((way.azimuth.degrees - row[2]).remainder(dividingBy: 360)) < azimuthTolerance)
    #expect(abs((way.finalAzimuth.degrees - row[5]).remainder(dividingBy: 360)) < azimuthTolerance)
    let full = Ellipsoid.wgs84.generalInverse(from: a, to: b)
    #expect(abs(full.reducedLength.metres - row[8]) < 10 * fifteenNanometres)
    #expect(abs(full.geodesicScale - row[9]) < 1e-13 && abs(full.backwardScale - row[10]) < 1e-13)
    // Karney states 0.1 m² for S12.
    #expect(abs(full.areaToEquator.squareMetres - row[11]) < 0.1)
  }
}

@Test func `Karney's direct cases hold to 15 nm and 1e-12 degrees`() throws {
  for row in try karney() {
    let start = Position(latitudeDegrees: row[0], longitudeDegrees: row[1])
    let end = Ellipsoid.wgs84.direct(from: start, azimuth: .degrees(row[2]), distance: .metres(row[6]))
    #expect(abs(end.position.latitudeDegrees - row[3]) < 1e-12)
    #expect(abs((end.position.longitudeDegrees - row[4]).remainder(dividingBy: 360)) < 1e-12)
    #expect(abs((end.finalAzimuth.degrees - row[5]).remainder(dividingBy: 360)) < 1e-12)
    let expected = Position(latitudeDegrees: row[3], longitudeDegrees: row[4])
    #expect(Ellipsoid.wgs84.distance(from: end.position, to: expected).metres < fifteenNanometres)
  }
}

@Test func `the quarter meridian and the equator have their known lengths`() {
  let origin = Position(latitudeDegrees: 0, longitudeDegrees: 0)
  let pole = Position(latitudeDegrees: 90, longitudeDegrees: 0)
  // NIMA TR8350.2 gives the meridian quadrant of WGS 84 as 10 001 965.7293 m.
  #expect(abs(Ellipsoid.wgs84.distance(from: origin, to: pole).metres - 10_001_965.7293) < 1e-4)
  let east = Position(latitudeDegrees: 0, longitudeDegrees: 90)
  #expect(abs(Ellipsoid.wgs84.distance(from: origin, to: east).metres - 6_378_137 * .pi / 2) < 1e-7)
}

@Test func `identical and antipodal places are measured`() {
  let a = Position(latitudeDegrees: -12.6, longitudeDegrees: -73.83)
  #expect(Ellipsoid.wgs84.distance(from: a, to: a) == .zero)
  let antipode = Position(latitudeDegrees: 12.6, longitudeDegrees: 106.17)
  // Half a meridian ellipse is the longest way there is: twice the quadrant above.
  #expect(Ellipsoid.wgs84.distance(from: a, to: antipode).metres <= 20_003_931.4587)
  #expect(Ellipsoid.wgs84.distance(from: a, to: antipode).metres > 20_000_000)
}

@Test func `a batch has the same bits for any number of workers`() {
  var random = SplitMix(seed: 1)
  let places = (0..<1001).map { _ in
    Position(latitudeDegrees: random.next(in: -90...90), longitudeDegrees: random.next(in: -180...180))
  }
  let ends = Array(places.reversed())
  let single = Ellipsoid.wgs84.distancesInMetres(from: places, to: ends)
  for workers in [2, 3, 16, 5000] {
    #expect(Ellipsoid.wgs84.distancesInMetres(from: places, to: ends, workers: workers) == single)
  }
  #expect(Ellipsoid.wgs84.distancesInMetres(from: [], to: [], workers: 4).isEmpty)
}

@Test func `a batch agrees with libproj to 15 nm`() {
  var random = SplitMix(seed: 15)
  var starts: [Position] = []
  var ends: [Position] = []
  func add(_ count: Int, _ make: (inout SplitMix) -> (Position, Position)) {
    for _ in 0..<count {
      let pair = make(&random)
      starts.append(pair.0)
      ends.append(pair.1)
    }
  }
  func anywhere(_ random: inout SplitMix) -> Position {
    Position(latitudeDegrees: random.next(in: -90...90), longitudeDegrees: random.next(in: -180...180))
  }
  add(100_000) { (anywhere(&$0), anywhere(&$0)) }
  // Near to one another, at every distance from a millimetre on.
  add(50_000) { random in
    let a = anywhere(&random)
    let distance = Length.metres(exp(random.next(in: log(1e-3)...log(1e6))))
    return (
      a, Ellipsoid.wgs84.direct(from: a, azimuth: .degrees(random.next(in: 0...360)), distance: distance).position
    )
  }
  // Nearly antipodal, nearly along a meridian, nearly along the equator, at the poles.
  add(20_000) { random in
    let a = anywhere(&random)
    return (
      a,
      Position(
        latitudeDegrees: max(-90, min(90, -a.latitudeDegrees + random.next(in: -2...2))),
        longitudeDegrees: a.longitudeDegrees + 180 + random.next(in: -2...2))
    )
  }
  for width in [0, 1e-9, 1e-7, 1e-5, 1e-3] {
    add(5000) { random in
      let a = anywhere(&random)
      return (
        a,
        Position(
          latitudeDegrees: random.next(in: -90...90),
          longitudeDegrees: a.longitudeDegrees + random.next(in: -1...1) * width)
      )
    }
    add(5000) { random in
      let longitude = random.next(in: -180...180)
      return (
        Position(latitudeDegrees: random.next(in: -1...1) * width, longitudeDegrees: longitude),
        Position(
          latitudeDegrees: random.next(in: -1...1) * width, longitudeDegrees: longitude + random.next(in: -179...179))
      )
    }
    add(1000) { random in (Position(latitudeDegrees: 90 - width, longitudeDegrees: 0), anywhere(&random)) }
  }
  for ellipsoid in [Ellipsoid.wgs84, Ellipsoid(semiMajorAxis: .metres(6_371_000), flattening: 0)] {
    let batch = ellipsoid.distancesInMetres(from: starts, to: ends, workers: 2)
    var worst = (metres: 0.0, pair: "")
    for i in starts.indices {
      let error = abs(batch[i] - ellipsoid.distance(from: starts[i], to: ends[i]).metres)
      if !(error <= worst.metres) { worst = (error, "\(starts[i]) \(ends[i])") }
    }
    #expect(worst.metres < fifteenNanometres, "\(worst)")
  }
}

@Test func `a batch of what is no place comes back as libproj has it`() {
  let bad = [(Double.nan, 0.0), (95, 0), (0, .infinity), (0, 1e9)].map {
    Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
  }
  let good = [Position](repeating: Position(latitudeDegrees: 10, longitudeDegrees: 20), count: bad.count)
  for (own, pair) in zip(Ellipsoid.wgs84.distancesInMetres(from: bad, to: good), zip(bad, good)) {
    let library = Ellipsoid.wgs84.distance(from: pair.0, to: pair.1).metres
    #expect(own.isNaN == library.isNaN && (own.isNaN || abs(own - library) < 1e-6))
  }
}
