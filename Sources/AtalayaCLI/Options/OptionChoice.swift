import Atalaya

/// An option that is one of a few words.
protocol OptionChoice: OptionReadable, CaseIterable, RawRepresentable<String> {
  /// The case of a word; nil for a word that is none.
  init?(word: String)
}

extension OptionChoice {
  init?(word: String) { self.init(rawValue: word) }

  static var choices: [String] { allCases.map(\.rawValue) }

  static func read(_ text: String) throws -> Self {
    guard let choice = Self(word: text) else {
      throw OptionProblem("“\(text)” is not one of its words; \(NearestName.choices(for: text, among: choices))")
    }
    return choice
  }
}

extension CopernicusTile.Product: OptionChoice {}
extension DecimalMark: OptionChoice {}
extension FloorQuality: OptionChoice {}
extension HeightUnit: OptionChoice {}
extension MissingTerrain: OptionChoice {}
extension PricePart: OptionChoice {}
extension ReportLanguage: OptionChoice {}
extension SeaTerrain: OptionChoice {}
extension SitingObjective: OptionChoice {}
extension UnitSystem: OptionChoice {}
extension UnknownGround: OptionChoice {}
