internal import Coverage

/// Every colour of every output: the page and its drawings, and the styles of its GIS files. No other file has one.
///
/// Blue, vermilion, amber and green are those of Okabe and Ito, which colour-blind readers distinguish (M. Okabe and
/// K. Ito, "Color Universal Design", 2008); green is a little darker, so that a line of it stands out from the ground.
/// Contrast and the distances between colours that mean different things are tested (`PaletteTests`).
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

  /// How many colours the scale of floors has: `b0`, seen near the ground, to `b5`.
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
    Tint("tight", 0xFDEEC3, dark: 0x665018),
    Tint("tight-ink", 0x5C4300, dark: 0xFDEEC3),
    Tint("late", 0xF8D2BD, dark: 0x6B2410),
    Tint("late-ink", 0x7A2600, dark: 0xFDE0D0),
    Tint("out", 0xE6E8EB, dark: 0x2A3139),
    Tint("out-ink", 0x57606A, dark: 0xA3ADB8),
    Tint("blue", 0x0072B2, dark: 0x4AA8E0),
    Tint("vermilion", 0xD55E00, dark: 0xFF8A3D),
    Tint("amber", 0xE69F00, dark: 0xF2B632),
    Tint("green", 0x00996F, dark: 0x2CC79A),
    Tint("grey", 0x7F8A95, dark: 0x76818D),
    Tint("day", 0xB87700, dark: 0xF2B632),
    Tint("night", 0x31547E, dark: 0x7AA2D6),
    Tint("ground", 0xE9ECEF, dark: 0x2B323A),
    Tint("bare", 0xD6D6D2),
    Tint("unknown", 0x787878, dark: 0x9A9A9A),
    Tint("border", 0x6A4A86, dark: 0xC3A0E3),
    Tint("n1", 0x5A94C4, dark: 0xB4DCF7),
    Tint("n2", 0x1F639C, dark: 0x6DB1E6),
    Tint("n3", 0x0A2747, dark: 0x3C78BC),
    Tint("b0", 0x5A2A83),
    Tint("b1", 0x42569F),
    Tint("b2", 0x2B7E8F),
    Tint("b3", 0x2FA57C),
    Tint("b4", 0x85CF5A),
    Tint("b5", 0xF2D93B),
  ]

  /// One colour for each radar of a raster of radars, in turn: those of Okabe and Ito.
  static let radars =
    [colour("blue"), colour("amber"), colour("green")] + [0xCC79A7, 0x56B4E9].map { Colour($0) }
    + [colour("vermilion"), Colour(0xF0E442)]

  /// The colour of a cause in a raster of causes; nil: the target is seen. What is out of range is clear.
  static func cause(_ cause: Blindness?) -> Colour {
    switch cause {
    case nil: colour("green")
    case .ridge: colour("vermilion")
    case .horizon: colour("blue")
    case .belowBeam: radars[4]
    case .aboveBeam: radars[3]
    case .minimumRange: radars[6]
    case .sector: colour("amber")
    case .belowGround: colour("ink")
    case .unknownTerrain: colour("unknown")
    case .transponder: Colour(0x000000)
    case .broadcast: Colour(0x5B2A86)
    case .probability: Colour(0xB8A9C9)
    case .diffraction: Colour(0x8C6D31)
    case .range: colour("page").opacity(0)
    }
  }

  /// A colour of the light page, or of the dark one.
  static func colour(_ name: String, isDark: Bool = false) -> Colour {
    guard let tint = tints.first(where: { $0.name == name }) else {
      preconditionFailure("the palette has no colour “\(name)”")
    }
    return Colour(isDark ? tint.dark ?? tint.light : tint.light)
  }

  /// The colour of an altitude band's floor, the same on the page, in QGIS and in Google Earth.
  ///
  /// It goes by rank, so that any bands use the whole scale: one height may have another colour in a scenario of other bands. Up
  /// to five bands have colours of the scale itself, more of them colours in between; all differ (`PaletteTests`).
  /// - Parameters:
  ///   - band: Its place from the lowest up; the number of bands for what is above the highest.
  ///   - bands: How many there are.
  static func floor(_ band: Int, of bands: Int) -> Colour {
    let place = Double(band) / Double(max(bands, 1)) * Double(floorClasses - 1)
    guard bands >= floorClasses else { return floor(Int(place.rounded())) }
    let below = Int(place)
    return floor(below).mixed(with: floor(below + 1), share: place - Double(below))
  }

  /// The colours `b0` to `b5`.
  static func floor(_ index: Int) -> Colour { colour("b\(min(max(index, 0), floorClasses - 1))") }

  /// What lies on both sides of a line of a colour, so that the line stands out from any ground: white or ink, whichever contrasts
  /// more with it.
  static func casing(of line: Colour) -> Colour {
    [colour("page"), colour("ink")].max { $0.contrast(with: line) < $1.contrast(with: line) } ?? colour("page")
  }

  /// A colour as a line over dark pictures of the ground, where a casing is not possible: as much lighter as it needs for the
  /// contrast of graphical objects, 3 (WCAG 2.1, 1.4.11).
  static func lineOverPictures(_ line: Colour) -> Colour {
    let shares = stride(from: 0.0, through: 1, by: 0.05)
    let ground = colour("ground", isDark: true)
    return shares.lazy.map { line.mixed(with: colour("page"), share: $0) }.first { $0.contrast(with: ground) >= 3 }
      ?? colour("page")
  }

  /// The values of the style sheets' variables on a light page.
  static var variables: [(name: String, value: String)] {
    tints.map { ("--\($0.name)", Colour($0.light).hex) } + [("--coverage", KMLText.decimal(coverage, 2))]
  }

  /// The variables for light and dark pages.
  static var css: String {
    let light = variables.map { "\($0.name): \($0.value);" }.joined(separator: " ")
    let dark = tints.compactMap { tint in tint.dark.map { "--\(tint.name): \(Colour($0).hex);" } }.joined(
      separator: " ")
    return ":root { \(light) }\n:root[data-theme=\"dark\"] { \(dark) }\n"
  }
}
