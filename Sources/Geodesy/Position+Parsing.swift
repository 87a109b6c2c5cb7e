internal import Foundation

extension Position {
  /// Reads a place in any notation that people use, WGS 84.
  ///
  /// - Decimal degrees, latitude first: `-12.6, -73.83`, `12.6 S 73.83 W`; decimal commas when a semicolon or blanks set
  ///   the two apart: `-12,6; -73,83`.
  /// - Degrees and minutes, degrees, minutes and seconds: `12°36'00"S 73°49'48"W`, `12 36 00 S 73 49 48 W`,
  ///   `S12 36.5 W073 49.8`, and without marks in the manner of aviation, `123600S0734948W`. The letters decide which is
  ///   which; O is oeste, west.
  /// - UTM with a band letter or a spelled hemisphere: `18L 627084 8606816`, `18 south 627084 8606816`. `18S` is refused:
  ///   it may be band S, in the north, or the southern hemisphere.
  /// - MGRS at any precision, read as the centre of its square: `18LXM2708406816`; UPS as `north 2000000 2000000`.
  ///
  /// Longitudes from 180° to 360° come back below 180°. A Unicode minus counts as a minus.
  /// - Throws: ``GeodesyError`` that says what is wrong and what would be right.
  public init(parsing text: String) throws(GeodesyError) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else {
      throw GeodesyError(.unreadableCoordinate, text, "empty", remedy: GeodesyError.notations)
    }
    guard trimmed.utf8.count <= 200 else {
      throw GeodesyError(
        .unreadableCoordinate, String(trimmed.prefix(40)) + "…", "too long for a position",
        remedy: GeodesyError.notations)
    }
    if let grid = try GridText.parse(trimmed) {
      self = grid
    } else if MGRS.looksLike(trimmed) {
      self = try MGRS.position(trimmed)
    } else {
      self = try DegreesText.parse(trimmed)
    }
  }
}

extension GeodesyError {
  static var notations: String {
    "write latitude and longitude (-12.6, -73.83 or 12°36'00\"S 73°49'48\"W), UTM (18L 627084 8606816) or MGRS (18LXM2708406816)"
  }
}
