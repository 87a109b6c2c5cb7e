extension NumberText {
  /// Reads a number, or two with a slash between: `1.3333`, `4/3`.
  /// - Returns: The number or the quotient, finite.
  /// - Throws: ``QuantityError`` as ``parse(_:commaGroups:)``, and with code `outOfRange` for a quotient that is none.
  package static func parseRatio(_ text: String) throws(QuantityError) -> Double {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return try parse(text) }
    let (above, below) = (try parse(String(parts[0])), try parse(String(parts[1])))
    guard (above / below).isFinite else {
      throw QuantityError(.outOfRange, text, "the number below is not zero, nor the quotient above 1e308")
    }
    return above / below
  }
}
