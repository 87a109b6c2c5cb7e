/// The texts of what to buy.
extension Phrase {
  static let placement = Phrase("What to buy, and where to put it", "Qué comprar y dónde ponerlo")
  static let placementNote = Phrase(
    "The best list found for the budget, in the order in which to buy it: what gains most per million first. The bound is proven: no list within the budget is worth more.",
    "La mejor lista hallada para el presupuesto, en el orden en que conviene comprar: primero lo que más gana por millón. La cota está demostrada: ninguna lista dentro del presupuesto vale más."
  )
  static let placementValue = Phrase(
    "For {} of {}: {}: {}, today {}.", "Por {} de {}: {}: {}, hoy {}.")
  static let placementOnTop = Phrase(
    "The list is on top of the purchase {}, which counts as made; its price is not part of the budget. With it alone: {}.",
    "La lista se suma a la compra {}, que se da por hecha; su precio no entra en el presupuesto. Solo con ella: {}.")
  static let placementValueOnTop = Phrase("For {} of {}: {}: {}.", "Por {} de {}: {}: {}.")
  static let placementSampled = Phrase(
    "What is proven is the best list for the cells by which the area is sampled; areas are good to about ± {}.",
    "Lo demostrado es la mejor lista para las celdas con que se muestrea el área; las áreas valen con un error de unos ± {}."
  )
  static let placementProven = Phrase("Proven the best there is.", "Está demostrado que no hay mejor.")
  static let placementBound = Phrase(
    "No more than {} is possible: the list is at most {} % below it.",
    "No es posible más de {}: la lista queda a lo sumo un {} % por debajo.")
  static let placementTitle = Phrase("What each budget reaches", "Lo que alcanza cada presupuesto")
  static let placementReached = Phrase("reached by a list", "alcanzado por una lista")
  static let placementBand = Phrase("not excluded by the proof", "no excluido por la demostración")
  static let placementAxis = Phrase("budget, millions of {}", "presupuesto, millones de {}")
  static let placementWithout = Phrase("What if one radar fails", "Si un radar falla")
  static let knee = Phrase("knee: {}, {}", "codo: {}, {}")
  static let flightsADay = Phrase("flights/day", "vuelos/día")
  static let minutesADay = Phrase("min/day", "min/día")
  static let flightADay = Phrase("flight/day", "vuelo/día")
  static let casesUnit = Phrase("cases", "casos")
  static let caseUnit = Phrase("case", "caso")
  static let proposedList = Phrase("The list for {}", "La lista para {}")
  static let order = Phrase("Order", "Orden")
  static let gain = Phrase("Gain", "Ganancia")
  static let gainPerMillion = Phrase("Gain per million", "Ganancia por millón")
  static let costSoFar = Phrase("Cost so far", "Costo acumulado")
  static let measures = Phrase("Besides radars", "Además de radares")
  static let without = Phrase("Without", "Sin")
  static let valueHead = Phrase("Value", "Valor")
  static let objectiveInterceptions = Phrase(
    "flights a day met at the strip, each as if every asset were free for it",
    "vuelos al día alcanzados en la pista, cada uno como si todos los medios estuvieran libres")
  static let objectiveDetection = Phrase(
    "cases, each strip by day and by night, whose flights are seen as far out as needed",
    "casos, cada pista de día y de noche, cuyos vuelos se ven tan lejos como hace falta")
  static let objectiveTrack = Phrase("minutes a day of flights seen", "minutos al día de vuelos vistos")
  static let objectiveSecond = Phrase(
    "minutes a day of flights seen by two radars", "minutos al día de vuelos vistos por dos radares")
  static let objectiveWorst = Phrase("share seen of the least-observed flight", "parte vista del vuelo menos visto")
  static let objectiveArea = Phrase("area seen", "área vista")
}
