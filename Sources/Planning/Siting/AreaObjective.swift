internal import Geodesy
public import Units

/// Area in which targets at a height above ground are seen, in cells.
///
/// The area is counted that today's radars or any option could see: cells of about equal width and height that count whole
/// by their centres (``SitingArea``).
public struct AreaObjective: PlacementObjective {
  /// Its name on the command line.
  public let id = "area"
  /// What is counted, for people.
  public var title: String { "area in which targets at \(height.heightText) above ground are seen" }
  /// The same where looks count.
  public var titleOfLooks: String { "area in which targets at \(height.heightText) above ground are covered" }
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

  /// What a survey is to look at.
  public var area: SitingArea? { SitingArea(height: height, cellCount: cellCount) }

  /// The demands to cover, and the options that cover them.
  /// - Throws: ``SitingError`` with code ``SitingFault/noDemand``.
  public func demands(in survey: SitingSurvey) throws(SitingError) -> [SitingDemand] {
    guard survey.area == area else {
      throw SitingError(.noDemand, "the survey looked at another area", remedy: "make it for this objective")
    }
    let existing = survey.existing.count
    var demands = SitingDemands()
    for (index, cell) in survey.cells.enumerated() {
      let seeing = survey.seen.indices.filter { survey.seen[$0].contains(index) }
      guard !seeing.isEmpty else { continue }
      let options = seeing.filter { $0 >= existing }.map { Int32($0 - existing) }
      demands.add(
        cell.area.squareMetres / 1e6, group: nil, today: seeing.count - options.count, options: options,
        name: "\(cell.position.latitudeDegrees.fixed(4)), \(cell.position.longitudeDegrees.fixed(4))")
    }
    guard !demands.demands.isEmpty else {
      throw SitingError(
        .noDemand, "no radar sees a target at \(height.heightText) above ground: choose another --height")
    }
    return demands.demands
  }
}
