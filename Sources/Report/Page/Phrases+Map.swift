/// The texts of the map: those of its form, and those that its script says.
extension Phrase {
  static let mapForm = Phrase("What the map shows", "Qué muestra el mapa")
  static let mapName = Phrase(
    "Map of coverage, places and flights; arrow keys move it, plus and minus zoom, Enter describes its centre",
    "Mapa de cobertura, lugares y vuelos; las flechas lo mueven, más y menos acercan y alejan, Intro informa sobre su centro"
  )
  static let mapNote = Phrase(
    "Click anywhere to ask what is seen there and who is there first.",
    "Haga clic en cualquier lugar para saber qué se ve allí y quién llega primero.")
  static let noLibrary = Phrase(
    "This page was written without the map library: the map is a drawing. Times and figures are the same.",
    "Esta página se escribió sin la biblioteca de mapas: el mapa es un dibujo. Los tiempos y cifras son los mismos.")
  static let countedRadars = Phrase("Radars that count", "Radares que cuentan")
  static let show = Phrase("Colours show", "Los colores indican")
  static let showFloor = Phrase("lowest height that is seen", "altura más baja que se ve")
  static let showCount = Phrase("number of radars", "número de radares")
  static let altitude = Phrase("Altitude", "Altura")
  static let aboveGround = Phrase("above ground (AGL)", "sobre el terreno (AGL)")
  static let aboveSea = Phrase("above sea level (AMSL)", "sobre el mar (AMSL)")
  static let mapLayers = Phrase("Layers", "Capas")
  static let reachTime = Phrase("Reach after take-off", "Alcance tras el despegue")
  static let layerCoverage = Phrase("Coverage", "Cobertura")
  static let layerRings = Phrase("Range rings", "Anillos de alcance")
  static let layerRadars = Phrase("Radars", "Radares")
  static let layerBases = Phrase("Bases", "Bases")
  static let layerReach = Phrase("Reach 10, 20, 30 min", "Alcance 10, 20, 30 min")
  static let layerStrips = Phrase("Strips", "Pistas")
  static let layerSites = Phrase("Candidate sites", "Sitios candidatos")
  static let layerRoutes = Phrase("Routes", "Rutas")
  static let layerDetections = Phrase("First detections", "Primeras detecciones")
  static let layerMeetings = Phrase("Meetings in flight", "Encuentros en vuelo")

  static let legendBought = Phrase("Radar, bought", "Radar comprado")
  static let legendIn = Phrase("Inbound", "Ida")
  static let legendOut = Phrase("Way out", "Salida")
  static let legendUnknown = Phrase(
    "Terrain unknown: not counted as seen", "Terreno desconocido: no se cuenta como visto")
  static let legendWay = Phrase("Least observed", "Menos vista")
  static let upTo = Phrase("up to {}", "hasta {}")
  static let layerWays = Phrase("Least-observed routes", "Entradas menos vistas")
  static let layerBorder = Phrase("Border", "Frontera")
  static let layerBasemap = Phrase(
    "Online base map: asks tile.openstreetmap.org for pictures of this area",
    "Mapa base en línea: pide a tile.openstreetmap.org imágenes de esta zona")
  static let legend = Phrase("Legend", "Leyenda")
  static let answer = Phrase("At the place asked", "En el lugar consultado")
  static let staticMapTitle = Phrase(
    "Coverage by height above ground, places and routes", "Cobertura por altura sobre el terreno, lugares y rutas")

  /// What the script says, by key; `{}` stands for a value.
  static let script: KeyValuePairs<String, Phrase> = [
    "today": today,
    "seenArea": Phrase(
      "At {} this network sees {} km² with one radar or more, {} km² with two or more.",
      "A {} esta red ve {} km² con un radar o más, {} km² con dos o más."),
    "seenNoArea": Phrase("Areas are stated at {} above ground.", "Las áreas se dan a {} sobre el terreno."),
    "count1": Phrase("1 radar", "1 radar"),
    "count2": Phrase("2 radars", "2 radares"),
    "count3": Phrase("3 or more", "3 o más"),
    "upTo": upTo,
    "unknownGround": Phrase("terrain unknown", "terreno desconocido"),
    "groundUnknown": Phrase("The elevation of the ground is unknown", "Se desconoce la elevación del terreno"),
    "coverageUnknown": Phrase(
      "whether a radar sees the target here is unknown, because the ground is unknown here or on the way",
      "no se sabe si un radar ve el blanco aquí, porque el terreno es desconocido aquí o en el camino"),
    "siteUnknown": Phrase(
      "terrain unknown at its site: counts as seeing nothing",
      "terreno desconocido en su sitio: se cuenta como que no ve nada"),
    "unknownLegend": legendUnknown,
    "firstSeen": Phrase("first seen on the way in", "vista primero en la entrada"),
    "ground": Phrase("Ground: {} above sea level", "Terreno: {} sobre el mar"),
    "smoothGround": Phrase("Ground (smooth): {} above sea level", "Suelo (liso): {} sobre el mar"),
    "floor": Phrase(
      "Lowest height seen: {} above ground, {} above sea level",
      "Altura más baja vista: {} sobre el terreno, {} sobre el mar"),
    "floorBy": Phrase("first seen by {}", "la ve primero {}"),
    "noFloor": Phrase("Not seen below {} above ground", "No se ve por debajo de {} sobre el terreno"),
    "noFloorAtAll": Phrase(
      "No radar of this network sees the target here at any height",
      "Ningún radar de esta red ve el blanco aquí a ninguna altura"),
    "unknown": Phrase("unknown", "desconocido"),
    "seenAt": Phrase("Seen at {} by {} of {} radars", "Visto a {} por {} de {} radares"),
    "radar": radar,
    "distance": distance,
    "sees": Phrase("Sees it", "Lo ve"),
    "why": Phrase("Why not", "Por qué no"),
    "yes": yes,
    "no": no,
    "horizon": Phrase("below its horizon: seen from {} up", "bajo su horizonte: se ve desde {}"),
    "beam": Phrase("below its beam: seen from {} up", "bajo su haz: se ve desde {}"),
    "belowGround": Phrase(
      "this altitude lies below the ground, which is at {}", "esta altitud queda bajo el terreno, que está a {}"),
    "hidden": Phrase("hidden by terrain: seen from {} up", "oculto por el terreno: se ve desde {}"),
    "hiddenAlways": Phrase("hidden by terrain up to {}", "oculto por el terreno hasta {}"),
    "instrumented": Phrase("beyond its instrumented range of {}", "más allá de su alcance instrumental de {}"),
    "detection": Phrase("too weak an echo: seen to {}", "eco demasiado débil: visto hasta {}"),
    "inner": Phrase("inside its blind cone of {}", "dentro de su cono ciego de {}"),
    "belowBeam": Phrase("below its beam: seen from {} up", "bajo su haz: se ve desde {}"),
    "belowBeamAlways": Phrase("below its beam, and hidden higher up", "bajo su haz, y oculto más arriba"),
    "minimumRange": Phrase(
      "nearer than its minimum range: seen from {} up", "más cerca que su alcance mínimo: se ve desde {}"),
    "minimumRangeAlways": Phrase("nearer than its minimum range", "más cerca que su alcance mínimo"),
    "aboveBeam": Phrase("above its beam: seen up to {}", "sobre su haz: se ve hasta {}"),
    "aboveBeamAlways": Phrase("in its cone of silence", "en su cono de silencio"),
    "sector": Phrase("in a blind sector, azimuth {}", "en un sector ciego, acimut {}"),
    "transponder": Phrase(
      "secondary radar: no transponder, no answer", "radar secundario: sin transpondedor no hay respuesta"),
    "farther": Phrase("beyond its horizon at any useful height", "más allá de su horizonte a cualquier altura útil"),
    "first": Phrase("First there after an order", "Primero en llegar tras una orden"),
    "asset": asset,
    "base": base,
    "day": Phrase("By day", "De día"),
    "night": Phrase("By night", "De noche"),
    "afterOrder": Phrase("After the order", "Tras la orden"),
    "arrival": Phrase("(overhead)", "(sobrevuelo)"),
    "nobody": Phrase("Nobody reaches this place.", "Nadie llega a este lugar."),
    "notFlown": notFlown,
    "endurance": Phrase("fuel does not last", "no alcanza el combustible"),
    "ceiling": Phrase("above its ceiling", "por encima de su techo"),
    "nearestTime": Phrase("there {} after an order {}", "allí {} tras una orden {}"),
    "nearestNever": Phrase("nobody from there {}", "nadie desde allí {}"),
    "nearest": Phrase("Nearest base: {}, {}", "Base más cercana: {}, {}"),
    "reachPopup": Phrase("{}: {} min after take-off, {}", "{}: {} min tras el despegue, {}"),
    "seenByRadar": keySeen,
    "bought": bought,
    "existing": existing,
    "site": Phrase("candidate site", "sitio candidato"),
    "strip": strip,
    "approximate": Phrase("approximate position", "posición aproximada"),
    "detected": Phrase(
      "{} first detected at {}, {} before landing", "{} detectado primero a las {}, {} antes de aterrizar"),
    "way": Phrase("{}: the least-observed route", "{}: la entrada que menos se ve"),
    "waySeen": Phrase("seen on {} of {}", "vista en {} de {}"),
    "wayFirst": Phrase("first seen {} before the strip, by {}", "vista primero {} antes de la pista, por {}"),
    "wayUnseen": Phrase("no radar sees it on this way", "ningún radar lo ve por esta vía"),
    "inbound": Phrase("inbound", "ida"),
    "outbound": Phrase("way out", "salida"),
    "verdict": outcome,
    "position": Phrase("Position", "Posición"),
    "agl": Phrase("above ground", "sobre el terreno"),
    "amsl": Phrase("above sea level", "sobre el mar"),
    "noUnpacking": Phrase(
      "This browser cannot unpack the terrain layers; a browser of 2023 or later can.",
      "Este navegador no puede descomprimir las capas de terreno; uno de 2023 o posterior puede."),
    "zoomIn": Phrase("Zoom in", "Acercar"),
    "zoomOut": Phrase("Zoom out", "Alejar"),
    "before_landing": beforeLanding,
    "on_ground": onGround,
    "in_flight": inFlight,
    "busy": busy,
    "untracked": untracked,
    "too_late": tooLate,
    "out_of_reach": outOfReach,
    "not_flown": notFlown,
    "never_tracked": neverTracked,
    "never_seen": neverSeen,
  ]
}
