extension Double {
  /// The shortest digits that give the number again, small and great ones with a power of ten as people type it: `0.8`,
  /// `1e-6`, `2.5e-7`.
  package var powerText: String {
    guard let (digits, exponent) = scientific else { return "\(self)" }
    return "\(digits)e\(exponent)"
  }

  /// As ``powerText``, the power of ten as people print it: `0.8`, `10⁻⁶`, `2.5 × 10⁻⁷`.
  package var superscriptText: String {
    guard let (digits, exponent) = scientific else { return "\(self)" }
    let raised = String(exponent).map { Self.superscripts[$0] ?? $0 }
    return (digits == "1" ? "" : "\(digits)\u{00A0}×\u{00A0}") + "10" + String(raised)
  }

  /// Digits and power of ten where the shortest description has one; digits without a needless `.0`.
  private var scientific: (digits: String, exponent: Int)? {
    let parts = "\(self)".split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return nil }
    return (parts[0].hasSuffix(".0") ? String(parts[0].dropLast(2)) : String(parts[0]), exponent)
  }

  private static let superscripts: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]
}
