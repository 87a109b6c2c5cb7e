/// What the report says in Spanish of the profiles of routes, and of areas and demand points on maps.
func spanishOfRouteProfiles(_ phrase: Phrase) -> String {
  switch phrase {
  case .routeProfiles: "La ruta a cada pista, en perfil"
  case .routeProfilesNote:
    "De cada pista, el medio que llega primero de día, o de noche donde nadie llega de día. La Tierra se dibuja plana y las alturas, exageradas; el terreno bajo la línea recta se dibuja desde el mismo inicio."
  case .routeProfilesSome: "Se muestran las {} de {} pistas cuyas rutas más añaden a la línea recta."
  case .routeProfileOf: "{}: {} desde {}, {}; {} min, {} min en línea recta"
  case .routeProfileTitle: "Ruta de {} a {}"
  case .routeProfileFlight: "En el aire {} min; en línea recta {} min, como si nada estuviera en medio"
  case .routeProfileHeights: "Recorrido {}, en línea recta {}; altitud máxima {}, techo {}, {} o más sobre el terreno"
  case .routeProfileAxis: "{} de recorrido; alturas sobre el nivel del mar"
  case .routeProfileMinutes: "minutos en el aire"
  case .routeKeyFlown: "altitud de vuelo"
  case .routeKeyGround: "terreno bajo la ruta"
  case .routeKeyClearance: "altura mínima sobre el terreno"
  case .routeKeyCeiling: "techo"
  case .routeKeyArea: "zona restringida"
  case .routeKeyStraight: "terreno bajo la línea recta"
  case .areaAllAltitudes: "a toda altitud"
  case .areaAltitudes: "{} a {}"
  case .areaGround: "el suelo"
  case .areaNoTop: "sin límite superior"
  case .areaAlways: "a toda hora"
  case .areaInactive: "{} (abierta a esta hora)"
  case .areaClosedToPursuit: "Aquí no se persigue a los vuelos"
  case .layerNoPursuit: "Zonas cerradas a la persecución"
  case .layerRestricted: "Zonas restringidas"
  case .layerDemand: "Puntos de demanda"
  case .mapWeight: "Peso {}"
  case .mapStraightNote:
    "Los tiempos de un clic son los de líneas rectas, sea cual sea el terreno o la zona que crucen; las respuestas a las pistas, en las tablas, vuelan por rutas."
  case .mapStraightFactor:
    "En este plan el vuelo por la ruta dura un {} % más en la mediana y un {} % más como máximo (respuestas por ruta: {})."
  default: phrase.rawValue
  }
}
