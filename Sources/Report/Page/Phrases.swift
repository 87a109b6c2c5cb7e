/// The texts of the report's sections, in every language.
extension Phrase {
  // The page.
  static let skip = Phrase("Skip to the content", "Ir al contenido")
  static let theme = Phrase("Dark or light", "Oscuro o claro")
  static let print = Phrase("Print", "Imprimir")
  static let contents = Phrase("Contents", "Contenido")
  static let languageName = Phrase("Español", "English")
  static let madeBy = Phrase(
    "Made on {} (UTC) by atalaya {} on this machine; the page sends nothing.",
    "Hecho el {} (UTC) por atalaya {} en este equipo; la página no envía nada.")
  static let sources = Phrase("Data sources", "Fuentes de datos")
  static let sourcesLayers = Phrase("layers {}", "capas {}")
  static let sourcesInline = Phrase("all layers in scenario.yaml", "todas las capas en scenario.yaml")
  static let sourcesTerrain = Phrase(
    "terrain {} ({} posts, {}, heights {})", "terreno {} ({} puntos, {}, alturas {})")
  static let sourcesSmooth = Phrase(
    "no terrain: a smooth Earth with its ground at {}", "sin terreno: una Tierra lisa con el suelo a {}")
  static let sourcesEarth = Phrase("effective Earth k {}", "Tierra efectiva k {}")
  static let sourcesPrograms = Phrase("PROJ {}, GDAL {}", "PROJ {}, GDAL {}")
  static let noScript = Phrase(
    "Without JavaScript the map does not answer clicks; everything else is here.",
    "Sin JavaScript el mapa no responde a los clics; todo lo demás está aquí.")

  // Headings.
  static let summary = Phrase("In short", "En breve")
  static let map = Phrase("Map", "Mapa")
  static let matrix = Phrase(
    "Who reaches which strip, and with how much to spare", "Quién llega a qué pista y con cuánto margen")
  static let windows = Phrase("Each flight, minute by minute", "Cada vuelo, minuto a minuto")
  static let required = Phrase("How far out each flight must be seen", "A qué distancia hay que ver cada vuelo")
  static let purchases = Phrase("The purchases compared", "Las compras comparadas")
  static let coverage = Phrase("Coverage by altitude", "Cobertura por altura")
  static let assumptions = Phrase("Assumptions", "En qué se basa")

  // Summary.
  static let networkToday = Phrase("The radars of today: {}.", "Los radares de hoy: {}.")
  static let networkBought = Phrase(
    "The radars of today and the purchase “{}”: {} in all.", "Los radares de hoy y la compra «{}»: {} en total.")
  static let tileSeen = Phrase(
    "of the flights detected before landing", "de los vuelos detectados antes de aterrizar")
  static let tileMet = Phrase("of the flights met at the strip", "de los vuelos alcanzados en la pista")
  static let tileWarning = Phrase("median warning of all flights", "aviso mediano de todos los vuelos")
  static let tileArea = Phrase("seen at {} above ground", "vistos a {} sobre el terreno")
  static let perDay = Phrase("{} of {} a day", "{} de {} al día")
  static let between = Phrase("{} to {}", "de {} a {}")
  static let none = Phrase("none", "ninguno")
  static let noFlights = Phrase("no flights expected", "sin vuelos previstos")
  static let askSeen = Phrase("What is seen?", "¿Qué se ve?")
  static let askTime = Phrase("Who arrives in time?", "¿Quién llega a tiempo?")
  static let askBuy = Phrase("What to buy?", "¿Qué comprar?")
  static let askSure = Phrase("How sure is it?", "¿Qué tan seguro es?")
  static let seenAreas = Phrase("Of a target of {} {}: {}.", "De un blanco de {} {}: {}.")
  static let withTransponder = Phrase("with transponder", "con transpondedor")
  static let withoutTransponder = Phrase("without transponder", "sin transpondedor")
  static let areaAt = Phrase("{} at {}", "{} a {}")
  static let seenBlind = Phrase(
    "Secondary radars see nothing of an aircraft without transponder: {}.",
    "Los radares secundarios no ven una aeronave sin transpondedor: {}.")
  static let seenUnknown = Phrase(
    "Up to {} more, inside the terrain, are over or behind unknown ground.",
    "Hasta {} más, dentro del terreno, están sobre terreno desconocido o tras él.")
  static let seenOutside = Phrase(
    "No area includes the range outside the terrain: {}.",
    "Ninguna área incluye el alcance fuera del terreno: {}.")
  static let seenOutsidePart = Phrase("of {} {}, {} at most", "de {} el {}, {} como máximo")
  static let seenNothing = Phrase("There is no radar: nothing is seen.", "No hay radar: no se ve nada.")
  static let metSentence = Phrase(
    "{} of {} flights a day are met at the strip.", "{} de {} vuelos al día son alcanzados en la pista.")
  static let buyNone = Phrase("The scenario compares no purchases.", "El escenario no compara compras.")
  static let buyLine = Phrase(
    "{}: {} for {}; detected {}, tracked {}, met {} of {} flights a day ({} detected, {} tracked, {} met).",
    "{}: {} por {}; detectados {}, con traza {}, alcanzados {} de {} vuelos al día ({} detectados, {} con traza, {} alcanzados)."
  )
  static let oneRadar = Phrase("{} radar", "{} radar")
  static let someRadars = Phrase("{} radars", "{} radares")
  static let buyBest = Phrase(
    "Of the purchases compared, “{}” meets the most flights.",
    "De las compras comparadas, «{}» es la que alcanza más vuelos."
  )
  static let buyEqual = Phrase(
    "{} of the purchases meet the most flights, {} a day each{}.",
    "{} de las compras alcanzan el mayor número de vuelos, {} al día cada una{}.")
  static let buyAllEqual = Phrase(
    "All {} purchases meet the same number of flights, {} a day{}.",
    "Las {} compras alcanzan el mismo número de vuelos, {} al día{}.")
  static let buyCheapest = Phrase("; the cheapest of them is “{}”", "; la más barata de ellas es «{}»")
  static let buyNothingGained = Phrase(
    "None of the purchases meets more flights than today’s radars.",
    "Ninguna compra alcanza más vuelos que los radares de hoy.")
  static let unpriced = Phrase("without a price", "sin precio")
  static let sureSmooth = Phrase(
    "The Earth is smooth here: no mountain hides an aircraft, and none lifts it. Coverage, warning and meetings are estimates.",
    "Aquí la Tierra es lisa: ningún cerro oculta una aeronave ni la eleva. La cobertura, el aviso y los encuentros son estimaciones."
  )
  static let sureTerrain = Phrase(
    "Coverage, warnings and meetings count what terrain hides; the map shows what holds in the middle of each of its cells.",
    "La cobertura, los avisos y los encuentros cuentan lo que el terreno oculta; el mapa dice lo que vale en el centro de cada una de sus celdas."
  )
  static let sureApproximate = Phrase(
    "{} of {} strips have approximate positions.", "{} de {} pistas tienen posiciones aproximadas.")
  static let sureDefaults = Phrase(
    "{} of {} settings are defaults of the tool, not of the scenario.",
    "{} de {} parámetros son valores por defecto de la herramienta, no del escenario.")
  static let sureWarnings = Phrase(
    "{} limits and warnings are listed under “{}”.", "{} límites y advertencias se listan en «{}».")
  static let demands = Phrase("Demanded", "Exigido")
  static let demandMet = Phrase("{}: {} required, {} reached", "{}: se exige {}, se alcanza {}")
  static let isReached = Phrase("reached", "cumplido")
  static let isMissed = Phrase("missed", "no cumplido")
  static let shareDetectedName = Phrase("flights detected before landing", "vuelos detectados antes de aterrizar")
  static let shareMetName = Phrase("flights met at the strip", "vuelos alcanzados en la pista")
  /// What a demand of scenario.yaml is of, by its key.
  static func demand(_ key: String) -> Phrase {
    switch key {
    case "share_detected": shareDetectedName
    case "share_tracked": shareTrackedName
    default: shareMetName
    }
  }

  // Columns and words.
  static let flight = Phrase("Flight", "Vuelo")
  static let strip = Phrase("Strip", "Pista")
  static let base = Phrase("Base", "Base")
  static let asset = Phrase("Asset", "Medio")
  static let radar = Phrase("Radar", "Radar")
  static let type = Phrase("Type", "Tipo")
  static let firstSeen = Phrase("First detected", "Primera detección")
  static let by = Phrase("by", "por")
  static let warning = Phrase("Warning", "Aviso")
  static let lands = Phrase("Lands", "Aterriza")
  static let leaves = Phrase("Leaves", "Despega")
  static let bestAsset = Phrase("Best asset", "Mejor medio")
  static let arrives = Phrase("Arrives", "Llega")
  static let toSpare = Phrase("To spare", "Margen")
  static let outcome = Phrase("Outcome", "Resultado")
  static let never = Phrase("never", "nunca")
  static let day = Phrase("by day", "de día")
  static let night = Phrase("by night", "de noche")
  static let height = Phrase("Height above ground", "Altura sobre el terreno")
  static let beforeLanding = Phrase("before landing", "antes de aterrizar")
  static let onGround = Phrase("on the ground", "en tierra")
  static let inFlight = Phrase("in flight", "en vuelo")
  static let tooLate = Phrase("too late", "tarde")
  static let outOfReach = Phrase("out of reach", "fuera de alcance")
  static let notFlown = Phrase("does not fly then", "no vuela a esa hora")

  // Matrix.
  static let matrixNote = Phrase(
    "Each cell: time from the order to the strip for the fastest asset of the base, and under it, with a sign, what is to spare before the aircraft leaves, for the flight to that strip that leaves least time after an order given in that period, were the asset free. Only tracked flights can be late or in time.",
    "Cada celda: tiempo desde la orden hasta la pista para el medio más rápido de la base, y debajo, con signo, el margen antes de que la aeronave se vaya, para el vuelo a esa pista que deja menos tiempo tras una orden dada en ese período, si el medio está libre. Solo los vuelos con traza pueden alcanzarse o no."
  )
  static let matrixCaption = Phrase("Base × strip {}", "Base × pista {}")
  static let keyGood = Phrase("15 min or more to spare", "15 min o más de margen")
  static let keyTight = Phrase("less than 15 min to spare", "menos de 15 min de margen")
  static let keyLate = Phrase("too late", "tarde")
  static let keyTime = Phrase(
    "reached; no order against a flight in that period", "alcanzable; sin orden contra un vuelo en ese período")
  static let keyOut = Phrase("out of reach or not flown", "fuera de alcance o no vuela")
  static let spare = Phrase("{} to spare", "margen {}")
  static let late = Phrase("{} late", "{} tarde")
  static let overhead = Phrase("overhead only", "solo sobrevuelo")
  static let allResponses = Phrase("Every asset to every strip", "Cada medio a cada pista")
  static let distance = Phrase("Distance", "Distancia")
  static let ready = Phrase("Ready", "Alistamiento")
  static let flying = Phrase("Flight", "Vuelo")
  static let total = Phrase("Total", "Total")
  static let period = Phrase("Period", "Período")
  static let because = Phrase("Out of reach because", "Fuera de alcance porque")
  static let fuelShort = Phrase("fuel for {}, needs {}", "combustible para {}, necesita {}")
  static let aboveCeiling = Phrase("strip at {}, ceiling {}", "pista a {}, techo {}")
  static let notFlownBy = Phrase("does not fly {}", "no vuela {}")

  // Windows.
  static let windowsNote = Phrase(
    "Time runs from left to right, in minutes from the landing. The four best assets of each flight are drawn; windows.csv has all.",
    "El tiempo corre de izquierda a derecha, en minutos desde el aterrizaje. Se dibujan los cuatro mejores medios de cada vuelo; windows.csv los tiene todos."
  )
  static let keySeen = Phrase("seen by a radar", "visto por un radar")
  static let keyUnseen = Phrase("in flight, unseen", "en vuelo, no visto")
  static let keyStrip = Phrase("on the strip", "en la pista")
  static let keyReady = Phrase("getting ready", "alistándose")
  static let keyFlying = Phrase("asset in flight", "medio en vuelo")
  static let keyMeet = Phrase("could meet it in flight", "podría encontrarlo en vuelo")
  static let keyOrder = Phrase("order", "orden")
  static let ganttTitle = Phrase(
    "Timelines of {} flights and of the assets that respond",
    "Líneas de tiempo de {} vuelos y de los medios que responden")
  static let minutesFromLanding = Phrase("minutes from landing", "minutos desde el aterrizaje")
  static let landsAt = Phrase("{} lands {}", "{} aterriza {}")
  static let flightsCaption = Phrase("What becomes of each flight", "Qué pasa con cada vuelo")

  // Required detection.
  static let requiredNote = Phrase(
    "For the asset that needs least warning to be at the strip before the aircraft leaves: how far before the strip, along the route, the aircraft must first be seen. The mark shows where the sighting of this network begins that makes the track.",
    "Para el medio que necesita menos aviso para estar en la pista antes de que la aeronave se vaya: a qué distancia de la pista, sobre la ruta, hay que verla por primera vez. La marca indica dónde empieza la vista de esta red que da la traza."
  )
  static let requiredTitle = Phrase(
    "Required detection distance along the route, km", "Distancia de detección necesaria sobre la ruta, km")
  static let alongRoute = Phrase("Along the route", "Sobre la ruta")
  static let direct = Phrase("Direct", "Directa")
  static let seeBefore = Phrase("Before landing", "Antes de aterrizar")
  static let chain = Phrase("From echo to arrival", "Del eco a la llegada")
  static let seenAt = Phrase("Seen at", "Visto a")
  static let beforeItStarts = Phrase("before its route begins", "antes de que empiece su ruta")
  static let nobody = Phrase("no asset serves it", "ningún medio la atiende")
  static let firstSeenMark = Phrase(
    "seen from here long enough for a track", "visto desde aquí lo suficiente para una traza")

  // Purchases.
  static let purchasesNote = Phrase(
    "Each purchase is added to the radars of today and measured against the same flights.",
    "Cada compra se suma a los radares de hoy y se mide con los mismos vuelos.")
  static let purchase = Phrase("Purchase", "Compra")
  static let today = Phrase("today’s radars", "radares de hoy")
  static let price = Phrase("Price", "Precio")
  static let priceRange = Phrase("Range", "Intervalo")
  static let budget = Phrase("Budget", "Presupuesto")
  static let radars = Phrase("Radars", "Radares")
  static let radarsBought = Phrase("Radars bought", "Radares comprados")
  static let seenADay = Phrase("Detected a day", "Detectados al día")
  static let metADay = Phrase("Met a day", "Alcanzados al día")
  static let medianWarning = Phrase("Median warning", "Aviso mediano")
  static let seenAtHeight = Phrase("Seen at {}, km²", "Visto a {}, km²")
  static let purchasesTitle = Phrase(
    "Flights a day that each purchase lets detect and meet", "Vuelos al día que cada compra permite detectar y alcanzar"
  )
  static let listOf = Phrase("What “{}” buys", "Qué compra «{}»")
  static let site = Phrase("Site", "Sitio")
  static let overBudget = Phrase("above the budget", "sobre el presupuesto")

  // Coverage.
  static let coverageTitle = Phrase(
    "Area seen by at least 1, 2 and 3 radars, by height above ground, km²",
    "Área vista por al menos 1, 2 y 3 radares, por altura sobre el terreno, km²")
  static let atLeast = Phrase("{} or more radars", "{} o más radares")
  static let ofRegion = Phrase("Of the region’s {} km²", "De los {} km² de la región")
  static let amslShort = Phrase("AMSL", "s. n. m.")
  static let areaCaption = Phrase("Area seen, km²", "Área vista, km²")
  static let ringsCaption = Phrase(
    "How far each radar sees, km, and what ends it", "Hasta dónde ve cada radar, km, y qué lo limita")
  static let reachCaption = Phrase(
    "How far each radar sees over the terrain, km: the farthest place, and the distance that half of the azimuths do not exceed",
    "Hasta dónde ve cada radar sobre el terreno, km: el punto más lejano, y la distancia que la mitad de los azimuts no supera"
  )
  static let medianReach = Phrase("median {}", "mediana {}")
  static let limitInstrumented = Phrase("instrument", "instrumento")
  static let limitDetection = Phrase("echo", "eco")
  static let limitHorizon = Phrase("horizon", "horizonte")
  static let limitBeam = Phrase("beam", "haz")
  static let limitBlind = Phrase("blind", "ciego")
  static let from = Phrase("from {}", "desde {}")

  // Skylines.
  static let skylines = Phrase(
    "What the ground around the radars hides", "Qué oculta el terreno en torno a los radares")
  static let skylinesNote = Phrase(
    "Below its skyline a radar sees nothing behind the ridge. Elevation angles at the antenna, out to the radar’s range; where the ground is unknown nothing is drawn.",
    "Bajo su línea de horizonte un radar no ve nada tras la cresta. Ángulos de elevación desde la antena, hasta el alcance del radar; donde el terreno es desconocido no se dibuja nada."
  )
  static let skylinesTitle = Phrase(
    "Skyline of each radar: elevation angle of the highest ground, by azimuth",
    "Horizonte de cada radar: ángulo de elevación del terreno más alto, por acimut")
  static let compass = Phrase("N NE E SE S SW W NW N", "N NE E SE S SO O NO N")
  static let routes = Phrase("What is seen along each flight’s way", "Qué se ve a lo largo de cada vuelo")
  static let routesNote = Phrase(
    "The route to the strip and back. Above the dashed line the network sees the aircraft; the aircraft’s line is strong blue where a radar sees it and orange where none does. Where the dashed line is missing, no radar sees below the upper edge. Heights above mean sea level, in {}.",
    "El camino de entrada a la pista y el de salida. Por encima de la línea discontinua la red ve la aeronave; su línea es azul donde un radar la ve y naranja donde ninguno. Donde falta la línea discontinua ningún radar ve por debajo del borde superior. Alturas sobre el nivel del mar, en {}."
  )
  static let routesTitle = Phrase(
    "Ground, coverage floor and aircraft along each flight’s way, {} above sea level",
    "Terreno, piso de cobertura y aeronave a lo largo de cada vuelo, {} sobre el mar")
  static let routeFloor = Phrase("seen by a radar from here up", "visto por un radar de aquí hacia arriba")
  static let routeSeen = Phrase("aircraft, seen", "aeronave, vista")
  static let routeHidden = Phrase("aircraft, not seen", "aeronave, no vista")
  static let waysNote = Phrase(
    "The ground from each radar to the strip nearest to it, and the lowest line of sight over the strip. The radar’s own limits are not in the drawing.",
    "El terreno desde cada radar hasta la pista más cercana, y la línea de vista más baja sobre la pista. Los límites propios del radar no están en el dibujo."
  )
  static let waysTitle = Phrase(
    "Terrain from each radar to the strip nearest to it", "Terreno desde cada radar hasta la pista más cercana")
  static let wayLowest = Phrase("in sight from {} above the strip", "a la vista desde {} sobre la pista")
  static let wayUnknown = Phrase("unknown ground on the way", "terreno desconocido en el camino")
}
