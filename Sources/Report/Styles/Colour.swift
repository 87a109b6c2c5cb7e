internal import Foundation

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

  /// A colour between this one and another: 0 this one, 1 the other.
  func mixed(with other: Colour, share: Double) -> Colour {
    func part(_ path: KeyPath<Colour, UInt8>) -> UInt8 {
      let value = Double(self[keyPath: path]) * (1 - share) + Double(other[keyPath: path]) * share
      return UInt8(min(max(value.rounded(), 0), 255))
    }
    return Colour(red: part(\.red), green: part(\.green), blue: part(\.blue), opacity: opacity)
  }

  /// The ratio of contrast with another colour, 1 to 21.
  /// - Source: WCAG 2.1, "contrast ratio" and "relative luminance".
  func contrast(with other: Colour) -> Double {
    let lights = [luminance, other.luminance].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private var luminance: Double {
    func linear(_ byte: UInt8) -> Double {
      let part = Double(byte) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The opacity as a byte.
  var alpha: UInt8 { UInt8((min(max(opacity, 0), 1) * 255).rounded()) }

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
