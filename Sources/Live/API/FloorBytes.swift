internal import Foundation
internal import GeoFiles
internal import Geodesy

/// A floor as bytes: `ATF1`, the length of a head in JSON as 32 bits, the head padded with spaces to an even length, then the
/// cells as 16-bit numbers; everything little-endian.
enum FloorBytes {
  static let about = """
    The bytes ATF1, the length of a JSON head as 32 bits, the head (corners: latitude and longitude in degrees of \
    the outer corners of the first row from west to east, then of the last one; rows, columns, posts, station, number, \
    not_seen, unknown), then rows × columns 16-bit numbers, row by row from the first: metres above ground. Everything is little-endian.
    """

  private struct Head: Encodable {
    var corners: [[Double]]
    var rows, columns, posts, number: Int
    var station: String
    var notSeen = StationFloor.notSeen
    var unknown = StationFloor.unknown
  }

  static func bytes(of floor: StationFloor, station: String, number: Int) -> [UInt8] {
    let head = Head(
      corners: floor.corners.map { [$0.latitudeDegrees, $0.longitudeDegrees] }, rows: floor.rows,
      columns: floor.columns, posts: floor.posts, number: number, station: station)
    var json = HTTPResponse.json(.ok, head).bytes ?? []
    if json.count % 2 == 1 { json.append(UInt8(ascii: " ")) }
    var bytes = Array("ATF1".utf8)
    bytes.reserveCapacity(8 + json.count + floor.cells.count * 2)
    withUnsafeBytes(of: UInt32(json.count).littleEndian) { bytes += $0 }
    bytes += json
    floor.cells.map(\.littleEndian).withUnsafeBytes { bytes += $0 }
    return bytes
  }

  /// What tells these bytes from others.
  static func tag(of bytes: [UInt8]) -> String { bytes.withUnsafeBytes { ContentHash.text(of: $0) } }
}
