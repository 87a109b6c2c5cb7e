import Response

/// What `weather:` says.
struct WeatherSettings {
  /// Where it is written.
  var origin: Origin
  var wind: WindVector?
  var isaDeviationKelvins: Double?
  var qnhHectopascals: Double?
  /// A file of levels, as written.
  var file: String?
}
