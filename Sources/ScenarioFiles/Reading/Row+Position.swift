import GeoFiles
import Geodesy
import Scenario
import Units

extension Row {
  /// Where the row is; nil after a report when that is missing or wrong.
  ///
  /// The geometry of the layer comes first, then `position`, then latitude and longitude, then `x` and `y`. Sources more
  /// than 100 m apart are warned of.
  func position() -> Position? {
    let before = diagnostics.errorCount
    var found: [(source: String, position: Position)] = []
    if let position = geometryPosition() { found.append(("the geometry", position)) }
    if let text = rawText(PositionFields.position) {
      if let position = position(text) { found.append(("position", position)) }
    } else if has(PositionFields.position) {
      report(.value, PositionFields.position, "is not a single value", "write a position as text")
    }
    if let position = latitudeLongitude() { found.append(("latitude and longitude", position)) }
    if let position = projected() { found.append(("x and y", position)) }
    guard diagnostics.errorCount == before else { return nil }
    guard let first = found.first else {
      if case .unusable = projection.state { return nil }
      if !missing.contains(PositionFields.position.name), !record.isGeometryBroken {
        diagnostics.error(
          .missing, at: record.origin, field: prefix + "position", "is missing",
          "\(format.rowName) needs a geometry, a position, latitude and longitude, or x and y with a crs")
      }
      return nil
    }
    for other in found.dropFirst() {
      let apart = Ellipsoid.wgs84.distance(from: first.position, to: other.position)
      guard apart > .metres(100) else { continue }
      diagnostics.warning(
        .position, at: record.origin, field: prefix + "position",
        "\(other.source) is \(apart.text) from \(first.source)",
        "\(first.source) is taken; keep one of them")
    }
    return first.position
  }

  private func geometryPosition() -> Position? {
    switch record.geometry {
    case nil: return nil
    case .point(let position): return validated(position, PositionFields.position)
    case .lines, .polygons:
      diagnostics.error(
        .position, at: record.origin, field: "geometry", "is a line or a polygon", "\(format.rowName) needs a point")
      return nil
    }
  }

  private func latitudeLongitude() -> Position? {
    let (latitude, longitude) = (rawText(PositionFields.latitude), rawText(PositionFields.longitude))
    guard let latitude, let longitude else {
      // A column that the whole table lacks has been reported.
      guard missing.isDisjoint(with: [PositionFields.latitude.name, PositionFields.longitude.name]) else { return nil }
      if latitude != nil { report(.missing, PositionFields.longitude, "is missing", "a latitude needs its longitude") }
      if longitude != nil { report(.missing, PositionFields.latitude, "is missing", "a longitude needs its latitude") }
      return nil
    }
    if let north = decimal(latitude), let east = decimal(longitude) {
      return validated(Position(latitudeDegrees: north, longitudeDegrees: east), PositionFields.latitude)
    }
    for (text, field) in [(latitude, PositionFields.latitude), (longitude, PositionFields.longitude)] {
      guard ["nan", "inf", "infinity"].contains(text.lowercased().drop { "+-−".contains($0) }) else { continue }
      report(.position, field, "“\(text)” is not a finite number", "write decimal degrees, as in -12.6, or DMS")
      return nil
    }
    return parsed("\(latitude), \(longitude)", PositionFields.latitude)
  }

  /// Decimal degrees; in a column of degrees a comma can only be the decimal mark.
  private func decimal(_ text: String) -> Double? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let isDecimalComma = parts.count == 2 && !text.contains(".")
    return try? NumberText.parse(isDecimalComma ? parts.joined(separator: ".") : text)
  }

  /// A position given as text, reported under the field `position`.
  func position(_ text: String) -> Position? { parsed(text, PositionFields.position) }

  private func parsed(_ text: String, _ field: Field<String>) -> Position? {
    do {
      return try validated(Position(parsing: text), field)
    } catch {
      report(.position, field, "“\(text.prefix(60))” is not a position", error.message)
      return nil
    }
  }

  private func projected() -> Position? {
    let (x, y) = (rawText(PositionFields.x), rawText(PositionFields.y))
    guard let x, let y else {
      guard missing.isDisjoint(with: [PositionFields.x.name, PositionFields.y.name]) else { return nil }
      if x != nil { report(.missing, PositionFields.y, "is missing", "x needs its y") }
      if y != nil { report(.missing, PositionFields.x, "is missing", "y needs its x") }
      return nil
    }
    switch projection.state {
    case .ready: break
    case .unusable: return nil
    case .unnamed:
      report(
        .missing, PositionFields.x, "has no coordinate reference system", "give the layer a crs, as in crs: EPSG:32718")
      return nil
    }
    var numbers: [Double] = []
    for (text, field) in [(x, PositionFields.x), (y, PositionFields.y)] {
      do throws(FieldIssue) {
        let plain = try canonical(text, reading(field))
        numbers.append(try issue { () throws(QuantityError) in try NumberText.parse(plain) })
      } catch {
        report(.position, field, error.what, error.remedy)
      }
    }
    guard numbers.count == 2 else { return nil }
    do {
      let found = try projection.position(x: numbers[0], y: numbers[1], at: record.origin)
      return validated(found, PositionFields.x)
    } catch {
      report(error.code, PositionFields.x, error.what, error.remedy)
      return nil
    }
  }

  /// The position, its longitude in [−180, 180), if it is on the Earth; nil after a report otherwise.
  private func validated(_ position: Position, _ field: Field<String>) -> Position? {
    let (north, east) = (position.latitudeDegrees, position.longitudeDegrees)
    guard north.isFinite, east.isFinite else {
      report(.position, field, "the position is not finite", "write numbers, as in -12.6, -73.83")
      return nil
    }
    let isColumn = field.name == "latitude"
    guard abs(north) <= 90 else {
      diagnostics.error(
        .position, at: origin(field), field: prefix + field.name,
        "\(isColumn ? "" : "latitude ")\(north.plain)° is outside −90°…90°",
        abs(east) <= 90 ? "degrees north; are latitude and longitude swapped?" : "write degrees north of the equator")
      return nil
    }
    guard (-180...360).contains(east) else {
      diagnostics.error(
        .position, at: origin(field), field: prefix + (isColumn ? "longitude" : field.name),
        "\(isColumn ? "" : "longitude ")\(east.plain)° is outside −180°…180°", "write degrees east of Greenwich")
      return nil
    }
    return position.normalized
  }
}

extension Double {
  /// As short as can be, with a typographic minus and without `.0`.
  var plain: String {
    let text = self == rounded() && magnitude < 1e15 ? "\(Int(self))" : "\(self)"
    return text.replacing("-", with: "−")
  }
}
