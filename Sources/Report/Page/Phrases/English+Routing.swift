/// What the report says in English of routes over terrain.
func englishOfRouting(_ phrase: Phrase) -> String {
  switch phrase {
  case .routeNone: "no way leads there: {}"
  case .routeNoneBack: "no way leads back: {}"
  case .routeClosed: "ground above the ceiling, or unknown, is in the way"
  case .routeEnclosed: "restricted areas are in the way"
  case .routeInside: "an end lies in a restricted area"
  case .routeUnknownGround: "the ground at an end is unknown"
  case .routeAboveCeiling: "an end, with the clearance, is above the ceiling"
  case .routeWind: "the wind is faster than the aircraft"
  case .routeOther: "the terrain cannot be used"
  case .routeStraight: "Straight"
  case .routeDistance: "Way flown"
  case .routeHighest: "Highest"
  case .parameterRouteClearance: "Height above ground on routes by day"
  case .parameterRouteClearanceNight: "Height above ground on routes by night"
  case .parameterRestrictedAreas: "Areas that routes keep out of"
  case .warningRoutedFlight:
    "Responses fly the fastest routes that were found over the terrain; turns take no time, and meetings in flight are straight."
  case .layerFlown: "Routes of responses"
  case .mapFlownTimes: "Off-blocks to arrival {} min by the route, {} min in a straight line"
  case .mapStraightLine: "straight line"
  default: phrase.rawValue
  }
}
