import ArgumentParser
import Atalaya

/// A refractivity gradient: N-units a kilometre.
struct RefractivityGradient: OptionReadable {
  var earth: EffectiveEarth

  static func read(_ text: String) throws -> RefractivityGradient {
    RefractivityGradient(earth: try EffectiveEarth(refractivityGradient: NumberText.parse(text)))
  }
}
