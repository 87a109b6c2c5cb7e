internal import Foundation
public import GeoFiles
public import Units

extension CoverRaster {
  /// What a raster is like that does not hold heights of what stands on the ground.
  public struct Likeness: Sendable, Hashable {
    /// The middle of its heights, by a sample of its cells.
    public var median: Length
    /// The highest of the sample.
    public var highest: Length
    /// The share of the sample that is higher than any tree.
    public var shareOfTall: Double
    /// Whether half of it is higher than trees are, so that it cannot be what stands on the ground.
    public var isTerrain: Bool { median > CoverRaster.tallestForest }

    /// What is wrong with it, for people.
    public var problem: String {
      "has heights of terrain: \(median.heightText) in the middle and up to \(highest.heightText)"
        + (isTerrain ? "" : ", \((shareOfTall * 100).fixed(1)) % of it higher than any tree")
    }

    /// What to do about it.
    public var remedy: String {
      "state the heights above the ground: a canopy height model, or a surface model less the bare ground "
        + "(gdal_calc.py -A surface.tif -B ground.tif --calc=A-B --outfile=cover.tif)"
    }
  }

  /// No forest is so high on the whole; the tallest tree known, a redwood, has 116 m.
  static let tallestForest = Length.metres(100)
  private static let tallestTree: Float = 120
  /// From this share on a raster is not one of trees with a few towers.
  private static let shareOfTowers = 0.001

  /// Whether its heights are like those of terrain, by a sample of 64 windows spread evenly over it; nil where they may be of
  /// what stands on the ground.
  /// - Throws: ``GeoFileError`` when it cannot be read.
  public func likenessToTerrain() throws(GeoFileError) -> Likeness? {
    var heights: [Float] = []
    let (rows, columns) = (Self.windows(of: file.frame.rows), Self.windows(of: file.frame.columns))
    for row in rows {
      for column in columns { heights += try file.readFloats(rows: row, columns: column).filter(\.isFinite) }
    }
    guard !heights.isEmpty else { return nil }
    heights.sort()
    let tall = heights.count { $0 > Self.tallestTree }
    let likeness = Likeness(
      median: .metres(Double(heights[heights.count / 2])), highest: .metres(Double(heights[heights.count - 1])),
      shareOfTall: Double(tall) / Double(heights.count))
    return likeness.isTerrain || likeness.shareOfTall > Self.shareOfTowers ? likeness : nil
  }

  /// Eight windows of sixteen cells, spread evenly over rows or columns; all of them where there are few.
  private static func windows(of count: Int) -> [Range<Int>] {
    let (number, width) = (8, 16)
    guard count > number * width else { return [0..<count] }
    return (0..<number).map { index in
      let begin = (count - width) * index / (number - 1)
      return begin..<begin + width
    }
  }
}
