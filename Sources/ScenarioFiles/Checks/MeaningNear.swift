/// Finds fields whose names mean what a column's name says: `max_elevation_deg`, `instr_range_nm`, `scan_s`.
///
/// Words are alike when they are equal, when one abbreviates the other (`max`, `hgt`), or when the trade uses them for the
/// same thing (`scan`, `revisit`). The unit at the end of the column's name has to be one of the field's.
enum MeaningNear {
  /// The fields that a column may have been meant for, as one near column; nil when no field means the same.
  static func find(_ column: String, among fields: [FieldFormat]) -> NearColumn? {
    var best: (rank: Int, fields: [(field: FieldFormat, unit: String)])?
    for field in fields {
      guard let (rank, unit) = field.names.compactMap({ match(column, field, named: $0) }).min(by: { $0.0 < $1.0 })
      else { continue }
      if rank < best?.rank ?? .max {
        best = (rank, [(field, unit)])
      } else if rank == best?.rank {
        best?.fields.append((field, unit))
      }
    }
    guard let found = best?.fields, let first = found.first else { return nil }
    return NearColumn(
      field: first.field.name,
      suggestions: found.prefix(3).map { $0.unit.isEmpty ? $0.field.name : "\($0.field.name)_\($0.unit)" })
  }

  /// How well a column's name fits a field's, 0 best, and the unit that it states; nil when it does not.
  private static func match(_ column: String, _ field: FieldFormat, named name: String) -> (Int, String)? {
    var words = words(of: column)
    let unit = takeUnit(from: &words, of: field)
    let wanted = name.split(separator: "_").map(String.init)
    guard !words.isEmpty else { return nil }
    // Without a unit only whole names count, written with plain abbreviations: a length of tape is not an antenna's height.
    guard let unit else {
      let isMatched = words.count == wanted.count && pairs(words, wanted, isAlike: isAbbreviation)
      return isMatched && (words.count > 1 || words[0].count > 3) ? (3, field.unitSpellings.first?.unit ?? "") : nil
    }
    if words.count == wanted.count { return pairs(words, wanted, isAlike: isAlike) ? (0, unit) : nil }
    if words.count < wanted.count { return pairs(words, wanted, isAlike: isAlike) ? (2, unit) : nil }
    guard let rest = rest(of: words, without: wanted, isAlike: isAlike) else { return nil }
    return rest.allSatisfy(neutral.contains) ? (1, unit) : nil
  }

  private static func words(of column: String) -> [String] {
    var text = column
    for (phrase, word) in phrases { text = text.replacing(phrase, with: word) }
    return text.split(separator: "_").map(String.init)
  }

  /// Takes unit and datum off the end; nil when the last words are no unit of the field.
  private static func takeUnit(from words: inout [String], of field: FieldFormat) -> String? {
    let rest = words.filter { !datums.contains($0) || $0 == words.first }
    for count in [2, 1] where rest.count > count {
      let ending = rest.suffix(count).joined(separator: "_")
      guard field.isUnitSuffix(ending) else { continue }
      words = Array(rest.dropLast(count))
      return field.unitSpellings.first { $0.spelling == ending }?.unit ?? ending
    }
    return nil
  }

  /// Whether each of some words has another word of its own that is alike.
  private static func pairs(_ some: [String], _ others: [String], isAlike: (String, String) -> Bool) -> Bool {
    rest(of: others, without: some, isAlike: isAlike) != nil
  }

  /// The words that are left when one that is alike is taken away for each of some others; nil when one has none. Equal
  /// words pair first: `maximum_detection_range` is a detection range.
  private static func rest(
    of words: [String], without others: [String], isAlike: (String, String) -> Bool
  ) -> [String]? {
    var left = words
    for word in others.filter(words.contains) + others.filter({ !words.contains($0) }) {
      guard let place = left.firstIndex(of: word) ?? left.firstIndex(where: { isAlike(word, $0) }) else { return nil }
      left.remove(at: place)
    }
    return left
  }

  private static func isAlike(_ a: String, _ b: String) -> Bool {
    isAbbreviation(a, b)
      || synonyms.contains { words in
        words.contains { isAbbreviation(a, $0) } && words.contains { isAbbreviation(b, $0) }
      }
  }

  /// Whether one word is the other, its beginning (`instr`), or its consonants (`hgt`, `rng`).
  private static func isAbbreviation(_ a: String, _ b: String) -> Bool {
    guard a != b else { return true }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard short.first == long.first, short.count > 1, long.count > 3 else { return false }
    if short.count > 2, long.hasPrefix(short) { return true }
    guard short.count < 5, !short.dropFirst().contains(where: { "aeiou".contains($0) }) else { return false }
    var rest = long.dropFirst()
    for letter in short.dropFirst() {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  private static let datums: Set<String> = ["amsl", "msl", "asl", "agl"]

  /// Two words of the trade that are one.
  private static let phrases = [
    ("cross_section", "rcs"), ("crosssection", "rcs"), ("take_off", "takeoff"), ("above_sea_level", "amsl"),
    ("above_ground", "agl"), ("air_speed", "airspeed"), ("ground_speed", "speed"), ("groundspeed", "speed"),
  ]

  /// Words of the trade for one thing.
  private static let synonyms: [Set<String>] = [
    ["revisit", "scan", "rotation", "update", "refresh", "turn"], ["antenna", "mast", "tower", "aerial"],
    ["height", "hgt", "agl"], ["elevation", "altitude", "ground"],
    ["maximum", "upper", "high", "highest"], ["minimum", "lower", "low", "lowest"],
    ["instrumented", "maximum", "display"], ["minimum", "blind"],
    ["price", "cost"], ["cruise", "speed", "velocity", "airspeed", "tas"], ["speed", "velocity", "gs"],
    ["readiness", "scramble", "reaction", "alert"], ["required", "needed", "minimum"], ["runway", "strip"],
    ["departure", "takeoff", "etd"], ["landing", "arrival", "eta"], ["allowance", "margin"], ["rcs", "sigma"],
    ["range", "distance"], ["length", "runway"],
  ]

  /// Words that say whose it is or that it is an amount, and change nothing.
  private static let neutral: Set<String> = [
    "radar", "site", "station", "sensor", "aircraft", "base", "strip", "runway", "airfield", "flight", "target", "beam",
    "time", "period", "interval", "rate", "value", "nominal", "typical", "usable", "service", "speed", "angle", "total",
    "true", "mean", "average", "avg", "mechanical", "scan", "antenna",
  ]
}
