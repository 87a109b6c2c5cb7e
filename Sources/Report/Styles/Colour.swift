/// A colour as people write it, with its opacity.
struct Colour: Sendable, Hashable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8
  /// 0 to 1.
  var opacity = 1.0

  init(red: UInt8, green: UInt8, blue: UInt8, opacity: Double = 1) {
    (self.red, self.green, self.blue, self.opacity) = (red, green, blue, opacity)
  }

  /// An opaque colour.
  /// - Parameter value: `0xRRGGBB`.
  init(_ value: UInt32) {
    func byte(_ shift: UInt32) -> UInt8 { UInt8(value >> shift & 0xFF) }
    self.init(red: byte(16), green: byte(8), blue: byte(0))
  }

  func opacity(_ opacity: Double) -> Colour { Colour(red: red, green: green, blue: blue, opacity: opacity) }

  private var alpha: UInt8 { UInt8((min(max(opacity, 0), 1) * 255).rounded()) }

  /// As style sheets and SLD write it: `#d55e00`.
  var hex: String { "#" + Self.digits([red, green, blue]) }

  /// As KML writes it: opacity, blue, green, red, two hexadecimal digits each.
  var kml: String { Self.digits([alpha, blue, green, red]) }

  /// As QGIS writes it: `213,94,0,255`.
  var qml: String { "\(red),\(green),\(blue),\(alpha)" }

  private static func digits(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
