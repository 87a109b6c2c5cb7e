/// The texts of the comparison of two plans.
extension Phrase {
  static let comparison = Phrase("Two plans compared", "Dos planes comparados")
  static let changes = Phrase("What changes", "Qué cambia")
  static let before = Phrase("Before", "Antes")
  static let after = Phrase("After", "Después")
  static let change = Phrase("Change", "Cambio")
  static let figure = Phrase("Figure", "Cifra")
  static let plan = Phrase("Plan", "Plan")
  static let folder = Phrase("Folder", "Carpeta")
  static let scenario = Phrase("Scenario", "Escenario")
  static let cost = Phrase("Cost", "Costo")
  static let costUnknown = Phrase(
    "without a price, or in two currencies: not compared", "sin precio, o en dos monedas: no se compara")
  static let costNone = Phrase("neither buys anything", "ninguno compra nada")
  static let costSame = Phrase("{}, the same", "{}, el mismo")
  static let radarsAdded = Phrase("Radars added", "Radares añadidos")
  static let radarsRemoved = Phrase("Radars removed", "Radares quitados")
  static let doubtScenarios = Phrase(
    "the plans are of two scenarios: what has the same id is taken to be the same",
    "los planes son de dos escenarios: lo que tiene el mismo id se toma por lo mismo")
  static let doubtTargets = Phrase(
    "coverage is measured for different targets: areas do not compare",
    "la cobertura se mide para blancos distintos: las áreas no se comparan")
  static let doubtTools = Phrase(
    "the plans were made by different versions of the tool", "los planes son de versiones distintas de la herramienta")
  static let outcomeFlights = Phrase("flights a day", "vuelos al día")
  static let outcomeDetected = Phrase("detected before landing, a day", "detectados antes de aterrizar, al día")
  static let outcomeOrdered = Phrase("ordered before take-off, a day", "con orden antes del despegue, al día")
  static let outcomeMet = Phrase("met at the strip, a day", "alcanzados en la pista, al día")
  static let outcomeMetInFlight = Phrase("met in flight only, a day", "alcanzados solo en vuelo, al día")
  static let outcomeWarningShortest = Phrase("shortest warning", "aviso más corto")
  static let outcomeWarningMedian = Phrase("median warning", "aviso mediano")
  static let outcomeWarningLongest = Phrase("longest warning", "aviso más largo")
  static let comparedCoverage = Phrase("Coverage", "Cobertura")
  static let comparedCoverageTitle = Phrase(
    "Area seen by at least 1 radar before and after, by height above ground, km²",
    "Área vista por al menos 1 radar antes y después, por altura sobre el terreno, km²")
  static let comparedFlights = Phrase("Windows of the flights", "Ventanas de los vuelos")
  static let flightsChanged = Phrase("{} of {} flights change", "Cambian {} de {} vuelos")
  static let comparedTimes = Phrase("Times to the strips", "Tiempos a las pistas")
  static let timesChanged = Phrase("{} of {} times change", "Cambian {} de {} tiempos")
  static let requiredChanged = Phrase(
    "{} of {} distances at which flights must be seen change",
    "Cambian {} de {} distancias a las que hay que ver los vuelos"
  )
  static let comparedWarnings = Phrase("Warnings", "Advertencias")
  static let warningsAdded = Phrase("Only after", "Solo después")
  static let warningsRemoved = Phrase("Only before", "Solo antes")
  static let notDemanded = Phrase("not demanded", "no exigido")
  static let demandSide = Phrase("{} ({} required): {}", "{} (se exige {}): {}")
  static let notExpected = Phrase("not expected", "no previsto")
  static let nothingChanges = Phrase("Nothing changes.", "Nada cambia.")
}

extension PlanComparison.Doubt {
  var phrase: Phrase {
    switch self {
    case .scenarios: .doubtScenarios
    case .targets: .doubtTargets
    case .tools: .doubtTools
    }
  }
}
