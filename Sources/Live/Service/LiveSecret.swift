internal import Foundation

/// Words that only those who may enter know, compared without telling by the time it takes how much of a guess is right.
package struct LiveSecret: Sendable {
  private let bytes: [UInt8]

  /// A secret that is written somewhere.
  package init(_ text: String) { bytes = Array(text.utf8) }

  /// A new one of 128 random bits, in letters that an address may hold.
  package static func random() -> LiveSecret {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let text = Data(bytes).base64EncodedString()
    return LiveSecret(text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
  }

  /// The secret itself, for those who may know it.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether a guess is right. The time depends on the guess' length alone.
  package func matches(_ guess: String) -> Bool {
    var difference: UInt8 = 0
    var count = 0
    for byte in guess.utf8 {
      difference |= byte ^ bytes[count % max(bytes.count, 1)]
      count += 1
    }
    return difference == 0 && count == bytes.count
  }
}
