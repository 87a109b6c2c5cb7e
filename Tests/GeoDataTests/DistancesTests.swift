import Geodesy
import Testing
import Units

private let bases = [
  "mazamari", "pichari", "palmapampa", "ayacucho", "san-ramon", "atalaya", "constitucion", "pucallpa",
  "puerto-maldonado", "pisco",
]

/// Kilometres from each base to the centre of a reported area, worked out from the published positions with another
/// geodesic program on WGS 84 before this scenario was made, and rounded to whole kilometres.
private let areas: [(name: String, latitude: Double, longitude: Double, kilometres: [Double])] = [
  ("Llochegua", -12.41422, -73.91016, [138, 12, 48, 88, 212, 187, 306, 452, 509, 291]),
  ("Santa Rosa", -12.68657, -73.73531, [174, 24, 12, 73, 246, 217, 342, 485, 490, 294]),
  ("Quempiri", -11.87693, -73.91687, [91, 70, 103, 145, 177, 128, 253, 394, 517, 324]),
  ("Puerto Anapati", -11.92859, -73.98770, [90, 65, 100, 138, 173, 135, 254, 398, 523, 315]),
  ("Puerto Bermúdez", -10.2992, -74.9372, [122, 271, 307, 326, 102, 137, 49, 216, 673, 406]),
  ("Sepahua", -11.14227, -73.03433, [165, 175, 192, 256, 253, 92, 258, 349, 445, 450]),
]

private func position(_ row: Table.Row) throws -> Position {
  Position(latitudeDegrees: try row.number("latitude"), longitudeDegrees: try row.number("longitude"))
}

@Test func `the bases lie where the reported areas say`() throws {
  let table = try Table("bases.csv")
  for area in areas {
    let centre = Position(latitudeDegrees: area.latitude, longitudeDegrees: area.longitude)
    for (base, expected) in zip(bases, area.kilometres) {
      let distance = Ellipsoid.wgs84.distance(from: try position(table.row(base)), to: centre)
      // Half a kilometre of the table's rounding and 0.05 of the positions' last digits.
      #expect(abs(distance.kilometres - expected) <= 0.55, "\(base) to \(area.name)")
    }
  }
}

@Test func `Poyeni lies where its distances meet`() throws {
  // As above; the village is known to 15 km, the point was fitted to the table and rounded to 0.01 degrees.
  let expected: [Double] = [92, 137, 166, 216, 182, 60, 212, 334, 509, 388]
  let table = try Table("bases.csv")
  let poyeni = try position(Table("strips.csv").row("poyeni"))
  for (base, kilometres) in zip(bases, expected) {
    let distance = Ellipsoid.wgs84.distance(from: try position(table.row(base)), to: poyeni)
    #expect(abs(distance.kilometres - kilometres) <= 1, "\(base)")
  }
}

@Test func `strips lie within 20 km of what is reported and Bolivia's flights start in Bolivia`() throws {
  let places = try Table("sites.csv").rows.map(position)
  // Published centres of the areas at Atalaya, Yuyapichis and the Kakataibo (Mongabay 2024-11).
  let centres = [(-10.724, -73.413), (-9.790, -74.927), (-9.367, -75.398)].map {
    Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
  }
  for strip in try Table("strips.csv").rows where strip["id"] != "poyeni" {
    let here = try position(strip)
    let nearest = try #require((places + centres).map { Ellipsoid.wgs84.distance(from: here, to: $0).kilometres }.min())
    #expect(nearest <= 20, "\(strip)")
  }
  for point in try Table("routes.csv").rows where point["order"] == "1" && !point["route"].hasSuffix("-out") {
    let longitude = try point.number("longitude")
    #expect(point["place"].hasSuffix("Bolivia") && longitude > -69, "\(point)")
  }
}
