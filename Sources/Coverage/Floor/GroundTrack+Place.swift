internal import GeoFiles
internal import Geodesy
internal import Units

extension GroundTrack {
  /// The way from an antenna over a grid: a plane of metres without a coordinate system, else the Earth.
  static func from(_ place: AntennaPlace, over frame: GridFrame) throws(FloorError) -> GroundTrack {
    if frame.crs.isEmpty {
      guard case .post(let column, let row) = place else {
        throw FloorError(
          .badSystem, "the terrain states no coordinate system, so a latitude and longitude has no place in it")
      }
      return GroundTrack(
        column: column, row: row,
        kind: .plane(perColumn: frame.stepX, perRow: frame.stepY, radius: EarthFigure.meanRadius.metres))
    }
    do throws(GeodesyError) {
      guard try ReferenceSystem.shared(frame.crs).isGeographic else {
        let posts = try ProjectedPosts(frame)
        let (column, row, position): (Double, Double, Position)
        switch place {
        case .position(let latitude, let longitude):
          position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
          (column, row) = try posts.find(position)
        case .post(let theColumn, let theRow):
          (column, row) = (theColumn, theRow)
          position = try Self.position(column: column, row: row, frame)
        }
        return GroundTrack(column: snapped(column), row: snapped(row), kind: .projected(position, posts))
      }
      let (rawColumn, rawRow) = try post(of: place, onDegrees: frame)
      let (column, row) = (snapped(rawColumn), snapped(rawRow))
      // Degrees of the grid's own datum stand for those of WGS 84: the shift between them moves everything alike.
      let start = Position(
        latitudeDegrees: frame.firstY + row * frame.stepY, longitudeDegrees: frame.firstX + column * frame.stepX)
      guard abs(start.latitudeDegrees) <= 90 else {
        throw GeodesyError(.outOfRange, "\(start.latitudeDegrees)", "no latitude")
      }
      return GroundTrack(
        column: column, row: row, kind: .degrees(start, perColumn: frame.stepX, perRow: frame.stepY))
    } catch {
      throw FloorError(.badSystem, at: FaultPlace(subject: "the terrain's coordinate system"), because: error)
    }
  }

  /// A post, where the antenna stands within a millionth of one: positions in degrees have their last digits.
  private static func snapped(_ place: Double) -> Double {
    abs(place - place.rounded()) < 1e-6 ? place.rounded() : place
  }

  private static func post(
    of place: AntennaPlace, onDegrees frame: GridFrame
  ) throws(GeodesyError) -> (column: Double, row: Double) {
    switch place {
    case .position(let latitude, let longitude):
      let way = TransformationPool.shared(from: ReferenceSystem.wgs84Text, to: frame.crs)
      let point = try way.point(x: longitude, y: latitude)
      // The turn of the Earth that brings the antenna nearest to the middle of the grid.
      let turn = 360 / abs(frame.stepX)
      let middle = Double(frame.columns - 1) / 2
      let column = middle + ((point.x - frame.firstX) / frame.stepX - middle).remainder(dividingBy: turn)
      return (column, (point.y - frame.firstY) / frame.stepY)
    case .post(let column, let row): return (column, row)
    }
  }

  private static func position(column: Double, row: Double, _ frame: GridFrame) throws(GeodesyError) -> Position {
    let way = TransformationPool.shared(from: frame.crs, to: ReferenceSystem.wgs84Text)
    let point = try way.point(x: frame.firstX + column * frame.stepX, y: frame.firstY + row * frame.stepY)
    return Position(latitudeDegrees: point.y, longitudeDegrees: point.x)
  }
}
