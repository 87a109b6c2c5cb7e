/// What the report says in English of stops for fuel and of hand-overs.
func englishOfMissions(_ phrase: Phrase) -> String {
  switch phrase {
  case .refuellingNone: "no refuelling place helps: {}"
  case .handOverNone: "no hand-over place can be used: {}"
  case .stopKind: "{} for other aircraft only"
  case .stopCeiling: "{} above the ceiling"
  case .stopHover: "{} where it cannot hover"
  case .stopRunway: "{} with too short a runway"
  case .stopClosed: "{} closed"
  case .stopFuel: "{} out of range"
  case .refuelledAt: "Refuels at"
  case .handedOver: "Handed over"
  case .backHome: "Back at base"
  case .layerStops: "Refuelling and hand-over"
  case .mapRefuelling: "Refuelling"
  case .mapHandOver: "Hand-over"
  case .mapLeg: "At {} {} min after the order"
  case .parameterRefuellingTime: "Time to refuel on the way"
  case .parameterMostStops: "Most stops for fuel on one mission"
  case .parameterRefuellingPlaces: "Places to refuel on the way"
  case .parameterHandOverPlaces: "Hand-over places"
  default: phrase.rawValue
  }
}
