import Atalaya
import Foundation

/// Cross-sections with commas between: `0.3m2,1m2,3m2`.
struct CrossSections: OptionReadable {
  var sections: [Area]

  static func read(_ text: String) throws -> CrossSections {
    let sections = try text.split(separator: ",").map { try Area.parse(String($0)) }
    guard !sections.isEmpty, sections.allSatisfy({ $0.squareMetres >= 1e-6 && $0.squareMetres <= 1e6 }) else {
      throw OptionProblem("“\(text)”: write cross-sections from 1e-6 to 1e6 m2, as in 1m2 or 0.3m2,1m2")
    }
    return CrossSections(sections: sections)
  }
}
