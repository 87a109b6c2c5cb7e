import Atalaya

/// Readers of texts. What they return keeps its promises, or the run ends with a trap.
enum TextReaders {
  static func position(_ text: String) -> Bool {
    guard let position = try? Position(parsing: text) else { return false }
    precondition((-90...90).contains(position.latitudeDegrees), "a latitude on the Earth")
    precondition((-360...360).contains(position.longitudeDegrees), "a longitude on the Earth")
    for digits in [0, 5] { _ = MGRS.text(position, digits: digits) }
    _ = GridCoordinate(position).eastingMetres
    return true
  }

  static func system(_ text: String) -> Bool {
    guard var way = try? CoordinateTransformation(from: text, to: ReferenceSystem.wgs84Text) else {
      return false
    }
    _ = try? way.transform(x: 500_000, y: 8_600_000)
    _ = way.transform([(x: 0, y: 0), (x: 1e300, y: -1e300), (x: .nan, y: 0)])
    return true
  }

  /// Every kind of amount that a field or an option may hold.
  static func quantities(_ text: String) -> Bool {
    let numbers: [Double?] = [
      (try? Length.parse(text))?.metres, (try? Speed.parse(text))?.metresPerSecond, (try? Angle.parse(text))?.degrees,
      (try? Area.parse(text))?.squareMetres, (try? Money.parse(text))?.amount, try? NumberText.parseRatio(text),
      (try? PriceText(parsing: text))?.amount, try? NumberText.parse(text, commaGroups: true),
    ]
    precondition(numbers.allSatisfy { $0?.isFinite ?? true }, "amounts are finite")
    let time = try? TimeOfDay.parse(text)
    if let time { precondition(time >= .zero && time <= .seconds(86_400), "a time of a day") }
    let altitude = try? Altitude.parse(text, isAboveGroundUnlessSaid: true)
    let duration = try? Duration.parse(text)
    for unit in Length.units { _ = try? Length.parse(text, in: unit) }
    for unit in Speed.units { _ = try? Speed.parse(text, in: unit) }
    return numbers.contains { $0 != nil } || time != nil || altitude != nil || duration != nil
  }

  private static let model = try? PlacementModel(
    options: (1...4).map { PlacementOption(id: "option-\($0)", cost: Double($0)) },
    demands: [PlacementDemand(id: "d", weight: 1)], covers: [PlacementCover(option: 0, demand: 0)])

  static func solution(_ text: String) -> Bool {
    guard let model, let chosen = try? model.readSolution(text) else { return false }
    precondition(chosen.allSatisfy(model.options.indices.contains) && Set(chosen).count == chosen.count)
    return true
  }
}
