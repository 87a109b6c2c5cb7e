/// The texts of the report's last section: parameters, limits, warnings.
extension Phrase {
  static let parameters = Phrase("Every parameter", "Todos los parámetros")
  static let parameter = Phrase("Parameter", "Parámetro")
  static let value = Phrase("Value", "Valor")
  static let unit = Phrase("Unit", "Unidad")
  static let source = Phrase("Source", "Origen")
  static let isDefault = Phrase("default of the tool", "valor por defecto de la herramienta")
  static let isStated = Phrase("scenario", "escenario")
  static let isConstant = Phrase("constant: GRS 80, Moritz 2000", "constante: GRS 80, Moritz 2000")
  static let radarCatalogue = Phrase("Radars", "Radares")
  static let kind = Phrase("Kind", "Clase")
  static let primary = Phrase("primary", "primario")
  static let secondary = Phrase("secondary", "secundario")
  static let instrumentedRange = Phrase("Instrumented range", "Alcance instrumental")
  static let detectionRange = Phrase("Detection range", "Alcance de detección")
  static let minimumRange = Phrase("Minimum range", "Alcance mínimo")
  static let antenna = Phrase("Antenna above ground", "Antena sobre el terreno")
  static let siteElevation = Phrase("Site above sea level", "Sitio sobre el mar")
  static let status = Phrase("Status", "Estado")
  static let localTime = Phrase("local time", "hora local")
  static let existing = Phrase("stands today", "existe hoy")
  static let bought = Phrase("bought", "comprado")
  static let forCrossSection = Phrase("{} of {}", "{} de {}")
  static let aircraftAndAssets = Phrase("Aircraft and assets", "Aeronaves y medios")
  static let aircraft = Phrase("Aircraft", "Aeronave")
  static let count = Phrase("Count", "Cantidad")
  static let cruise = Phrase("Cruise", "Crucero")
  static let endurance = Phrase("Endurance", "Autonomía")
  static let reserve = Phrase("Reserve", "Reserva")
  static let ceiling = Phrase("Ceiling above sea level", "Techo sobre el mar")
  static let readyByDay = Phrase("Ready by day", "Alistamiento de día")
  static let readyByNight = Phrase("Ready by night", "Alistamiento de noche")
  static let startAndClimb = Phrase("Start and climb", "Arranque y ascenso")
  static let landing = Phrase("Landing", "Aterrizaje")
  static let unknown = Phrase("unknown", "desconocido")
  static let terrainUnknownAtSite = Phrase(
    "terrain unknown at its site: treated as seeing nothing",
    "terreno desconocido en su sitio: se cuenta como que no ve nada")
  static let droppedRadars = Phrase(
    "Treated as seeing nothing because the terrain at their sites is unknown: {}.",
    "Se cuentan como que no ven nada, pues se desconoce el terreno en sus sitios: {}.")
  static let warnings = Phrase("Warnings", "Advertencias")
  static let limits = Phrase("Limits of the models", "Límites de los modelos")
  static let versions = Phrase("Versions", "Versiones")
  static let reproduce = Phrase("To make this page again", "Para rehacer esta página")
  static let noSeeds = Phrase(
    "Nothing here is drawn at random: the same scenario gives the same bytes.",
    "Nada aquí se sortea: el mismo escenario da los mismos bytes.")
  static let versionLine = Phrase(
    "atalaya {}, PROJ {}, GDAL {}; positions on WGS 84, geodesics on its ellipsoid.",
    "atalaya {}, PROJ {}, GDAL {}; posiciones en WGS 84, geodésicas sobre su elipsoide.")
  static let fields = Phrase(
    "Further files: plan.json has every figure of this page, with the unit in its key.",
    "Otros archivos: plan.json tiene cada cifra de esta página, con la unidad en su clave.")

  static let limitSmooth = Phrase(
    "The Earth is smooth, with its ground at {} above sea level: coverage, warnings and meetings are estimates. Over real terrain mountains hide more, and aircraft over high ground are seen from farther.",
    "La Tierra es lisa, con su suelo a {} sobre el mar: la cobertura, los avisos y los encuentros son estimaciones. Sobre el terreno real los cerros ocultan más, y las aeronaves sobre terreno alto se ven desde más lejos."
  )
  static let limitTerrain = Phrase(
    "Radars see along the line of sight over terrain ({}): no diffraction, no vegetation; what is unknown counts as not seen.",
    "Los radares ven por línea de vista sobre el terreno ({}): sin difracción ni vegetación; lo desconocido cuenta como no visto."
  )
  static let limitNoTerrain = Phrase(
    "The scenario names no terrain; atalaya terrain fetch gets it.",
    "El escenario no nombra un terreno; atalaya terrain fetch lo trae.")
  static let limitStraight = Phrase(
    "Responses fly straight, at cruise and in still air.",
    "Los medios vuelan en línea recta, a crucero y con aire en calma.")
  static let limitLow = Phrase(
    "Sites below the smooth ground count as standing on it: {}.",
    "Los sitios bajo el suelo liso cuentan como si estuvieran sobre él: {}.")
  static let limitDetectionIsSharp = Phrase(
    "A radar sees or does not see: no probability of detection, no loss by rain or clutter. What is in view for less than its revisit does not count.",
    "Un radar ve o no ve: sin probabilidad de detección, sin pérdidas por lluvia ni ecos parásitos. Lo que está a la vista menos de un período de barrido no cuenta."
  )
  static let limitNoRadar = Phrase(
    "The network has no radar: nothing is seen.", "La red no tiene radar: no se ve nada.")
  static let originalText = Phrase("", "mensaje de la herramienta, en inglés:")

  static let problemFile = Phrase("a file", "un archivo")
  static let problemSyntax = Phrase("syntax", "sintaxis")
  static let problemMissing = Phrase("a missing field", "falta un campo")
  static let problemUnknownField = Phrase("an unknown field", "un campo desconocido")
  static let problemValue = Phrase("a value", "un valor")
  static let problemRange = Phrase("a value outside its range", "un valor fuera de su rango")
  static let problemReference = Phrase("an unknown id", "un id desconocido")
  static let problemDuplicate = Phrase("something stated twice", "algo repetido")
  static let problemPosition = Phrase("a doubtful position", "una posición dudosa")
  static let problemIncomplete = Phrase("something left out", "algo que falta")

  static let parameterNames: [String: Phrase] = [
    "ground_elevation": Phrase("Elevation of the smooth ground", "Elevación del suelo liso"),
    "effective_earth_k": Phrase("Effective Earth radius factor k", "Factor k de radio efectivo de la Tierra"),
    "earth_mean_radius": Phrase("Mean radius of the Earth", "Radio medio de la Tierra"),
    "target_rcs": Phrase("Radar cross-section of the coverage target", "Sección radar del blanco de cobertura"),
    "target_transponder": Phrase("Coverage target has a transponder", "El blanco de cobertura lleva transpondedor"),
    "altitude_bands": Phrase("Altitude bands", "Alturas de cálculo"),
    "altitudes_amsl": Phrase("Altitudes above mean sea level", "Altitudes sobre el nivel del mar"),
    "daylight.begin": Phrase("First light", "Primera luz"),
    "daylight.end": Phrase("Last light", "Última luz"),
    "alert.confirmation": Phrase("From first echo to track", "Del primer eco a la traza"),
    "alert.decision": Phrase("From track to order", "De la traza a la orden"),
    "alert.track_memory": Phrase(
      "How long a track is kept after the last sight", "Cuánto se conserva la traza tras la última vista"),
    "units": Phrase("Units of this page", "Unidades de esta página"),
    "on_scene_time": Phrase("Time on scene, before the way back", "Tiempo en el lugar, antes del regreso"),
  ]
  static let yes = Phrase("yes", "sí")
  static let no = Phrase("no", "no")
}
