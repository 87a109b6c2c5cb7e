import GeoFiles
import Geodesy
import Interception
import Scenario
import Units

/// A way of flights before it is joined to a strip.
struct Route: Sendable {
  /// A point of it; its altitude may come from the flight.
  struct Point: Sendable {
    var position: Position
    var altitude: Altitude?
    /// Where the point, or its line, is written.
    var origin: Origin
  }
  var id: String
  var points: [Point]
}

extension Decoder {
  /// Routes, from lines, from inline points, or from a table with one row per point.
  func routes() -> Index<Route> {
    guard let layer = layers["routes"] else { return Index() }
    let rows = rows(of: layer)
    var index = Index<Route>()
    index.isComplete = layer.isReadable
    var places: [String: Origin] = [:]
    var pointRows: [(id: String, order: Double, number: Int, point: Route.Point?)] = []
    var pointOrigins: [String: Origin] = [:]
    for (number, row) in rows.enumerated() {
      let isPoint =
        row.has(RouteFields.route) || layer.columns?.contains(where: RouteFields.route.format.matches) == true
      guard let id = row.required(isPoint ? RouteFields.route : RouteFields.id) else {
        index.isComplete = false
        continue
      }
      index.ids.insert(id)
      if isPoint {
        let order = row.required(RouteFields.order)
        let altitude = row.altitudes(ofPart: 0, count: 1, stated: row.altitude())[0]
        let position = row.position()
        pointOrigins[id] = pointOrigins[id] ?? row.record.origin
        pointRows.append(
          (
            id, order ?? 0, number,
            position.map { Route.Point(position: $0, altitude: altitude, origin: row.record.origin) }
          ))
        continue
      }
      let before = diagnostics.errorCount
      if let origin = places[id] ?? pointOrigins[id] {
        row.report(
          .duplicate, RouteFields.id, "“\(id)” is the id of line \(origin.line ?? origin.row ?? 0) too",
          "ids are unique within a layer")
      }
      places[id] = places[id] ?? row.record.origin
      let altitude = row.altitude()
      let points = row.has(RouteFields.points) ? inlinePoints(row, altitude) : linePoints(row, altitude)
      guard diagnostics.errorCount == before, !points.isEmpty else { continue }
      index.append(Route(id: id, points: points), id: id, at: row.record.origin)
    }
    assemble(pointRows, pointOrigins, into: &index)
    return index
  }

  /// Puts the rows of a table of points together.
  private func assemble(
    _ rows: [(id: String, order: Double, number: Int, point: Route.Point?)], _ origins: [String: Origin],
    into index: inout Index<Route>
  ) {
    for (id, members) in Dictionary(grouping: rows, by: \.id).sorted(by: { $0.value[0].number < $1.value[0].number }) {
      let sorted = members.sorted { ($0.order, $0.number) < ($1.order, $1.number) }
      let origin = origins[id] ?? Origin(file: "")
      for (a, b) in zip(sorted, sorted.dropFirst()) where a.order == b.order && a.point != nil && b.point != nil {
        diagnostics.error(
          .duplicate, at: origin, field: "order", "the route “\(id)” has two points of order \(a.order.plain)",
          "number the points of a route 1, 2, 3 …")
        break
      }
      let points = sorted.compactMap(\.point)
      guard points.count == members.count else { continue }
      index.append(Route(id: id, points: points), id: id, at: origin)
    }
  }

  private func linePoints(_ row: Row, _ altitude: Altitude?) -> [Route.Point] {
    func fail(_ what: String, _ remedy: String) -> [Route.Point] {
      diagnostics.error(.position, at: row.record.origin, field: "geometry", what, remedy)
      return []
    }
    switch row.record.geometry {
    case nil where row.record.isGeometryBroken: return []
    case nil:
      return fail("the route has no points", "give it a line with two points or more, or the key points")
    case .polygons: return fail("is a polygon", "a route is a line")
    case .point: return fail("the route has one point", "a line needs two points or more")
    case .lines(let lines):
      guard lines.joined().count >= 2 else { return fail("the route has one point", "a line needs two points or more") }
      guard lines.joined().allSatisfy({ $0.isOnEarth }) else {
        return fail("a point of the line is not on the Earth", "write finite coordinates, latitude within −90°…90°")
      }
      guard let chain = LineChain(lines) else {
        return fail(
          "has \(lines.count) lines that do not follow each other",
          "a route is one line, or lines each of which begins where the one before ends")
      }
      warnOfGaps(chain, row)
      return lines.enumerated().flatMap { part, line in
        zip(line, row.altitudes(ofPart: part, count: line.count, stated: altitude)).map { position, altitude in
          Route.Point(position: position.normalized, altitude: altitude, origin: row.record.origin)
        }
      }
    }
  }

  /// Names the gaps between the lines of a route, which are flown straight.
  private func warnOfGaps(_ chain: LineChain, _ row: Row) {
    // Lines of other programs meet to a few metres.
    let gaps = chain.gaps.filter { $0.length > .metres(10) }
    guard !gaps.isEmpty else { return }
    let times = row.record.lineTimes
    let named = gaps.prefix(5).map { gap in
      guard times.count == chain.gaps.count + 1 else { return gap.length.text }
      let time = times[gap.after + 1].lowerBound - times[gap.after].upperBound
      return "\(gap.length.text), \(Duration.seconds(clamping: time).text)"
    }
    diagnostics.warning(
      .position, at: row.record.origin, field: "geometry",
      "has \(chain.gaps.count + 1) lines; \(gaps.count == 1 ? "the gap between them is" : "the gaps between them are") joined "
        + "straight (\(named.joined(separator: "; "))\(gaps.count > 5 ? "; …" : ""))")
  }

  private func inlinePoints(_ row: Row, _ altitude: Altitude?) -> [Route.Point] {
    guard let tree = row.tree(RouteFields.points) else { return [] }
    guard case .sequence(let items, _) = tree else {
      row.report(.value, RouteFields.points, "is not a list", "list positions as - \"-12.6, -73.83\"")
      return []
    }
    if items.isEmpty { row.report(.missing, RouteFields.points, "the route has no points", "list its points") }
    return items.enumerated().compactMap { number, tree in
      let file = row.record.origin.file
      var record = Record(cells: [:], origin: Origin(file: file, line: tree.line))
      switch tree {
      case .scalar: record.cells[PositionFields.position.name] = Cell(tree, file: file)
      case .mapping(let pairs, let line): record = Record(pairs, line: line, file: file, diagnostics: diagnostics)
      case .null, .sequence:
        diagnostics.error(
          .syntax, at: record.origin, field: "points[\(number + 1)]", "\(tree.kind) stands where a position should",
          "quote positions, as in \"-12.6, -73.83\"")
        return nil
      }
      let point = Row(
        record: record, format: RouteFields.point, projection: row.projection, prefix: "points[\(number + 1)].",
        diagnostics: diagnostics)
      point.checkKeys()
      let own = point.altitude()
      return point.position().map { Route.Point(position: $0, altitude: own ?? altitude, origin: record.origin) }
    }
  }
}

extension Index {
  /// Adds a row that was read.
  mutating func append(_ value: Value, id: String, at origin: Origin) {
    values.append(value)
    byID[id] = value
    origins.append(origin)
    ids.insert(id)
  }
}

extension Position {
  /// Whether the position is finite and its latitude within −90°…90°.
  var isOnEarth: Bool {
    latitudeDegrees.isFinite && abs(latitudeDegrees) <= 90 && longitudeDegrees.isFinite && abs(longitudeDegrees) <= 1e6
  }
}
