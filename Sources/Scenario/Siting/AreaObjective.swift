internal import Coverage
internal import Foundation
internal import Geodesy
internal import Radar
public import Units

/// Area in which targets at a height above ground are seen, in cells.
///
/// The area is counted that today's radars or any option could see: cells of equal width and height that count whole by
/// their centres, with their areas on the mean sphere.
public struct AreaObjective: PlacementObjective {
  /// Its name on the command line.
  public let id = "area"
  /// What is counted, for people.
  public var title: String { "area in which targets at \(height.heightText) above ground are seen" }
  /// The unit of its value.
  public let unit = "km²"
  /// Height of the targets above ground.
  public let height: Length
  /// About how many cells there are.
  public let cellCount: Int

  /// An area at a height.
  public init(height: Length, cellCount: Int = 4000) {
    self.height = height
    self.cellCount = cellCount
  }

  /// What is to be covered, and by what.
  /// - Throws: ``SitingError`` with code ``SitingError/Code/noDemand``.
  public func demands(in survey: SitingSurvey) throws(SitingError) -> [SitingDemand] {
    let scenario = survey.scenario
    let earth = scenario.network(adding: nil)
    let network = SmoothEarthCoverage(
      stations: survey.existing + survey.options.map(\.station), groundElevation: earth.groundElevation,
      earth: earth.earth)
    let rings = network.stations.map {
      network.ring(of: $0, targetHeight: height, target: scenario.coverageTarget)
    }
    guard let cells = AreaCells(holding: rings, count: cellCount) else {
      throw SitingError(
        .noDemand, "no radar sees a target at \(height.heightText) above ground: choose another --height")
    }
    var demands = SitingDemands()
    for cell in cells.cells {
      let seeing = network.stations.indices.filter { index in
        // A degree of latitude is 110.5 km at least.
        let apart = abs(cell.position.latitudeDegrees - rings[index].centre.latitudeDegrees) * 110_500
        guard apart <= rings[index].outerRadius.metres else { return false }
        return network.margin(
          station: index, position: cell.position, altitude: .aboveGround(height), target: scenario.coverageTarget
        ) >= .zero
      }
      guard !seeing.isEmpty else { continue }
      let existing = survey.existing.count
      let options = seeing.filter { $0 >= existing }.map { Int32($0 - existing) }
      demands.add(
        cell.area.squareMetres / 1e6, group: nil, today: seeing.count - options.count, options: options,
        name: "\(cell.position.latitudeDegrees.fixed(4)), \(cell.position.longitudeDegrees.fixed(4))")
    }
    return demands.demands
  }
}

/// Cells over the places that some rings reach.
struct AreaCells {
  var cells: [(position: Position, area: Area)] = []

  /// - Returns: Nil when all rings are blind.
  init?(holding rings: [CoverageRing], count: Int) {
    let seeing = rings.filter { $0.outerRadius > .zero }
    guard let first = seeing.first else { return nil }
    let middle = first.centre.longitudeDegrees
    var (south, north, west, east) = (90.0, -90.0, 0.0, 0.0)
    for ring in seeing {
      let reach = ring.outerRadius.metres / 110_500
      let latitude = ring.centre.latitudeDegrees
      south = min(south, max(-90, latitude - reach))
      north = max(north, min(90, latitude + reach))
      let width = cos(min(abs(latitude) + reach, 89) * .pi / 180)
      let longitude = (ring.centre.longitudeDegrees - middle).remainder(dividingBy: 360)
      west = max(-180, min(west, longitude - reach / width))
      east = min(180, max(east, longitude + reach / width))
    }
    // Rows of one height; in each as many cells as make them about square.
    let radius = EffectiveEarth.meanRadius.metres
    func band(_ from: Double, _ to: Double) -> Double { sin(to * .pi / 180) - sin(from * .pi / 180) }
    let whole = band(south, north) * (east - west) * .pi / 180
    let side = (whole / Double(max(count, 1))).squareRoot() * 180 / .pi
    let rows = max(1, Int(((north - south) / side).rounded(.up)))
    let height = (north - south) / Double(rows)
    for row in 0..<rows {
      let low = south + Double(row) * height
      let latitude = low + height / 2
      let columns = max(1, Int(((east - west) * cos(latitude * .pi / 180) / height).rounded(.up)))
      let width = (east - west) / Double(columns)
      let area = radius * radius * band(low, low + height) * width * .pi / 180
      for column in 0..<columns {
        let longitude = middle + west + (Double(column) + 0.5) * width
        cells.append(
          (
            Position(latitudeDegrees: latitude, longitudeDegrees: longitude.remainder(dividingBy: 360)),
            .squareMetres(area)
          ))
      }
    }
  }
}
