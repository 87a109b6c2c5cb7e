import ArgumentParser
import Atalaya

/// The factor of the effective Earth radius, as options take it.
enum EarthFactor {
  /// Reads a number or a fraction, `1.15` or `4/3`, in the range that a scenario takes.
  @Sendable static func read(_ text: String) throws -> Double {
    do {
      let factor = try NumberText.parseRatio(text)
      if (1e-3...1e6).contains(factor) { return factor }
    } catch { throw ValidationError("\(error)") }
    throw ValidationError("k is from 0.001 to 1000000, as 4/3 or 1.15")
  }
}
