public import Units

/// Why a floor or a sight line cannot be computed.
public typealias FloorError = Fault<FloorFault>

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
