/// How a route is written.
enum RouteFormat: String, OptionChoice {
  case table, csv, json, geojson, gpx, kml, svg

  /// `text` is another word for `table`.
  init?(word: String) { self.init(rawValue: word == "text" ? "table" : word) }
}
