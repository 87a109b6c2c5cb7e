/// What the report says in Spanish of what assets reach.
func spanishOfReach(_ phrase: Phrase) -> String {
  switch phrase {
  case .inReach: "Qué alcanzan los medios, y en cuánto tiempo"
  case .inReachNote:
    "Desde la orden hasta la llegada: alistamiento, arranque, vuelo y aterrizaje, dentro de los límites de combustible, techo y vuelo estacionario. {} El terreno desconocido no se alcanza."
  case .inReachStraight: "Los vuelos siguen geodésicas; no se considera el terreno intermedio."
  case .inReachRouted: "Los vuelos pasan sobre el terreno."
  case .inReachWho: "Quién"
  case .inReachAll: "todos juntos"
  case .inReachLimit: "En"
  case .inReachArea: "Del área"
  case .inReachDemand: "De la demanda"
  case .inReachStrips: "De las pistas"
  case .inReachPlace: "Lugar"
  case .inReachBestBase: "Mejor base"
  case .inReachAsset: "Medio"
  case .inReachTime: "Tras"
  case .inReachUnknown: "terreno desconocido"
  case .inReachNobody: "fuera de alcance"
  case .inReachNextBase: "Siguiente base"
  case .inReachWithout: "Sin"
  case .inReachAreaLost: "Área perdida"
  case .inReachDemandLost: "Demanda perdida"
  case .inReachStripsLost: "Pistas fuera del límite"
  case .inReachSharesCaption: "Partes que se alcanzan dentro de cada límite"
  case .inReachPlacesCaption: "Quién llega primero a cada pista y punto de demanda, y quién acude si falta esa base"
  case .inReachLossCaption: "Qué se pierde sin cada base"
  case .inReachMap: "Alcance, por minutos"
  case .inReachWithin: "alcanzado en {} min"
  case .inReachOfArea: "{} del área"
  case .inReachLimits: "Límites de alcance"
  case .inReachStep: "Lado de una celda de alcance"
  case .inReachShown: "Alcance: quién y cuándo"
  case .inReachBeyond: "Terreno desconocido"
  default: phrase.rawValue
  }
}
