import Atalaya

/// A height above ground, of an altitude band or between them; it may be a bare number of metres.
struct BandHeight: OptionReadable {
  var height: Length
  /// Whether it was written without its unit.
  var isBare: Bool

  static func read(_ text: String) throws -> BandHeight {
    let bare = try? NumberText.parse(text)
    let height = try bare.map { Length.metres($0) } ?? aboveGround(text)
    guard (.metres(1) ... .kilometres(100)).contains(height) else {
      throw QuantityError(.outOfRange, text, "write a height above ground of 1 m to 100 km, as in 300m")
    }
    return BandHeight(height: height, isBare: bare != nil)
  }

  private static func aboveGround(_ text: String) throws -> Length {
    guard case .aboveGround(let height) = try Altitude.parse(text, isAboveGroundUnlessSaid: true) else {
      throw QuantityError(.outOfRange, text, "altitude bands are heights above ground")
    }
    return height
  }
}
