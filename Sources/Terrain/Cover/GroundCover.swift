internal import GeoFiles
public import Geodesy
public import Units

/// What stands on the ground, as a scenario states it: trees for the most part.
///
/// It hides what lies behind it, and what lies in it. Heights above ground count from the bare ground below it, so that an
/// aircraft 50 m above ground flies 25 m above trees of 25 m. Within the clearings the ground is bare. Where several
/// sources speak of a place, the highest area counts, then the raster, then the one height for all.
public struct GroundCover: Sendable, Hashable {
  /// Its height above the bare ground where nothing else states one; nil: unknown there.
  public var height: Length?
  /// Whether ``height`` leaves out posts at exactly 0 m, as most terrain has the sea.
  public var isSeaBare = false
  /// Areas of one height each, such as those of a map of land cover.
  public var areas: [Area] = []
  /// Heights in a raster, such as a canopy height model; nil for none.
  public var raster: CoverRaster?
  /// How far the ground is clear around each antenna and around each of ``clearings``.
  public var clearing: Length
  /// The places with a clearing besides the antenna that looks: existing radars, bases, strips.
  public var clearings: [Position]

  /// Ground covered to one height.
  public struct Area: Sendable, Hashable {
    /// Its polygons, each an outer ring and its holes.
    public var polygons: [[[Position]]]
    /// The height of what stands there.
    public var height: Length

    /// An area of one height.
    public init(polygons: [[[Position]]], height: Length) {
      (self.polygons, self.height) = (polygons, height)
    }
  }

  /// How far the ground is clear where nothing is stated.
  public static let defaultClearing = Length.kilometres(1)

  /// Cover of one height.
  public init(height: Length?, clearing: Length, clearings: [Position]) {
    self.height = height
    self.clearing = clearing
    self.clearings = clearings
  }

  /// Everything that the surface depends on besides the ground, as text.
  var key: String {
    let areas = areas.isEmpty ? "" : ContentHash.text(of: "\(areas)")
    return "cover \(height?.metres ?? .nan) \(isSeaBare) \(areas) \(raster?.contentKey ?? "") clear \(clearing.metres) "
      + "\(clearings)"
  }
}
