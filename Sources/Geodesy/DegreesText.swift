internal import Foundation

/// Reads and writes latitude and longitude in degrees, degrees and minutes, and degrees, minutes and seconds.
enum DegreesText {
  /// One angle as written.
  private struct Part {
    var numbers: [String] = []
    var marks: [Character] = []
    var letter: Character?
    var isNegative = false
  }

  private enum Token: Equatable {
    case number(String, negative: Bool?)
    case mark(Character)
    case letter(Character)
    case separator
  }

  static func parse(_ text: String) throws(GeodesyError) -> Position {
    let tokens = try tokens(of: text)
    let parts = try split(tokens, text)
    var latitude: Double?
    var longitude: Double?
    for (index, part) in parts.enumerated() {
      let isLatitude: Bool
      switch part.letter {
      case "N", "S": isLatitude = true
      case "E", "W": isLatitude = false
      default:
        // Without letters latitude comes first; one letter settles the other angle.
        let other = parts[1 - index].letter
        isLatitude = other.map { $0 == "E" || $0 == "W" } ?? (index == 0)
      }
      let degrees = try value(part, isLatitude: isLatitude, text)
      if isLatitude {
        guard latitude == nil else {
          throw GeodesyError(
            .unreadableCoordinate, text, "both angles are latitudes", remedy: "one needs E, W or O (oeste)")
        }
        latitude = degrees
      } else {
        guard longitude == nil else {
          throw GeodesyError(.unreadableCoordinate, text, "both angles are longitudes", remedy: "one needs N or S")
        }
        longitude = degrees
      }
    }
    guard let latitude, let longitude else { throw unreadable(text) }
    let place = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
    // 180° stays as it is written: there it is Asia's date, at −180° that of America.
    return longitude == 180 ? place : place.normalized
  }

  private static func unreadable(_ text: String) -> GeodesyError {
    GeodesyError(.unreadableCoordinate, text, "not a position", remedy: GeodesyError.notations)
  }

  private static let marks: [Character: Character] = [
    "°": "°", "º": "°", "˚": "°", "D": "°", "'": "'", "’": "'", "′": "'", "´": "'", "`": "'", "‘": "'", "\"": "\"",
    "”": "\"", "″": "\"", "“": "\"", "¨": "\"",
  ]

  private static let words: [(String, String)] = [
    ("LATITUDE", " "), ("LONGITUDE", " "), ("LATITUD", " "), ("LONGITUD", " "), ("LAT", " "), ("LONG", " "),
    ("LON", " "), ("LNG", " "), ("NORTH", "N"), ("NORTE", "N"), ("SOUTH", "S"), ("SUR", "S"), ("EAST", "E"),
    ("ESTE", "E"), ("WEST", "W"), ("OESTE", "W"), ("O", "W"),
  ]

  private static func tokens(of text: String) throws(GeodesyError) -> [Token] {
    var line = text.uppercased().replacing("\u{2212}", with: "-").replacing("''", with: "\"").replacing(
      "′′", with: "\"")
    line = line.replacing(/[A-Z]+/) { match in
      words.first { $0.0 == match.output }?.1 ?? String(match.output)
    }.replacing(/[:=()]/, with: " ")
    line = decimalPoints(line)
    var tokens: [Token] = []
    var rest = Substring(line)
    while let character = rest.first {
      if character.isWhitespace {
        rest.removeFirst()
      } else if let match = rest.prefixMatch(of: /([+-])?\s?(\d+(?:\.\d*)?|\.\d+)/) {
        tokens.append(.number(String(match.2), negative: match.1.map { $0 == "-" }))
        rest = rest[match.range.upperBound...]
        // An exponent, or a second point, makes it a number of another kind.
        if let next = rest.first, next == "." { throw unreadable(text) }
      } else if "NSEW".contains(character) {
        tokens.append(.letter(character))
        rest.removeFirst()
      } else if let mark = marks[character] {
        tokens.append(.mark(mark))
        rest.removeFirst()
      } else if character == "," || character == ";" || character == "/" {
        tokens.append(.separator)
        rest.removeFirst()
      } else {
        throw unreadable(text)
      }
    }
    return tokens
  }

  /// Turns decimal commas into points where a comma between digits cannot be what sets the two angles apart.
  private static func decimalPoints(_ line: String) -> String {
    let comma = /(\d),(\d)/
    let count = line.matches(of: comma).count
    guard count > 0 else { return line }
    let isApart =
      line.contains(";") || line.contains(/,\s/) || (count >= 2 && line.contains(/\d\s+[-+.\dNSEW]|[NSEW]\s*\d/))
      || line.contains(/\d,\d[^,]*[NSEW][^,]*\d,\d/)
    return isApart ? line.replacing(comma) { "\($0.1).\($0.2)" } : line
  }

  /// Sorts the tokens into two angles.
  private static func split(_ tokens: [Token], _ text: String) throws(GeodesyError) -> [Part] {
    let isLetter: (Token) -> Bool = { if case .letter = $0 { true } else { false } }
    let letters = tokens.count(where: isLetter)
    let leads = tokens.first.map(isLetter) ?? false
    let separators = tokens.count { $0 == .separator }
    let numbers = tokens.count { if case .number = $0 { true } else { false } }
    let hasDegrees = tokens.contains(.mark("°"))
    guard numbers >= 2, letters <= 2, separators <= 1 || letters == 2 else { throw unreadable(text) }
    var parts = [Part()]
    for (index, token) in tokens.enumerated() {
      let current = parts.count - 1
      switch token {
      case .separator:
        if separators == 1, !parts[current].numbers.isEmpty { parts.append(Part()) }
      case .letter(let letter):
        if leads {
          if parts[current].letter != nil || !parts[current].numbers.isEmpty { parts.append(Part()) }
          parts[parts.count - 1].letter = letter
        } else {
          guard let last = parts.lastIndex(where: { !$0.numbers.isEmpty }), parts[last].letter == nil else {
            throw unreadable(text)
          }
          parts[last].letter = letter
          if last == parts.count - 1, index + 1 < tokens.count { parts.append(Part()) }
        }
      case .mark(let mark):
        guard !parts[current].numbers.isEmpty, parts[current].marks.count < parts[current].numbers.count else {
          throw unreadable(text)
        }
        parts[current].marks.append(mark)
      case .number(let digits, let negative):
        // Without letters or a separator the second angle begins at a second degree mark, or halfway.
        let isNext: Bool
        if separators > 0 || letters > 0 && (leads || parts[0].letter != nil) || parts.count > 1 {
          isNext = false
        } else if hasDegrees {
          isNext = !parts[current].numbers.isEmpty && tokens[(index + 1)...].first == .mark("°")
        } else {
          isNext = letters == 0 && numbers.isMultiple(of: 2) && parts[current].numbers.count == numbers / 2
        }
        if isNext { parts.append(Part()) }
        let last = parts.count - 1
        if let negative {
          guard parts[last].numbers.isEmpty else { throw unreadable(text) }
          parts[last].isNegative = negative
        }
        parts[last].numbers.append(digits)
      }
    }
    parts.removeAll { $0.numbers.isEmpty && $0.letter == nil }
    guard parts.count == 2, parts.allSatisfy({ (1...3).contains($0.numbers.count) }) else { throw unreadable(text) }
    for part in parts where !marksInOrder(part) { throw unreadable(text) }
    return parts
  }

  private static func marksInOrder(_ part: Part) -> Bool {
    let order: [Character] = ["°", "'", "\""]
    return part.marks.isEmpty
      || zip(part.marks, order).allSatisfy { $0 == $1 } && part.marks.count <= part.numbers.count
  }

  private static func value(_ part: Part, isLatitude: Bool, _ text: String) throws(GeodesyError) -> Double {
    var numbers = part.numbers
    if numbers.count == 1, part.marks.isEmpty, part.letter != nil, let compact = compactDigits(numbers[0], isLatitude) {
      numbers = compact
    }
    for number in numbers.dropLast() where number.contains(".") {
      throw GeodesyError(
        .unreadableCoordinate, text, "only the last part of an angle may have decimals, not “\(number)”")
    }
    let values = numbers.map { Double($0) ?? .nan }
    for (value, name) in zip(values.dropFirst(), ["minutes", "seconds"]) where !(value < 60) {
      throw GeodesyError(.outOfRange, text, "\(name) run from 0 to below 60, not \(value.formatted())")
    }
    var degrees = values[0]
    if values.count > 1 { degrees += (values.count > 2 ? values[1] * 60 + values[2] : values[1] * 60) / 3600 }
    if part.isNegative, part.letter != nil {
      throw GeodesyError(
        .unreadableCoordinate, text, "an angle has either a sign or a letter, not both: a minus is S or W")
    }
    if part.isNegative || part.letter == "S" || part.letter == "W" { degrees = -degrees }
    if isLatitude {
      guard abs(degrees) <= 90 else {
        throw GeodesyError(
          .outOfRange, text,
          "the latitude \(degrees.formatted())° is outside −90° to 90°",
          remedy: "latitude comes first unless letters say otherwise"
        )
      }
    } else {
      guard degrees >= -180, degrees <= 360, part.letter == nil || abs(degrees) <= 180 else {
        throw GeodesyError(.outOfRange, text, "the longitude \(degrees.formatted())° is outside −180° to 360°")
      }
    }
    return degrees
  }

  /// Splits `123600` and `0734948` as aviation writes them; nil when the digits are plain degrees.
  private static func compactDigits(_ number: String, _ isLatitude: Bool) -> [String]? {
    let whole = number.prefix { $0 != "." }
    let degrees = isLatitude ? 2 : 3
    guard whole.count == degrees + 2 || whole.count == degrees + 4 else { return nil }
    var rest = Substring(number)
    var parts = [String(rest.prefix(degrees))]
    rest = rest.dropFirst(degrees)
    if whole.count == degrees + 4 {
      parts.append(String(rest.prefix(2)))
      rest = rest.dropFirst(2)
    }
    return parts + [String(rest)]
  }

  /// A place in decimal degrees with five decimals, about a metre.
  static func decimal(_ position: Position) -> String {
    String(format: "%.5f, %.5f", position.latitudeDegrees, position.longitudeDegrees)
  }

  /// A latitude for a message, `16° S`.
  static func latitude(_ degrees: Double) -> String {
    "\(abs(degrees).formatted(.number.precision(.fractionLength(0...2))))° \(degrees < 0 ? "S" : "N")"
  }
}
