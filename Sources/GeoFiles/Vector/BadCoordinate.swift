internal import Geodesy

/// Why a coordinate is not a place.
struct BadCoordinate: Error {
  var code = GeoFileError.Code.badCoordinate
  var problem: String
  var remedy: String?
}
