/// The colours of the report: the page, its drawings and the styles of its GIS files take theirs from this table.
///
/// Blue, vermilion, amber, green and sky are those of Okabe and Ito, which colour-blind readers distinguish (M. Okabe and
/// K. Ito, "Color Universal Design", 2008).
enum Palette {
  /// A colour under the name that style sheets have for it.
  struct Tint {
    let name: String
    /// `0xRRGGBB`.
    let light: UInt32
    /// On a dark page, where it is another.
    let dark: UInt32?

    init(_ name: String, _ light: UInt32, dark: UInt32? = nil) {
      (self.name, self.light, self.dark) = (name, light, dark)
    }
  }

  /// How much of its own colour an area that is seen shows over the ground, 0 to 1: on the page's map, in the drawing of
  /// it, and in the legends of both.
  static let coverage = 0.72

  /// How many classes of floors there are: `b0`, seen near the ground, to `b5`.
  static let floorClasses = 6

  static let tints = [
    Tint("page", 0xFFFFFF, dark: 0x14181D),
    Tint("panel", 0xF4F6F8, dark: 0x1E242B),
    Tint("ink", 0x1B2027, dark: 0xE8ECF0),
    Tint("muted", 0x57606A, dark: 0xA3ADB8),
    Tint("line", 0xD3D9DF, dark: 0x38414B),
    Tint("accent", 0x0A5CA8, dark: 0x7CC0FF),
    Tint("good", 0xCFE5F5, dark: 0x123F5E),
    Tint("good-ink", 0x0B3D63, dark: 0xD5ECFD),
    Tint("tight", 0xFDEEC3, dark: 0x564312),
    Tint("tight-ink", 0x5C4300, dark: 0xFDEEC3),
    Tint("late", 0xF8D2BD, dark: 0x67290D),
    Tint("late-ink", 0x7A2600, dark: 0xFDE0D0),
    Tint("out", 0xE6E8EB, dark: 0x2A3139),
    Tint("out-ink", 0x57606A, dark: 0xA3ADB8),
    Tint("blue", 0x0072B2, dark: 0x4AA8E0),
    Tint("sky", 0x56B4E9, dark: 0x9AD4F5),
    Tint("vermilion", 0xD55E00, dark: 0xFF8A3D),
    Tint("amber", 0xE69F00, dark: 0xF2B632),
    Tint("green", 0x009E73, dark: 0x2CC79A),
    Tint("grey", 0x9AA4AE, dark: 0x6D7884),
    Tint("day", 0xE69F00, dark: 0xF2B632),
    Tint("night", 0x31547E, dark: 0x7AA2D6),
    Tint("ground", 0xE9ECEF, dark: 0x2B323A),
    Tint("border", 0x6A4A86, dark: 0xC3A0E3),
    Tint("n1", 0x7FB8E0, dark: 0x9CCBEC),
    Tint("n2", 0x2A78B5, dark: 0x4A97D3),
    Tint("n3", 0x123A63, dark: 0x2B62A3),
    Tint("b0", 0x5A2A83),
    Tint("b1", 0x42569F),
    Tint("b2", 0x2B7E8F),
    Tint("b3", 0x2FA57C),
    Tint("b4", 0x85CF5A),
    Tint("b5", 0xF2D93B),
  ]

  /// A colour of the light page.
  static func colour(_ name: String) -> KMLStyle.Colour {
    guard let tint = tints.first(where: { $0.name == name }) else {
      preconditionFailure("the palette has no colour “\(name)”")
    }
    func byte(_ shift: UInt32) -> UInt8 { UInt8(tint.light >> shift & 0xFF) }
    return KMLStyle.Colour(red: byte(16), green: byte(8), blue: byte(0))
  }

  /// The values of the style sheets' variables on a light page.
  static var variables: [(name: String, value: String)] {
    tints.map { ("--\($0.name)", css($0.light)) } + [("--coverage", KMLText.decimal(coverage, 2))]
  }

  /// The variables for light and dark pages.
  static var css: String {
    let light = variables.map { "\($0.name): \($0.value);" }.joined(separator: " ")
    let dark = tints.compactMap { tint in tint.dark.map { "--\(tint.name): \(css($0));" } }.joined(separator: " ")
    return ":root { \(light) }\n:root[data-theme=\"dark\"] { \(dark) }\n"
  }

  private static func css(_ colour: UInt32) -> String {
    let digits = String(colour, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
