/// What the report says in Spanish of stops for fuel and of hand-overs.
func spanishOfMissions(_ phrase: Phrase) -> String {
  switch phrase {
  case .refuellingNone: "ningún punto de reabastecimiento sirve: {}"
  case .handOverNone: "ningún punto de entrega sirve: {}"
  case .stopKind: "{} solo para otras aeronaves"
  case .stopCeiling: "{} por encima del techo"
  case .stopHover: "{} donde no puede hacer estacionario"
  case .stopRunway: "{} con pista demasiado corta"
  case .stopClosed: "{} fuera de horario"
  case .stopFuel: "{} fuera de alcance"
  case .refuelledAt: "Reabastece en"
  case .handedOver: "Entrega"
  case .backHome: "De vuelta en la base"
  case .layerStops: "Reabastecimiento y entrega"
  case .mapRefuelling: "Reabastecimiento"
  case .mapHandOver: "Entrega"
  case .mapLeg: "En {} a los {} min de la orden"
  case .parameterRefuellingTime: "Tiempo de reabastecimiento en ruta"
  case .parameterMostStops: "Máximo de paradas para reabastecer en una misión"
  case .parameterRefuellingPlaces: "Puntos de reabastecimiento en ruta"
  case .parameterHandOverPlaces: "Puntos de entrega"
  default: phrase.rawValue
  }
}
