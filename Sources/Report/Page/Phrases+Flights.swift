/// The words for what is seen of flights and what becomes of them.
extension Phrase {
  static let neverSeen = Phrase("never detected", "nunca detectado")
  static let neverTracked = Phrase("detected, never tracked", "detectado, nunca con traza")
  static let untracked = Phrase("in flight, untracked", "en vuelo, sin traza")
  static let busy = Phrase("busy", "ocupado")
  static let busyWith = Phrase("busy with {} until {}", "ocupado con {} hasta las {}")
  static let onlyGlimpsed = Phrase("never; in view for {} at most", "nunca; a la vista {} como máximo")
  static let trackedPerDay = Phrase("{} of {} a day, {} tracked", "{} de {} al día, {} con traza")
  static let trackedADay = Phrase("Tracked a day", "Con traza al día")
  static let shareTrackedName = Phrase("flights tracked before landing", "vuelos con traza antes de aterrizar")
  static let keyGlimpse = Phrase(
    "in view for less than one revisit: not counted", "a la vista menos de un barrido: no cuenta")
  static let keyUntracked = Phrase("could meet it, untracked: not counted", "podría encontrarlo, sin traza: no cuenta")
  static let revisit = Phrase("Revisit", "Período de barrido")
  static let afterLanding = Phrase("after landing", "después de aterrizar")
  static let outcomeTracked = Phrase("tracked before landing, a day", "con traza antes de aterrizar, al día")

  static let glossary = Phrase("What the words mean", "Qué significan las palabras")
  static let glossaryTerms: [(term: Phrase, meaning: Phrase)] = [
    (
      Phrase("Detected", "Detectado"),
      Phrase(
        "One radar has the aircraft in view without a break for its revisit or longer, so that a look cannot have missed it. Where a radar states no revisit any look counts. First detected is when the first such sighting begins.",
        "Un radar tiene la aeronave a la vista sin interrupción durante su período de barrido o más: un barrido no pudo perderla. Si un radar no indica su período, cualquier barrido cuenta. La primera detección es el comienzo de la primera de estas vistas."
      )
    ),
    (
      Phrase("Glimpse", "Vista fugaz"),
      Phrase(
        "In view for less than one revisit: a look may have missed it. It is shown and counts for nothing.",
        "A la vista menos de un período de barrido: puede que ningún barrido la tomara. Se muestra y no cuenta para nada."
      )
    ),
    (
      Phrase("Tracked", "Con traza"),
      Phrase(
        "Sightings of one radar or of several, without a break, have lasted {}. The track is kept {} after the last of them.",
        "Las vistas de un radar o de varios, sin interrupción, han durado {}. La traza se conserva {} tras la última."
      )
    ),
    (
      Phrase("Warning", "Aviso"),
      Phrase(
        "From the track to landing. The median is that of all flights, and never tracked is the worst.",
        "De la traza al aterrizaje. La mediana es la de todos los vuelos, y nunca con traza es lo peor.")
    ),
    (
      Phrase("Met", "Alcanzado"),
      Phrase(
        "An asset is at the strip before the aircraft leaves it. Each of its aircraft serves one flight at a time, in the order in which they are ordered; it is away from the order until arrival, the time on scene and the way back are over.",
        "Un medio está en la pista antes de que la aeronave se vaya. Cada una de sus aeronaves atiende un vuelo a la vez, según el orden de las órdenes; está fuera desde la orden hasta que terminan la llegada, el tiempo en el lugar y el regreso."
      )
    ),
    (
      Phrase("Busy", "Ocupado"),
      Phrase(
        "The asset could meet the flight, but all its aircraft serve others when the order is given.",
        "El medio podría alcanzar el vuelo, pero todas sus aeronaves atienden otros cuando se da la orden.")
    ),
    (
      Phrase("In flight", "En vuelo"),
      Phrase(
        "Too late for the strip, but the asset can be where the aircraft is, on the strip’s side of the border and while it is tracked. Meetings that nobody tracks are untracked and count in no total.",
        "Tarde para la pista, pero el medio puede estar donde está la aeronave, de este lado de la frontera y mientras hay traza. Los encuentros sin traza no cuentan en ningún total."
      )
    ),
  ]
}
