import Scenario
import Units

/// A column whose name is nearly that of a field.
struct NearColumn {
  /// The field's name.
  var field: String
  /// Keys that can be meant, the likeliest first.
  var suggestions: [String]

  /// The field that a column may have been meant for; nil when none is near.
  ///
  /// Near are names that differ only in underscores (`antennaheight`), that are cut (`antenna_he`), that differ by a slip
  /// (`antenna_heigth_m`: one letter, two from eight letters on), that end in a unit which is not read (`elevation_yd`), that
  /// mean the same (`max_elevation_deg`, ``MeaningNear``), and the Spanish ones. Names of up to three letters are near to
  /// nothing: `fid` is not `id`.
  static func find(_ column: String, among fields: [FieldFormat]) -> NearColumn? {
    let fields = fields.filter { !["name", "source", "description"].contains($0.name) }
    if let altitude = altitude(column, fields) { return altitude }
    if let field = fields.first(where: { field in spanish[column].map { $0.contains(field.name) } ?? false }) {
      return NearColumn(field: field.name, suggestions: [field.key])
    }
    var best: (distance: Int, near: NearColumn)?
    for field in fields {
      for name in field.names where name.count > 3 {
        let keys = [name] + field.unitSpellings.map { "\(name)_\($0.spelling)" }
        for (index, key) in keys.enumerated() {
          let unit = index > 0 ? field.unitSpellings[index - 1].unit : nil
          guard let distance = distance(column, key, name) else { continue }
          let suggestion = unit.map { "\(field.name)_\($0)" } ?? field.key
          if distance < best?.distance ?? .max {
            best = (distance, NearColumn(field: field.name, suggestions: [suggestion]))
          }
        }
        // A text that holds amounts has its units in the cells.
        let unread = field.unitSpellings.isEmpty ? angleUnits : unreadUnits
        if column.hasPrefix(name + "_"), unread.contains(String(column.dropFirst(name.count + 1))) {
          return NearColumn(field: field.name, suggestions: [field.key])
        }
      }
    }
    return best?.near ?? MeaningNear.find(column, among: fields)
  }

  /// How far a column is from a key; nil when it is not near.
  private static func distance(_ column: String, _ key: String, _ name: String) -> Int? {
    let (bare, bareKey) = (column.filter { $0 != "_" }, key.filter { $0 != "_" })
    if bare == bareKey { return 0 }
    if column.count >= 7, key == name, name.hasPrefix(column) { return 1 }
    let (a, b) = (Array(column), Array(key))
    let limit = name.count < 8 ? 1 : 2
    guard abs(a.count - b.count) <= limit else { return nil }
    let distance = NearestName.distance(a, b)
    guard distance <= limit else { return nil }
    // Short words differ by one letter and mean another thing: mode is not a kind of node.
    if name.count < 6, a.count == b.count, a.sorted() != b.sorted() { return nil }
    return distance
  }

  /// `altitude_ft` states a unit and no datum; `altitude_ft_amsl` states them in the other order.
  private static func altitude(_ column: String, _ fields: [FieldFormat]) -> NearColumn? {
    guard fields.contains(where: { $0.name == AltitudeFields.altitude.name }),
      let match = column.wholeMatch(of: /alt(?:itude)?_([a-z_]+?)(?:_(amsl|msl|asl|agl))?/),
      let unit = AltitudeFields.aboveSeaLevel.format.unitSpellings.first(where: { $0.spelling == match.1 })?.unit
        ?? (match.1 == "fl" ? "ft" : nil)
    else { return nil }
    let both = ["altitude_amsl_\(unit)", "altitude_agl_\(unit)"]
    let suggestions = match.2.map { $0 == "agl" ? [both[1]] : [both[0]] } ?? both
    return NearColumn(field: AltitudeFields.altitude.name, suggestions: suggestions)
  }

  /// Endings that are units, but not of those that are read.
  private static let unreadUnits: Set<String> = [
    "cm", "mm", "dm", "dam", "hm", "in", "inch", "inches", "yd", "yards", "yard", "fathoms", "fl", "mph2", "ms", "usft",
    "us_ft", "survey_ft", "k", "mio",
  ]

  /// Endings that are units of angles.
  private static let angleUnits: Set<String> = ["deg", "degree", "degrees", "rad", "mrad"]

  /// Spanish names of columns, each with the fields that can be meant.
  private static let spanish: [String: [String]] = [
    "latitud": ["latitude"], "longitud": ["longitude", "length"], "posición": ["position"], "posicion": ["position"],
    "elevación": ["elevation"], "elevacion": ["elevation"], "cota": ["elevation"],
    "altitud": ["altitude", "elevation"],
    "altura_antena": ["antenna_height"], "altura_de_antena": ["antenna_height"], "inclinación": ["tilt"],
    "inclinacion": ["tilt"], "sectores_ciegos": ["blind_sectors"], "alcance": ["range", "detection_range"],
    "precio": ["price", "cost"], "costo": ["cost", "price"], "coste": ["cost", "price"], "tipo": ["kind", "type"],
    "pista": ["strip"], "aeronave": ["aircraft"], "velocidad": ["speed", "cruise"], "salida": ["departure"],
    "aterrizaje": ["landing"], "ruta": ["route"], "orden": ["order"], "techo": ["ceiling"], "reserva": ["reserve"],
    "autonomía": ["endurance"], "autonomia": ["endurance"], "cantidad": ["count"], "sitio": ["site"],
    "transpondedor": ["transponder"], "largo": ["length"],
  ]
}

extension FieldFormat {
  /// The field as a column would name it, with a unit where it is an amount.
  var key: String { unitSpellings.first.map { "\(name)_\($0.unit)" } ?? name }
}
