import Atalaya

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
