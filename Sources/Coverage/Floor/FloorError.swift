internal import GeoFiles
public import Units

/// Why a floor or a sight line cannot be computed.
public typealias FloorError = Fault<FloorFault>

/// Kinds of failure with floors and sight lines.
public enum FloorFault: String, FaultCode {
  /// A range, height or factor that makes no sense.
  case badParameter
  /// The antenna would stand below the ground.
  case belowGround
  /// A height above ground is given where the ground is unknown.
  case unknownGround
  /// A sight line whose ends are one place.
  case samePlace
  /// Terrain that cannot be read.
  case terrain
  /// A floor that cannot be written.
  case file
  /// More memory than is allowed.
  case tooLarge
  /// The grid states a system that PROJ does not know, or none where one is needed.
  case badSystem
  /// The grid's system bends so much around the antenna that it cannot be followed line by line.
  case bentGrid

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}

extension Fault<FloorFault> {
  /// A grid whose system bends too much.
  /// - Parameters:
  ///   - place: Where: "within 500 km of the antenna".
  ///   - reach: How far it can be followed from the antenna, metres; nil where that is not known.
  static func bentGrid(_ place: String, reach: Double? = nil) -> FloorError {
    let shorter = reach.map { "state a range of \(Int($0 / 1000)) km at most, or " } ?? ""
    return FloorError(
      .bentGrid,
      "the terrain’s coordinate system bends too much \(place), as degrees do near a pole",
      remedy:
        "\(shorter)bring the terrain into a system made for the place, as in gdalwarp -novshift -t_srs '+proj=aeqd +lat_0=LAT +lon_0=LON +datum=WGS84' -r bilinear -ot Float32 -dstnodata -32768 terrain.tif local.tif"
    )
  }
}
