/// A number as written: its digits and the marks between them, before anything is known of what the marks mean.
struct NumberToken {
  private var sign = ""
  /// Digits between marks; one more than ``marks``.
  private var groups: [String]
  /// `.`, `,`, a space or an apostrophe.
  private var marks: [Character] = []
  /// `e`, a sign and digits; empty when there is no exponent.
  private(set) var exponent = ""

  /// What the marks can be.
  enum Form: Hashable {
    /// Digits only, or with spaces or apostrophes between groups of three.
    case whole
    /// The last mark parts the fraction, whoever wrote it.
    case decimal(DecimalMark)
    /// The marks part thousands, so that this other one is the decimal mark.
    case thousands(DecimalMark)
    /// One mark before three digits: `1.420`, `1,420`.
    case either(DecimalMark)
    /// Marks that no number has.
    case broken
  }

  /// Takes the number at a cursor, which then stands behind it; nil, with the cursor unmoved, where there is none.
  init?(_ scan: inout Scanner) {
    scan.skipSpaces()
    let start = scan.position
    if let taken = scan.takeSign() {
      sign = String(taken)
      scan.skipSpaces()
    }
    groups = [scan.takeDigits()]
    guard !groups[0].isEmpty || (scan.peek == "." && scan.peek(1)?.isASCIIDigit == true) else {
      scan.position = start
      return nil
    }
    while let mark = scan.peek {
      let isPoint = mark == "." || mark == ","
      let isSpace = mark.isBlank || mark.isApostrophe
      guard isPoint ? scan.peek(1)?.isASCIIDigit == true : isSpace && isGroup(after: mark, scan) else { break }
      scan.advance()
      marks.append(mark.isBlank ? " " : mark.isApostrophe ? "'" : mark)
      groups.append(scan.takeDigits())
    }
    // “5.” is five.
    if marks.isEmpty, scan.peek == "." { scan.advance() }
    exponent = scan.takeExponent()
  }

  /// Whether a space or an apostrophe goes on with the number: between groups of three, before any decimal mark.
  private func isGroup(after mark: Character, _ scan: Scanner) -> Bool {
    guard marks.allSatisfy({ $0 == (mark.isBlank ? " " : "'") }), (1...3).contains(groups[0].count) else {
      return false
    }
    return (1...3).allSatisfy { scan.peek($0)?.isASCIIDigit == true } && scan.peek(4)?.isASCIIDigit != true
  }

  var form: Form {
    let points = marks.compactMap { DecimalMark(character: $0) }
    guard let last = points.last else { return .whole }
    let head = marks.dropLast()
    if head.isEmpty {
      // No group of thousands begins with zero, and a number with an exponent was written by a machine.
      let canBeThousands =
        groups[1].count == 3 && (1...3).contains(groups[0].count) && groups[0].first != "0" && exponent.isEmpty
      return canBeThousands ? .either(last) : .decimal(last)
    }
    let isGrouped = groups.dropFirst().dropLast().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
    guard isGrouped, Set(head).count == 1 else { return .broken }
    if marks.last != head.first { return .decimal(last) }
    return groups.last?.count == 3 ? .thousands(last.other) : .broken
  }

  /// The digits in the form that `Double` reads.
  func digits(_ reading: NumberReading, commaGroups: Bool, in text: String) throws(QuantityError) -> String {
    let hasFraction: Bool
    switch (form, reading) {
    case (.broken, _):
      throw QuantityError(.notANumber, text, "write a decimal point, as in 1.5, and thousands without marks")
    case (.whole, _): hasFraction = false
    case (.decimal(let mark), .known(let known)), (.thousands(let mark), .known(let known)):
      guard mark == known else {
        throw QuantityError(
          .notANumber, text, "the decimal mark here is the \(known.rawValue), and this number has the other one")
      }
      if case .decimal = form { hasFraction = true } else { hasFraction = false }
    case (.decimal, _): hasFraction = true
    case (.thousands, _): hasFraction = false
    case (.either(let mark), .known(let known)): hasFraction = mark == known
    case (.either(.point), .asWritten): hasFraction = true
    case (.either(let mark), _):
      guard case .asWritten = reading, commaGroups else { throw ambiguous(mark, text) }
      hasFraction = false
    }
    guard hasFraction, let fraction = groups.last else { return sign + groups.joined() + exponent }
    let whole = groups.dropLast().joined()
    return sign + (whole.isEmpty ? "0" : whole) + "." + fraction + exponent
  }

  private func ambiguous(_ mark: DecimalMark, _ text: String) -> QuantityError {
    let plain = groups.joined()
    // Three digits would have two readings again: fewer where they end in noughts, else one more.
    var fraction = plain.suffix(3)
    while fraction.count > 1, fraction.last == "0" { fraction.removeLast() }
    let decimal = "\(plain.dropLast(3)).\(fraction)\(fraction.count == 3 ? "0" : "")"
    return QuantityError(
      .ambiguousNumber, text,
      "a \(mark.rawValue) before three digits can be a decimal or a thousands mark: write \(sign + plain) or "
        + sign + decimal)
  }
}
