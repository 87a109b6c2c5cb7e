/// Why a floor cannot be computed.
public struct FloorError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Kinds of failure.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// A range, height or factor out of its domain.
    case badParameter
    /// The antenna would stand below the ground.
    case belowGround
    /// A height above ground where the ground is unknown.
    case unknownGround
    /// A sight line whose ends coincide.
    case samePlace
    /// Terrain that cannot be read.
    case terrain
    /// A floor that cannot be written.
    case file
    /// More memory is needed than the limit allows.
    case tooLarge
    /// The grid's coordinate system is unknown to PROJ, or missing where one is needed.
    case badSystem
    /// The grid's coordinate system is too curved around the antenna to follow line by line.
    case bentGrid
  }

  /// The kind of failure.
  public var code: Code
  /// What is wrong and what to do about it.
  public var description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }

  /// A grid whose system bends too much.
  /// - Parameters:
  ///   - place: Where: "within 500 km of the antenna".
  ///   - reach: How far it can be followed from the antenna, metres; nil where that is not known.
  static func bentGrid(_ place: String, reach: Double? = nil) -> FloorError {
    let shorter = reach.map { "state a range of \(Int($0 / 1000)) km at most, or " } ?? ""
    return FloorError(
      .bentGrid,
      "the terrain’s coordinate system bends too much \(place), as degrees do near a pole: \(shorter)bring the terrain into a system made for the place, as in gdalwarp -novshift -t_srs '+proj=aeqd +lat_0=LAT +lon_0=LON +datum=WGS84' -r bilinear -ot Float32 -dstnodata -32768 terrain.tif local.tif"
    )
  }
}
