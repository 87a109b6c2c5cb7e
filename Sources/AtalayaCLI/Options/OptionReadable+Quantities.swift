import ArgumentParser
import Atalaya

extension Length: OptionReadable {
  static func read(_ text: String) throws -> Length { try parse(text) }
}

extension Angle: OptionReadable {
  static func read(_ text: String) throws -> Angle { try parse(text) }
}

extension Speed: OptionReadable {
  static func read(_ text: String) throws -> Speed { try parse(text) }
}

extension Position: OptionReadable {
  static func read(_ text: String) throws -> Position { try Position(parsing: text) }
}

/// A height above mean sea level, which may be a flight level.
struct SeaLevelHeight: OptionReadable, Comparable {
  var height: Length

  static func read(_ text: String) throws -> SeaLevelHeight {
    SeaLevelHeight(height: try Length.parse(altitude: text))
  }

  static func < (one: Self, other: Self) -> Bool { one.height < other.height }
}

/// Heights with commas between: `300 m`, `300 m AGL`, `2400 m AMSL`, `FL100`.
struct FlownHeights: OptionReadable {
  var heights: [Altitude]

  static func read(_ text: String) throws -> FlownHeights {
    let heights = try text.split(separator: ",").map {
      try Altitude.parse(String($0), isAboveGroundUnlessSaid: true)
    }
    guard !heights.isEmpty else { throw OptionProblem("names no height") }
    guard heights.allSatisfy({ (.zero ... .kilometres(100)).contains($0.height(overGroundAt: .zero)) }) else {
      throw OptionProblem("write heights of 0 m to 100 km")
    }
    return FlownHeights(heights: heights)
  }
}

/// An altitude band: a height above ground, which may be a bare number of metres.
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

/// A slope: an angle with its unit; a bare number is degrees.
struct Slope: OptionReadable, Comparable {
  var angle: Angle

  static func read(_ text: String) throws -> Slope {
    Slope(angle: try (try? NumberText.parse(text)).map { Angle.degrees($0) } ?? Angle.parse(text))
  }

  static func < (one: Self, other: Self) -> Bool { one.angle < other.angle }
}

/// Azimuths in which a radar sees nothing: `90-120; 350-10`.
struct BlindSectors: OptionReadable {
  var sectors: [AzimuthSector]

  static func read(_ text: String) throws -> BlindSectors {
    BlindSectors(sectors: try AzimuthSector.parse(list: text))
  }
}

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

/// What is wrong with an option.
struct OptionProblem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
