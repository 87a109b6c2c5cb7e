/// What the report says in English of what assets reach.
func englishOfReach(_ phrase: Phrase) -> String {
  switch phrase {
  case .inReach: "What assets reach, and how soon"
  case .inReachNote:
    "From the order to arrival: readiness, start, flight and landing, within fuel, ceiling and hover limits. {} Unknown ground is not reached."
  case .inReachStraight: "Flights follow geodesics; the terrain between is not looked at."
  case .inReachRouted: "Flights go over the terrain."
  case .inReachWho: "Who"
  case .inReachAll: "all together"
  case .inReachLimit: "Within"
  case .inReachArea: "Of the area"
  case .inReachDemand: "Of the demand"
  case .inReachStrips: "Of the strips"
  case .inReachPlace: "Place"
  case .inReachBestBase: "Best base"
  case .inReachAsset: "Asset"
  case .inReachTime: "After"
  case .inReachUnknown: "unknown ground"
  case .inReachNobody: "out of reach"
  case .inReachNextBase: "Next base"
  case .inReachWithout: "Without"
  case .inReachAreaLost: "Area lost"
  case .inReachDemandLost: "Demand lost"
  case .inReachStripsLost: "Strips beyond the limit"
  case .inReachSharesCaption: "Shares reached within each limit"
  case .inReachPlacesCaption: "Who is first at each strip and demand point, and who comes when that base is out"
  case .inReachLossCaption: "What is lost without each base"
  case .inReachMap: "Reach, by minutes"
  case .inReachWithin: "reached within {} min"
  case .inReachOfArea: "{} of the area"
  case .inReachLimits: "Limits of reach"
  case .inReachStep: "Side of a cell of reach"
  case .inReachShown: "Reach: who, and when"
  case .inReachBeyond: "Ground unknown"
  default: phrase.rawValue
  }
}
