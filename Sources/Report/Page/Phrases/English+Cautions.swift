/// What the report says in English to warn crews.
func englishOfCautions(_ phrase: Phrase) -> String {
  switch phrase {
  case .runwayEstimated: "lands by a rule of thumb: needs about {} of runway at a density altitude of {}"
  case .runwayUnchecked:
    "the {} of runway that it needs are stated for no altitude: if they are those of sea level, it needs about {} at a density altitude of {}"
  default: phrase.rawValue
  }
}
