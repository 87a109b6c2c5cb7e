/// One of the four parts of a fan of rays: those that cross rows northward or southward in the grid, or columns.
struct FanQuadrant: Sendable, Hashable {
  /// Whether the lines that the rays cross are rows; columns otherwise.
  var crossesRows: Bool
  /// Towards growing (1) or falling (-1) rows or columns.
  var sign: Double

  static let all = [
    FanQuadrant(crossesRows: true, sign: -1), FanQuadrant(crossesRows: true, sign: 1),
    FanQuadrant(crossesRows: false, sign: -1), FanQuadrant(crossesRows: false, sign: 1),
  ]
}
