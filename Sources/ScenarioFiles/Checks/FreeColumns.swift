import GeoFiles

/// Columns that tables have for people or for other programs, and that nobody misses.
enum FreeColumns {
  /// Whether a column, in our spelling, needs no word.
  static func isFree(_ column: String, in table: VectorLayer) -> Bool {
    if names.contains(column) { return true }
    switch table.format {
    case "LIBKML", "KML": return kml.contains(column)
    case "GPX": return gpx.contains(column)
    default: return false
    }
  }

  static let names: Set<String> = [
    "name", "note", "notes", "comment", "comments", "remark", "remarks", "description", "source", "sources",
    "reference",
    "references", "url", "link", "author", "date", "approximate", "certainty", "confidence", "role", "place", "nota",
    "notas", "fuente", "observaciones", "comentario", "comentarios", "descripción", "descripcion", "fid", "ogc_fid",
    "gid", "objectid", "globalid", "shape_leng", "shape_area", "shape_length", "field_1",
  ]

  private static let kml: Set<String> = [
    "timestamp", "begin", "end", "altitudemode", "tessellate", "extrude", "visibility", "draworder", "icon", "snippet",
    "gx_media_links", "kmltype",
  ]

  private static let gpx: Set<String> = [
    "ele", "time", "cmt", "desc", "src", "number", "type", "sym", "fix", "sat", "hdop", "vdop", "pdop", "magvar",
    "geoidheight", "ageofdgpsdata", "dgpsid", "track_fid", "track_seg_id", "track_seg_point_id", "route_fid",
    "route_point_id", "link1_href", "link1_text", "link1_type", "link2_href", "link2_text", "link2_type",
  ]
}
