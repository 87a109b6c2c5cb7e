import ArgumentParser
import Atalaya

/// The factor of the effective Earth radius, as options take it.
enum EarthFactor {
  /// Reads a number or a fraction above zero: `1.15`, `4/3`.
  @Sendable static func read(_ text: String) throws -> Double {
    do {
      let factor = try NumberText.parseRatio(text)
      if factor > 0 { return factor }
    } catch { throw ValidationError("\(error)") }
    throw ValidationError("k is above zero, as 4/3 or 1.15")
  }
}
