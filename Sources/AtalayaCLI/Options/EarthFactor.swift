import Atalaya

/// The factor of the effective Earth radius: a number or a fraction, `1.15` or `4/3`, in the range that a scenario takes.
struct EarthFactor: OptionReadable {
  var factor: Double

  static func read(_ text: String) throws -> EarthFactor {
    let factor = try NumberText.parseRatio(text)
    guard (1e-3...1e6).contains(factor) else {
      throw OptionProblem("“\(text)”: write a factor from 0.001 to 1000000, as in 4/3 or 1.15")
    }
    return EarthFactor(factor: factor)
  }
}
