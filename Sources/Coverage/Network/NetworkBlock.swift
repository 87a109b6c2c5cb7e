/// What networks see over some rows of a region.
package struct NetworkBlock: Sendable {
  /// Rows of the region.
  package let rows: Range<Int>
  /// Columns of the region.
  package let columns: Int
  /// One entry a network.
  package internal(set) var networks: [Network]
  /// Square metres that each station sees at each height: by height, then station.
  var stationAreas: [[Double]]
  /// The squares of how far each station sees, m²: by height, then station, then degree of azimuth.
  var stationReaches: [[Float]]

  /// What one network sees; grids are row by row, `rows` × `columns`.
  package struct Network: Sendable {
    /// The lowest altitude above mean sea level at which at least one radar sees a target, metres: infinite where none
    /// does, NaN where the ground is unknown, or where none is known to and some radar's sight is unknown.
    package internal(set) var lowest: [Float]
    /// The same for at least two radars.
    package internal(set) var second: [Float]
    /// Which radar gives ``lowest``: its position in the network; ``noRadar`` for none.
    package internal(set) var radar: [UInt16]
    /// How many radars see a target at each of the heights; ``unknownCount`` where none is known to and that is not
    /// certain.
    package internal(set) var counts: [[UInt16]]
    /// Square metres seen by at least 1, 2, 3 radars, then those of which nothing is known: by height, then count.
    var areas: [[Double]]
    /// The same within the region of interest; zero without one.
    var interestAreas: [[Double]]
  }

  /// Stands for an unknown count.
  package static let unknownCount = UInt16.max
  /// Stands for no radar.
  package static let noRadar = UInt16.max
  /// The most radars that a network may have.
  package static let mostRadars = Int(UInt16.max) - 1
  /// How many radars at once are told apart in areas.
  package static let depth = 3
}
