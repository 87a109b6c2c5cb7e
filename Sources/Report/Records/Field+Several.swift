internal import GeoFiles
internal import Geodesy
internal import Units

/// Attributes that are several values in documents or tables.
extension Field {
  /// A time of day, counted from midnight of the day of departure: `_s` and `_local` in documents, a clock's text in tables
  /// (`_local`) and, to the minute, in layers.
  @_semantics("optimize.sil.specialize.generic.never")
  static func clock<V: Maybe<Duration>>(
    _ stem: String, _ value: @escaping (Row) -> V, heading: String? = nil, csv: Face<Duration>? = nil,
    json: Face<Duration>? = nil, gis: Face<Duration>? = nil, meaning: String? = nil
  ) -> Field {
    var field = Field()
    let schema = JSON.text.orNull(V.isOptional)
    if let json = json ?? (csv == nil && gis == nil ? true : nil) {
      field = signedDuration(stem, value, json: json, meaning: meaning)
      let seconds = json.after.map { _ in json.key(stem) + "_s" }
      field.add(member: json.key(stem) + "_local", after: seconds, schema: schema) { .clock(value($0).maybe) }
    }
    if let csv {
      field.add(column: csv.key(stem) + "_local", heading, after: csv.after, schema: schema.described(meaning)) {
        .optional(value($0).maybe?.clockSecondsText)
      }
    }
    if let gis {
      field.add(attribute: gis.key(stem), .text, after: gis.after) { FieldValue(value($0).maybe?.clockText) }
    }
    return field
  }

  /// A place, in degrees on WGS 84: two numbers, `latitude` and `longitude`.
  /// - Parameters:
  ///   - prefix: What both keys begin with.
  ///   - suffix: What both keys end in.
  ///   - csv: The decimals of both columns; nil: tables leave them out.
  ///   - console: Their decimals on the console; nil: it leaves them out.
  ///   - json: The decimals of both keys in documents; nil: these leave them out.
  @_semantics("optimize.sil.specialize.generic.never")
  static func place<V: Maybe<Position>>(
    _ value: @escaping (Row) -> V, prefix: String = "", suffix: String = "", csv: Int? = nil, console: Int? = nil,
    json: Int? = nil
  ) -> Field {
    var field = Field()
    func add(_ name: String, _ schema: JSON, _ part: @escaping (Position) -> Double) {
      let key = prefix + name + suffix
      let schema = schema.orNull(V.isOptional)
      if let csv {
        field.add(
          column: key, console == nil ? nil : name, unit: "°", decimals: csv, console: console ?? 0, schema: schema
        ) { .optional(value($0).maybe.map(part)) }
      }
      if let json {
        field.add(member: key, schema: schema) { .optional(value($0).maybe.map(part), decimals: json) }
      }
    }
    add("latitude", .latitude) { $0.latitudeDegrees }
    add("longitude", .longitude) { $0.longitudeDegrees }
    return field
  }
}
