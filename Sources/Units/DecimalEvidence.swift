/// Evidence of the decimal mark of a table, collected from its numbers.
public struct DecimalEvidence: Sendable, Hashable {
  /// Decimal marks that at least one number proves.
  public private(set) var marks: Set<DecimalMark> = []
  /// Whether at least one number has two readings.
  public private(set) var hasAmbiguous = false

  /// No evidence yet.
  public init() {}

  /// Adds the numbers of a text.
  public mutating func take(_ text: String) {
    guard text.utf8.contains(where: { $0 == 0x2E || $0 == 0x2C }) else { return }
    var scan = Scanner(text)
    while let character = scan.peek {
      guard character.isASCIIDigit || (character == "." && scan.peek(1)?.isASCIIDigit == true),
        let token = NumberToken(&scan)
      else {
        scan.advance()
        continue
      }
      switch token.form {
      case .decimal(let mark), .thousands(let mark): marks.insert(mark)
      case .either: hasAmbiguous = true
      case .whole, .broken: break
      }
    }
  }

  /// Adds an angle in degrees, which has no thousands: a single mark is a decimal mark.
  public mutating func take(degrees text: String) {
    let points = text.filter { $0 == "." || $0 == "," }
    if points.count == 1, let mark = points.first.flatMap({ DecimalMark(character: $0) }) { marks.insert(mark) }
  }

  /// How to read the numbers of the table: by the one mark proved, and by neither of two.
  /// - Parameter fallback: The reading when no number proves a mark.
  public func reading(otherwise fallback: NumberReading) -> NumberReading {
    switch marks.count {
    case 0: fallback
    case 1: marks.first.map { .known($0) } ?? fallback
    default: .unsure
    }
  }
}
