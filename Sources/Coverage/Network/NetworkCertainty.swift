internal import Foundation
package import GeoFiles
package import Geodesy
package import Units

/// How certain it is that a network sees a target, cell by cell, when refraction, terrain and target are known within bands.
///
/// Three pictures of one network are combined: the worst of the band, its median and its best.
package struct NetworkCertainty: Sendable {
  /// A cell's class.
  package enum Class: UInt8, Sendable, CaseIterable {
    /// Not even under the best of the band.
    case notSeen = 0
    /// Seen under the worst, the median and the best.
    case certain = 1
    /// Seen at the median.
    case likely = 2
    /// Seen under one of the others only, the best as a rule.
    case doubtful = 3
    /// No radar is known to see it, and unknown terrain leaves it open.
    case unknown = 4
  }

  /// Areas of the classes at a height; each place counts in one of them.
  package struct Areas: Sendable, Hashable {
    /// Square metres by class.
    fileprivate(set) var squareMetres = [Double](repeating: 0, count: Class.allCases.count)

    /// No areas.
    package init() {}

    /// The areas of three coverages of which each holds the one before: under the worst, at the median, under the best.
    package init(nested seen: [Area]) {
      var before = Area.zero
      for (kind, area) in zip([Class.certain, .likely, .doubtful], seen) {
        squareMetres[Int(kind.rawValue)] = max(area - before, .zero).squareMetres
        before = max(area, before)
      }
    }

    /// The area of a class.
    package subscript(_ kind: Class) -> Area { .squareMetres(squareMetres[Int(kind.rawValue)]) }

    /// What is seen at least so certainly: each class holds those before it.
    package func atLeast(_ kind: Class) -> Area {
      (1...max(Int(kind.rawValue), 1)).reduce(Area.zero) { $0 + .squareMetres(squareMetres[$1]) }
    }
  }

  /// Heights of the target.
  package let heights: [Altitude]
  /// The class of each cell of the region, by height.
  package let classes: [Grid<UInt8>]
  /// The areas, by height.
  package let areas: [Areas]
  /// The areas within the region of interest, by height; nil without one.
  package let interest: [Areas]?

  /// Combines what a network sees under the worst, at the median and under the best.
  /// - Parameters:
  ///   - worst: The coverage under the worst of the band; all three are of one region.
  ///   - network: The network as positions in each coverage's stations.
  ///   - targets: What is looked for in each of the three.
  ///   - workers: How many blocks are computed at a time; the answer is the same for any number.
  ///   - isCancelled: Asked from time to time; when it says so the answer is of no use.
  /// - Complexity: posts of the region × stations × heights, three times; a byte for each post and height is kept.
  package init(
    worst: TerrainCoverage, median: TerrainCoverage, best: TerrainCoverage, network: [Int], heights: [Altitude],
    targets: [Target], interest: InterestMask? = nil, workers: Int = 1, isCancelled: () -> Bool = { false }
  ) {
    let region = worst.region
    let frame = region.grid.frame
    precondition(
      median.region.grid.frame == frame && best.region.grid.frame == frame && targets.count == 3,
      "three coverages of one region are combined")
    var bits = heights.map { _ in [UInt8](repeating: 0, count: frame.rows * frame.columns) }
    for (number, coverage) in [worst, median, best].enumerated() {
      let (seen, open) = (UInt8(1) << number, UInt8(8))
      coverage.sweep(
        networks: [network], heights: heights, target: targets[number], workers: workers, isCancelled: isCancelled
      ) { block in
        for (height, counts) in block.networks[0].counts.enumerated() {
          let first = block.rows.lowerBound * frame.columns
          for (index, count) in counts.enumerated() where count > 0 {
            bits[height][first + index] |= count == NetworkBlock.unknownCount ? open : seen
          }
        }
      }
    }
    self.heights = heights
    var areas = heights.map { _ in Areas() }
    var inside = heights.map { _ in Areas() }
    for height in heights.indices {
      for row in 0..<frame.rows {
        for column in 0..<frame.columns {
          let index = row * frame.columns + column
          let kind = Int(Self.kinds[Int(bits[height][index])])
          bits[height][index] = UInt8(kind)
          guard kind > 0 else { continue }
          let area = worst.areas.area(row: row, column: column)
          areas[height].squareMetres[kind] += area
          if let interest, interest.contains(row: row, column: column) { inside[height].squareMetres[kind] += area }
        }
      }
    }
    self.areas = areas
    self.interest = interest == nil ? nil : inside
    classes = bits.map { Grid(frame: frame, cells: $0) }
  }

  /// The class of each set of bits: 1 seen under the worst, 2 at the median, 4 under the best, 8 unknown under one of them.
  private static let kinds: [UInt8] = (0..<16).map { bits in kind(bits).rawValue }

  private static func kind(_ bits: Int) -> Class {
    if bits & 7 == 7 { return .certain }
    if bits & 2 != 0 { return .likely }
    if bits & 7 != 0 { return .doubtful }
    return bits & 8 != 0 ? .unknown : .notSeen
  }

  /// Where the network sees a target so certainly or more, as outlines; small patches and holes are dropped as far as they
  /// make up less than half a hundredth of the area.
  /// - Throws: ``GeoFileError`` when the outlines cannot be drawn.
  package func outlines(atLeast kind: Class, height: Int) throws(GeoFileError) -> PolygonOverlay.Polygons {
    let grid = classes[height]
    let cells = grid.cells.map { $0 > 0 && $0 <= kind.rawValue ? UInt8(1) : 0 }
    return try RasterPolygons.outlines(of: Grid(frame: grid.frame, cells: cells), smallest: 4)
  }
}
