import Atalaya

/// An altitude band of a scenario: a height above ground in whole metres, which may be a bare number.
struct BandHeight: OptionReadable {
  var metres: Int
  /// Whether it was written without its unit.
  var isBare: Bool

  static func read(_ text: String) throws -> BandHeight {
    let bare = try? NumberText.parse(text)
    let height = try bare.map { Length.metres($0) } ?? aboveGround(text)
    guard let metres = Int(exactly: height.metres.rounded()), metres >= 0 else {
      throw QuantityError(.outOfRange, text, "write a height above ground, as in 300m")
    }
    return BandHeight(metres: metres, isBare: bare != nil)
  }

  private static func aboveGround(_ text: String) throws -> Length {
    guard case .aboveGround(let height) = try Altitude.parse(text, isAboveGroundUnlessSaid: true) else {
      throw QuantityError(.outOfRange, text, "altitude bands are heights above ground")
    }
    return height
  }
}
