internal import Units

/// Bytes of a text table to UTF-8.
enum TextEncoding {
  /// Control characters that no text holds (tab, line feed, form feed and carriage return are text).
  static func isNoText(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D
  }

  /// The error for a byte that is not text.
  static func notText(_ chunk: ArraySlice<UInt8>, at position: Int, offset: Int, path: String) -> GeoFileError {
    let isUTF16 = offset == 0 && (chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]))
    return GeoFileError(
      .badText, path: path,
      problem: isUTF16
        ? "text in UTF-16"
        : "not text: byte \(offset + position - chunk.startIndex) of the file is 0x\(String(chunk[position], radix: 16))",
      remedy: isUTF16 ? "save it as UTF-8 (\"CSV UTF-8\" in Excel)" : "a table is a text file of one row per line")
  }

  /// UTF-8 without its byte-order mark; text that is not UTF-8 is read as Windows-1252, with a warning.
  static func decode(_ bytes: [UInt8], path: String) throws(GeoFileError) -> (
    bytes: [UInt8], warnings: [GeoFileWarning]
  ) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if String(validating: body, as: UTF8.self) != nil { return (Array(body), []) }
    guard let text = windows1252(body) else {
      throw GeoFileError(
        .badText, path: path, problem: "text neither in UTF-8 nor in Windows-1252", remedy: "save it as UTF-8")
    }
    let warning = "\(path): not UTF-8; taken as Windows-1252, as older spreadsheets write it"
    return (text, [GeoFileWarning(.encoding, at: FaultPlace(file: path), warning)])
  }

  /// Nil when a byte has no character in Windows-1252.
  private static func windows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0x80...0x9F:
        guard let scalar = upperControls[Int(byte) - 0x80] else { return nil }
        result.append(contentsOf: Array(String(scalar).utf8))
      case 0xA0...: result.append(contentsOf: [0xC0 | byte >> 6, 0x80 | byte & 0x3F])
      default: result.append(byte)
      }
    }
    return result
  }

  /// Windows-1252 from 0x80 to 0x9F (Microsoft's table, https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT).
  private static let upperControls: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}
