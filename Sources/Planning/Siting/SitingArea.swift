internal import Coverage
internal import Foundation
public import Geodesy
internal import Radar
internal import Terrain
public import Units

/// An area that a survey looks at, as cells.
///
/// Cells count whole by what is seen over their centres, and weigh their areas on the mean sphere. Over terrain the ground
/// is bilinear between the four posts around the centre; a cell whose ground is unknown is not seen.
public struct SitingArea: Sendable, Hashable {
  /// Height of the targets above ground.
  public var height: Length
  /// About how many cells there are.
  public var cellCount: Int

  /// An area at a height.
  public init(height: Length, cellCount: Int) {
    self.height = height
    self.cellCount = cellCount
  }

  /// A part of the area.
  public struct Cell: Sendable, Hashable {
    /// Its centre.
    public var position: Position
    /// Its size.
    public var area: Area
  }

  /// A place, and how far something can be seen from it.
  struct Circle {
    var centre: Position
    var radius: Length
  }

  /// Cells of one height, in rows of cells about as wide, over the box that holds some circles; none where all are blind.
  /// - Parameter terrain: Where there is one, about as many cells as asked for lie in it, and none outside.
  func cells(holding circles: [Circle], within terrain: Terrain? = nil) throws(GeodesyError) -> [Cell] {
    let cells = Self.cells(holding: circles, count: cellCount)
    guard let terrain, terrain.missing == .unknown else { return cells }
    func inside(_ cells: [Cell]) throws(GeodesyError) -> [Cell] {
      zip(cells, try terrain.isInside(cells.map(\.position))).filter(\.1).map(\.0)
    }
    let first = try inside(cells)
    guard !first.isEmpty else { return [] }
    // At least a hundredth of the box is looked at closer than asked for, where the terrain is a small part of it.
    let share = max(Double(first.count) / Double(cells.count), 0.01)
    return try inside(Self.cells(holding: circles, count: Int(Double(cellCount) / share)))
  }

  private static func cells(holding circles: [Circle], count: Int) -> [Cell] {
    let seeing = circles.filter { $0.radius > .zero }
    guard let first = seeing.first else { return [] }
    let middle = first.centre.longitudeDegrees
    var (south, north, west, east) = (90.0, -90.0, 0.0, 0.0)
    for circle in seeing {
      // A degree of latitude is 110.5 km at least.
      let reach = circle.radius.metres / 110_500
      let latitude = circle.centre.latitudeDegrees
      south = min(south, max(-90, latitude - reach))
      north = max(north, min(90, latitude + reach))
      let width = cos(min(abs(latitude) + reach, 89) * .pi / 180)
      let longitude = (circle.centre.longitudeDegrees - middle).remainder(dividingBy: 360)
      west = max(-180, min(west, longitude - reach / width))
      east = min(180, max(east, longitude + reach / width))
    }
    func band(_ from: Double, _ to: Double) -> Double { sin(to * .pi / 180) - sin(from * .pi / 180) }
    let whole = band(south, north) * (east - west) * .pi / 180
    let side = (whole / Double(max(count, 1))).squareRoot() * 180 / .pi
    let rows = max(1, Int(((north - south) / side).rounded(.up)))
    let height = (north - south) / Double(rows)
    var cells: [Cell] = []
    for row in 0..<rows {
      let low = south + Double(row) * height
      let latitude = low + height / 2
      let columns = max(1, Int(((east - west) * cos(latitude * .pi / 180) / height).rounded(.up)))
      let width = (east - west) / Double(columns)
      let zone = Ellipsoid.zone(toLatitudeDegrees: low + height) - Ellipsoid.zone(toLatitudeDegrees: low)
      let area = zone * width / 360
      for column in 0..<columns {
        let longitude = middle + west + (Double(column) + 0.5) * width
        cells.append(
          Cell(
            position: Position(latitudeDegrees: latitude, longitudeDegrees: longitude.remainder(dividingBy: 360)),
            area: .squareMetres(area)))
      }
    }
    return cells
  }
}
