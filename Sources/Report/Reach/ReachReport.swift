internal import GeoFiles
internal import Geodesy
public import Planning
internal import Response
internal import Scenario
internal import Units

/// What assets reach, as tables, layers, rasters, summary and JSON.
public struct ReachReport: Sendable {
  /// What was found.
  public let reach: Reach

  /// A report.
  public init(_ reach: Reach) { self.reach = reach }

  /// Shares of area, demand and strips: all together, then bases, then assets.
  public var table: ReportTable { Records.reachShare.table(reach.shares) }
  /// Who is first at each strip and demand point.
  public var placeTable: ReportTable { Records.reachPlace.table(reach.places) }
  /// What is lost without each base.
  public var lossTable: ReportTable { Records.reachLoss.table(reach.losses) }
  /// The places that fall beyond a limit without a base.
  public var fallenTable: ReportTable { Records.reachFallen.table(fallen) }

  private var fallen: [ReachFallenRow] {
    reach.losses.flatMap { loss in loss.fallen.map { ReachFallenRow(loss: loss, fallen: $0) } }
  }

  /// Everything, for programs; what is not known is null.
  public var json: String { Records.reachAnswer.object(self).text }

  /// What lies within each limit: for each subject and period, the widest last.
  func isochrones() throws(GeoFileError) -> [IsochroneRow] {
    var rows: [IsochroneRow] = []
    let (frame, area) = (reach.area.frame, reach.area)
    for field in reach.fields {
      for limit in reach.question.limits {
        let most = limit.inMinutes
        let cells = field.minutes.map { UInt8(Double($0) <= most ? 1 : 0) }
        // Along the edges of cells, so that they have the area of the cells and lie within each other.
        let polygons = try RasterPolygons.outlines(of: Grid(frame: frame, cells: cells), tolerance: 0, share: 0)
        var squareMetres = 0.0
        for row in 0..<frame.rows {
          let count = cells[row * frame.columns..<(row + 1) * frame.columns].reduce(0) { $0 + Int($1) }
          squareMetres += Double(count) * area.cellAreas[row]
        }
        rows.append(
          IsochroneRow(
            subject: field.subject, period: field.period, limit: limit, polygons: polygons,
            area: .squareMetres(squareMetres)))
      }
    }
    return rows
  }

  /// The layers of its GeoPackage.
  func layers() throws(GeoFileError) -> [OutputLayer] { [try isochroneLayer(), placeLayer] }

  /// What lies within each limit, as polygons; the widest first, so that the narrower are drawn over it.
  func isochroneLayer() throws(GeoFileError) -> OutputLayer {
    let rows = try isochrones()
    return Records.isochrone.layer(
      "isochrones", "What is reached within each limit", .polygons,
      rows.reversed().map { ($0, $0.polygons.isEmpty ? nil : .polygons($0.polygons)) })
  }

  private var placeLayer: OutputLayer {
    Records.reachPlace.layer(
      "places", "Who is first at each strip and demand point", .points,
      reach.places.map { ($0, .point($0.place.position)) })
  }

  /// How ``layers()`` are drawn.
  var styles: [LayerStyle] {
    let limits = reach.question.limits
    return [
      LayerStyle(
        layer: "isochrones", field: "limit_min",
        classes: limits.enumerated().map { index, limit in
          let colour = Palette.floor(index, of: limits.count)
          return .init(
            value: DecimalText.text(limit.inMinutes, decimals: 4) ?? "", label: limit.text,
            symbol: .area(fill: colour, outline: colour, millimetres: 0.2))
        }, opacity: 0.6),
      .one(
        "places",
        .marker("circle", fill: Palette.colour("amber"), outline: Palette.colour("ink"), millimetres: 2.5),
        labels: "place_id"),
    ]
  }
}

extension Reach {
  /// The area of unknown ground inside, m².
  var unknownSquareMetres: Double {
    var sum = 0.0
    for row in 0..<area.frame.rows {
      var count = 0
      for index in row * area.frame.columns..<(row + 1) * area.frame.columns
      where area.isInside[index] && isUnknown[index] { count += 1 }
      sum += Double(count) * area.cellAreas[row]
    }
    return sum
  }
}
