import Coverage

/// What radars see of an aircraft in the cells of a grid, each on its own, and how that adds up over a network.
protocol LeakPicture: Sendable {
  /// What some radars see together.
  associatedtype Sum: Sendable

  /// Of each cell whether its ground is known at none, some or all of its places; empty where all is known.
  var ground: [LeakSights.CellGround] { get }
  /// What to bear in mind.
  var warnings: [LeakWarning] { get }
  /// What some radars see together.
  /// - Parameter stations: Those that stand come first, then the options.
  func sum(of stations: Range<Int>, over grid: ExposureGrid) -> Sum
  /// What one more radar adds.
  func adding(_ station: Int, to sum: Sum, over grid: ExposureGrid) -> Sum
  /// The grids of what some radars see together.
  /// - Parameter isClosed: Cells that are closed to the aircraft, whatever its height; empty for none.
  func grids(_ grid: ExposureGrid, seenBy sum: Sum, closed isClosed: [Bool]) -> LeakSights.Grids
}

extension LeakPicture {
  /// What is known of the ground of a cell.
  func ground(of cell: Int) -> LeakSights.CellGround { ground.isEmpty ? .known : ground[cell] }
}

extension LeakSights: LeakPicture {
  func sum(of stations: Range<Int>, over grid: ExposureGrid) -> LeakRow {
    rows[stations].reduce(nothing(over: grid)) { $0.union($1) }
  }

  func adding(_ station: Int, to sum: LeakRow, over grid: ExposureGrid) -> LeakRow { sum.union(rows[station]) }
}
