/// What the numbers of one table show of its decimal mark.
public struct DecimalEvidence: Sendable, Hashable {
  /// The decimal marks that some number can only have been written with.
  public private(set) var marks: Set<DecimalMark> = []
  /// Whether some number has two readings.
  public private(set) var hasAmbiguous = false

  /// No evidence yet.
  public init() {}

  /// Takes in the numbers of a text.
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

  /// Takes in an angle in degrees, which has no thousands: a single mark is a decimal mark.
  public mutating func take(degrees text: String) {
    let points = text.filter { $0 == "." || $0 == "," }
    if points.count == 1, let mark = points.first.flatMap({ DecimalMark(character: $0) }) { marks.insert(mark) }
  }

  /// How numbers of the table are read: by the one mark that was shown; never by one of two.
  /// - Parameter fallback: What holds where no number shows it.
  public func reading(otherwise fallback: NumberReading) -> NumberReading {
    switch marks.count {
    case 0: fallback
    case 1: marks.first.map { .known($0) } ?? fallback
    default: .unsure
    }
  }
}
