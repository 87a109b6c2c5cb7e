import Atalaya

/// A step that divides the circle.
struct AzimuthStep: OptionReadable {
  /// Azimuths around the circle.
  var count: Int

  static func read(_ text: String) throws -> AzimuthStep {
    let count = 360 / (try Angle.parse(text)).degrees
    guard count >= 1, count <= 36_000, abs(count - count.rounded()) < 1e-6 else {
      throw OptionProblem("“\(text)” does not divide the circle: write 1deg, 0.5deg or 0.1deg")
    }
    return AzimuthStep(count: Int(count.rounded()))
  }
}
