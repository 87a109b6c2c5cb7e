import Scenario
import Units

extension Field where Value == Transponder {
  /// Yes or no, or what the transponder sends.
  static func transponder(_ name: String, _ need: Need, _ meaning: String) -> Field {
    let words = [Transponder.none, .modeAC, .modeS, .adsb].map(\.rawValue)
    return Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "yes, no or word",
        accepted: YesNo.accepted + "; " + words.joined(separator: ", "), fallback: need.fallback,
        meaning: meaning
          + " `yes` is a transponder that answers, and of which no more is known: `adsb` receivers hear `ads-b` alone."),
      read: { text throws(FieldIssue) in
        if let answers = YesNo.parse(text) { return answers ? .answering : .none }
        let word = text.trimmed.lowercased().replacing(" ", with: "-").replacing("_", with: "-").replacing(
          "/", with: "")
        guard words.contains(word) || word == "adsb", let value = Transponder(rawValue: word == "adsb" ? "ads-b" : word)
        else {
          throw FieldIssue(
            .value, "“\(text.trimmed.prefix(60))” is neither yes nor no, nor a kind of transponder",
            "write yes, no, \(words.joined(separator: ", "))")
        }
        return value
      })
  }
}
