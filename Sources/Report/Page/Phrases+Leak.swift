/// The texts of the least-observed routes.
extension Phrase {
  static let leak = Phrase("The least-observed route", "La entrada que menos se ve")
  static let leakNote = Phrase(
    "The worst case of this network: for each strip the route from {} of which radars see the least length, with an aircraft at {}. The bound is proven over a grid of {}: no route is seen on less.",
    "El peor caso de esta red: para cada pista, la entrada desde {} en la que los radares ven una aeronave a {} en el menor tramo. La cota está demostrada sobre una malla de {}: ninguna entrada se ve en menos."
  )
  static let leakBorder = Phrase("the border", "la frontera")
  static let leakTerrainEdge = Phrase("the edge of the terrain", "el borde del terreno")
  static let leakBeyond = Phrase("beyond every radar", "más allá de todo radar")
  static let leakUnseen = Phrase(
    "{} of {} strips can be reached unseen: {}.", "A {} de {} pistas se puede llegar sin ser visto: {}.")
  static let leakAllUnseen = Phrase(
    "Every strip can be reached unseen.", "A todas las pistas se puede llegar sin ser visto.")
  static let leakWorst = Phrase(
    "Part of every route to each strip is seen; the least at {}: {}, first seen {} before it.",
    "En toda entrada se ve algún tramo; el menor en {}: {}, vista primero {} antes.")
  static let leakNoWay = Phrase("No strip can be reached at this height.", "A esta altura no se llega a ninguna pista.")
  static let leakMean = Phrase("Mean of {} of {} strips: {}.", "Media de {} de {} pistas: {}.")
  static let leakTitle = Phrase(
    "Length on which the least-observed route is seen, km", "Tramo en que se ve la entrada menos vista, km")
  static let leakExposure = Phrase("seen at least in part", "visto al menos en parte")
  static let leakBoundKey = Phrase("no route is seen on less", "ninguna entrada se ve en menos")
  static let leakFirstKey = Phrase("first seen so far before the strip", "visto primero tan lejos de la pista")
  static let exposure = Phrase("Least exposure", "Exposición mínima")
  static let bound = Phrase("At least", "Como mínimo")
  static let seenOnWay = Phrase("Seen on this route", "Visto en esta vía")
  static let wayLength = Phrase("Length", "Longitud")
  static let firstSeenBefore = Phrase("First seen before", "Visto primero antes")
  static let tracked = Phrase("Tracked before", "Con traza antes")
  static let seenBy = Phrase("Seen by", "Visto por")
  static let overUnknown = Phrase("Over unknown ground", "Sobre terreno desconocido")
  static let onlyOverUnknown = Phrase("over unknown ground alone", "solo sobre terreno desconocido")
  static let leakBehindUnknown = Phrase(
    "{} of {} strips can be reached over unknown ground alone, which is closed to routes: {}.",
    "A {} de {} pistas solo se llega sobre terreno desconocido, cerrado a las vías: {}.")
  static let noWay = Phrase("no route", "sin entrada")
  static let aboveGroundAt = Phrase("{} above ground", "{} sobre el terreno")
  static let aboveSeaAt = Phrase("{} above sea level", "{} sobre el mar")
  static let leakCloses = Phrase("Radars that close the widest gaps", "Radares que cierran las mayores brechas")
  static let leakClosesNote = Phrase(
    "Each alone added to this network, best first: by how few strips can still be reached unseen, then by how much more of the least-observed route is seen at the worst strip, then on average.",
    "Cada uno solo junto a esta red, el mejor primero: a cuántas pistas aún se llega sin ser visto, luego cuánto más se ve de la entrada menos vista en la peor pista, luego en promedio."
  )
  static let stripsUnseen = Phrase("Strips still reached unseen", "Pistas a las que aún se llega sin ser visto")
  static let worstStripMore = Phrase("Worst strip, more", "Peor pista, más")
  static let meanMore = Phrase("Mean, more", "Media, más")
  static let stripsMore = Phrase("Strips that gain", "Pistas que ganan")
}
