/// What the report says otherwise where looks count: covered instead of seen (``SightWord``). Nil for all other phrases.
func spanishOfLooks(_ phrase: Phrase) -> String? {
  switch phrase {
  // Coverage.
  case .tileArea: "cubiertos a {} sobre el terreno"
  case .askSeen: "¿Qué se cubre?"
  case .seenAtHeight: "Cubierto a {}, km²"
  case .coverageTitle: "Área cubierta por al menos 1, 2 y 3 radares, por altura sobre el terreno, km²"
  case .areaCaption: "Área cubierta, km²"
  case .ringsCaption: "Hasta dónde cubre cada radar, km, y qué lo limita"
  case .reachCaption:
    "Hasta dónde cubre cada radar sobre el terreno, km: el punto más lejano, y la distancia que la mitad de los acimutes no supera"
  case .certaintyCaption: "Con qué certeza se cubre cada lugar, km²: cada lugar cuenta una vez"
  case .certaintyNote:
    "Lo que esta página llama cubierto es seguro: se cubre en el peor caso de k {} (superado el {} % del tiempo), con un terreno que yerra en {} y secciones radar que varían {} dB. Probable es lo que se cubre con la mediana; dudoso, lo que se cubre solo en el mejor caso."
  case .certaintyTitle: "Con qué certeza se cubre cada lugar a {} sobre el terreno"
  case .sureCertain:
    "A {}: {} seguros, {} más probables, {} más dudosos. Lo que esta página llama cubierto es la parte segura."
  case .objectiveArea: "área cubierta"

  // Flights and their routes.
  case .keySeen: "cubierto por un radar"
  case .keyUnseen: "en vuelo, sin cubrir"
  case .keyGlimpse: "cubierto menos de un período de barrido; sus barridos cuentan como los demás"
  case .routes: "Qué se cubre a lo largo de la ruta de cada vuelo"
  case .routesNote:
    "La ruta de entrada a la pista y la de salida. La red cubre la aeronave por encima de la línea discontinua: allí un barrido la detecta con la probabilidad pedida. La línea de la aeronave es azul donde un radar la cubre y naranja donde ninguno la cubre; también allí puede haber barridos que la detecten, con menor probabilidad. Donde falta la línea discontinua, ningún radar cubre nada por debajo del borde superior. Alturas sobre el nivel del mar, en {}."
  case .routeFloor: "cubierto por un radar de aquí hacia arriba"
  case .routeSeen: "aeronave, cubierta"
  case .routeHidden: "aeronave, sin cubrir"
  case .objectiveTrack: "minutos al día de vuelos cubiertos"
  case .objectiveSecond: "minutos al día de vuelos cubiertos por dos radares"
  case .objectiveWorst: "parte cubierta del vuelo menos observado"
  case .objectiveDetection: "casos, cada pista de día y de noche, cuyos vuelos se detectan tan lejos como hace falta"

  // How far out flights must be detected.
  case .required: "A qué distancia hay que detectar cada vuelo"
  case .requiredNote:
    "A qué distancia de la pista, a lo largo de la ruta, hay que detectar por primera vez la aeronave para que el medio que necesita menos tiempo de alerta esté en la pista antes de que ella despegue. La marca indica dónde comienza la traza de esta red: antes de confirmarse, el tiempo que toma la confirmación."
  case .seenAt: "La traza comienza a"
  case .firstSeenMark: "aquí comienza la traza de esta red"

  // The least-observed routes.
  case .seenBy: "Detectado por"
  case .firstSeenBefore: "Detectada antes de la pista"
  case .stripsUnseen: "Pistas a las que aún se llega sin ser detectado"
  case .mapWaySeen: "cubierta en {} de {}"
  case .mapWayFirst: "detectada {} antes de la pista, por {}"
  case .mapWayUnseen: "no se detecta con la probabilidad pedida en esta ruta"

  // The map.
  case .mapNote: "Haga clic en cualquier lugar para saber qué se cubre allí y quién llega primero."
  case .showFloor: "altura más baja cubierta"
  case .legendUnknown: "Terreno desconocido: no se cuenta como cubierto"
  case .mapRouteSeen: "{}: tramo cubierto por un radar"
  case .mapFirstSeen: "detectada en la ruta menos observada"
  case .mapSeenArea: "A {} esta red cubre {} km² con un radar o más, {} km² con dos o más."
  case .mapCoverageUnknown:
    "no se sabe si un radar cubre el blanco aquí, porque se desconoce el terreno aquí o en el trayecto"
  case .mapFloor: "Altura más baja cubierta: {} sobre el terreno, {} sobre el nivel del mar"
  case .mapNoFloor: "Sin cubrir por debajo de {} sobre el terreno"
  case .mapNoFloorAtAll: "Ningún radar de esta red cubre el blanco aquí a ninguna altura"
  case .mapSeenAt: "Cubierto a {} por {} de {} radares"
  case .mapSees: "Lo cubre"
  case .mapHorizon: "bajo su horizonte: se cubre desde {}"
  case .mapHorizonAlways: "bajo su horizonte, y tampoco se cubre más arriba"
  case .mapBeam: "bajo su haz: se cubre desde {}"
  case .mapBeamAlways: "bajo su haz, y tampoco se cubre más arriba"
  case .mapHidden: "oculto por el terreno: se cubre desde {}"
  case .mapDetection: "un barrido detecta con menos de la probabilidad pedida: cubierto hasta {}"
  case .mapMinimum: "más cerca que su alcance mínimo: se cubre desde {}"
  case .mapAbove: "sobre su haz: se cubre hasta {}"
  case .mapCertain: "Seguro a {}: un radar lo cubre incluso con k {} y el resto de los márgenes en su peor caso."
  case .mapLikely:
    "Probable a {}: un radar lo cubre en la mediana (k {}), pero no en todos los márgenes (k {} a {})."
  case .mapDoubtful:
    "Dudoso a {}: un radar lo cubre solo en una parte de los márgenes, como en su mejor caso (k {}), y no en la mediana (k {})."
  case .mapNotCertain: "Sin cubrir a {}: ni siquiera con los márgenes en su mejor caso (k {})."
  case .mapCertaintyUnknown:
    "Desconocido a {}: no se sabe de un radar que lo cubra, y el terreno desconocido lo deja abierto."
  default: nil
  }
}
