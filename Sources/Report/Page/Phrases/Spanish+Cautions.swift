/// What the report says in Spanish to warn crews.
func spanishOfCautions(_ phrase: Phrase) -> String {
  switch phrase {
  case .runwayEstimated:
    "aterriza según una regla aproximada: necesita unos {} de pista a una altitud de densidad de {}"
  case .runwayUnchecked:
    "los {} de pista que necesita no indican altitud: si son a nivel del mar, necesita unos {} a una altitud de densidad de {}"
  default: phrase.rawValue
  }
}
