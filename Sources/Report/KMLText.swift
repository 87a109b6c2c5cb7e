/// Text for XML and for the HTML inside a KML balloon.
enum KMLText {
  /// Text as XML 1.0 may hold it: markup characters escaped, characters that XML forbids dropped. Marks that
  /// turn the direction of what follows are dropped too, but for the isolates that the page puts around names.
  ///
  /// `>` is escaped too, so that `]]>` can never appear.
  static func escaped(_ text: some StringProtocol) -> String {
    // Most texts, lists of coordinates among them, need no care.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && !markup.contains($0) }) { return String(text) }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case _ where isAllowed(scalar): result.unicodeScalars.append(scalar)
      default: break
      }
    }
    return result
  }

  private static let markup = Array("&<>\"'".utf8)

  /// XML 1.0's characters without the control characters U+007F to U+009F, which it discourages.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2028...0x202E, 0x2066, 0x2067: false
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD: true
    case 0x10000...: scalar.value & 0xFFFE != 0xFFFE
    default: false
    }
  }

  /// A small table of two columns in HTML, ready to be the text of a KML `description`: escaped twice, once for HTML
  /// and once for XML.
  static func table(_ rows: [(label: String, value: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let body = rows.map { row in
      "<tr><td><b>\(escaped(row.label))</b></td><td>\(escaped(row.value))</td></tr>"
    }
    return escaped("<table cellpadding=\"2\">" + body.joined() + "</table>")
  }

  /// Longitude, latitude and height as KML writes them: seven decimals, a centimetre; heights in decimetres.
  static func coordinates(_ longitude: Double, _ latitude: Double, _ height: Double?) -> String {
    let place = "\(decimal(longitude, 7)),\(decimal(latitude, 7))"
    return height.map { "\(place),\(decimal($0, 1))" } ?? place
  }

  /// A plain decimal number without exponent, trailing zeros or a negative zero.
  static func decimal(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "0" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 1e17 else { return "0" }
    let whole = UInt64(scaled)
    let unit = UInt64(scale)
    var fraction = places > 0 ? String(whole % unit) : ""
    fraction = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let text = "\(whole / unit)" + (fraction.isEmpty ? "" : ".\(fraction)")
    return value < 0 && whole != 0 ? "-\(text)" : text
  }
}
