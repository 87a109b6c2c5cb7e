/// What the report says in English of the profiles of routes, and of areas and demand points on maps.
func englishOfRouteProfiles(_ phrase: Phrase) -> String {
  switch phrase {
  case .routeProfiles: "The route to each strip, in profile"
  case .routeProfilesNote:
    "Of each strip the asset that is there first by day, or by night where nobody comes by day. The Earth is drawn flat and heights are stretched; the ground under the straight line is drawn from the same start."
  case .routeProfilesSome: "Shown are the {} of {} strips whose routes add most to the straight line."
  case .routeProfileOf: "{}: {} from {}, {}; {} min, {} min in a straight line"
  case .routeProfileTitle: "Route from {} to {}"
  case .routeProfileFlight: "In the air {} min; in a straight line {} min, as though nothing were in the way"
  case .routeProfileHeights: "{} long, straight line {}; highest {}, ceiling {}, {} or more above the ground"
  case .routeProfileAxis: "{} along the way; heights above mean sea level"
  case .routeProfileMinutes: "minutes in the air"
  case .routeKeyFlown: "altitude flown"
  case .routeKeyGround: "ground under the route"
  case .routeKeyClearance: "least height above the ground"
  case .routeKeyCeiling: "ceiling"
  case .routeKeyArea: "restricted area"
  case .routeKeyStraight: "ground under the straight line"
  case .areaAllAltitudes: "all altitudes"
  case .areaAltitudes: "{} to {}"
  case .areaGround: "the ground"
  case .areaNoTop: "no upper limit"
  case .areaAlways: "at all hours"
  case .areaInactive: "{} (not closed at this hour)"
  case .areaClosedToPursuit: "Flights are not pursued here"
  case .layerNoPursuit: "Areas closed to pursuit"
  case .layerRestricted: "Restricted areas"
  case .layerDemand: "Demand points"
  case .mapWeight: "Weight {}"
  case .mapStraightNote:
    "Times of a click are those of straight lines, whatever ground or area lies on them; the responses to strips in the tables fly routes."
  case .mapStraightFactor:
    "In this plan the flight by the route is {} % longer at the median and {} % at most (responses by route: {})."
  default: phrase.rawValue
  }
}
