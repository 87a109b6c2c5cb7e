/// What the report says in Spanish of routes over terrain.
func spanishOfRouting(_ phrase: Phrase) -> String {
  switch phrase {
  case .routeNone: "no hay camino hasta allí: {}"
  case .routeNoneBack: "no hay camino de vuelta: {}"
  case .routeClosed: "lo cierra terreno por encima del techo, o desconocido"
  case .routeEnclosed: "lo cierran zonas restringidas"
  case .routeInside: "un extremo está en una zona restringida"
  case .routeUnknownGround: "el terreno en un extremo es desconocido"
  case .routeAboveCeiling: "un extremo, con el margen, está por encima del techo"
  case .routeWind: "el viento es más rápido que la aeronave"
  case .routeOther: "el terreno no se puede usar"
  case .routeStraight: "En línea recta"
  case .routeDistance: "Recorrido"
  case .routeHighest: "Altitud máxima"
  case .parameterRouteClearance: "Altura sobre el terreno en ruta, de día"
  case .parameterRouteClearanceNight: "Altura sobre el terreno en ruta, de noche"
  case .parameterRestrictedAreas: "Zonas que evitan las rutas"
  case .warningRoutedFlight:
    "Las respuestas vuelan por las rutas más rápidas que se hallaron sobre el terreno; los virajes no llevan tiempo, y los encuentros en vuelo son en línea recta."
  case .layerFlown: "Rutas de las respuestas"
  case .mapFlownTimes: "De la salida a la llegada {} min por la ruta, {} min en línea recta"
  case .mapStraightLine: "línea recta"
  default: phrase.rawValue
  }
}
