/// What a page says besides when a program serves it whose scenario can be changed: by key, in English and in Spanish.
///
/// `{}` stands for a value. The names of layers and fields are the scenario's own, and the same in every language.
enum LiveWords {
  /// The words of one language.
  static func texts(_ language: ReportLanguage) -> [(key: String, text: String)] {
    all.map { ($0.key, language == .es ? $0.spanish : $0.english) }
  }

  /// One of them, its {} filled.
  static func text(_ key: String, _ language: ReportLanguage, _ value: String) -> String {
    (texts(language).first { $0.key == key }?.text ?? key).replacing("{}", with: value)
  }

  private static let all: [(key: String, english: String, spanish: String)] = bar + answers + editor + map + tasks

  private static let bar: [(key: String, english: String, spanish: String)] = [
    ("liveBar", "Variants of the scenario", "Variantes del escenario"),
    ("liveVariant", "Variant", "Variante"),
    ("liveDuplicate", "Duplicate", "Duplicar"),
    ("liveRename", "Rename", "Renombrar"),
    ("liveDelete", "Delete", "Borrar"),
    ("liveUndo", "Undo", "Deshacer"),
    ("liveRedo", "Redo", "Rehacer"),
    ("liveCompare", "Compare with", "Comparar con"),
    ("liveNoCompare", "nothing", "nada"),
    ("liveToday", "none", "ninguna"),
    ("livePurchase", "Purchase made", "Compra hecha"),
    ("liveSave", "Save…", "Guardar…"),
    ("liveSaveFolder", "as a scenario folder", "como carpeta de escenario"),
    ("liveSavePurchase", "as a purchase in scenario.yaml", "como compra en scenario.yaml"),
    ("liveSaveReport", "as a report", "como informe"),
    ("liveSaved", "Saved: {}", "Guardado: {}"),
    ("liveFile", "File to send", "Archivo para enviar"),
    ("liveNameOf", "Name of the variant", "Nombre de la variante"),
    ("liveNameOfCopy", "Name of what is saved", "Nombre de lo que se guarda"),
    ("liveComputing", "Computing…", "Calculando…"),
    ("liveCurrent", "Up to date", "Al día"),
    ("liveAlone", "No connection to atalaya live. Trying again…", "Sin conexión con atalaya live. Reintentando…"),
    ("liveUnsaved", "{} edits, not saved", "{} cambios, sin guardar"),
    ("liveUnedited", "as in the files", "como en los archivos"),
    ("liveConfirmDelete", "Delete the variant “{}” for good?", "¿Borrar definitivamente la variante “{}”?"),
  ]

  private static let answers: [(key: String, english: String, spanish: String)] = [
    ("liveAnswers", "What follows", "Qué resulta"),
    ("liveFigure", "Figure", "Cifra"),
    ("liveNow", "This variant", "Esta variante"),
    ("liveBaseline", "Files", "Archivos"),
    ("liveDifference", "Difference", "Diferencia"),
    ("liveCause", "Edits: {}", "Cambios: {}"),
    ("liveNoDifference", "–", "–"),
    ("liveProblems", "The last edit was not taken:", "No se aceptó el último cambio:"),
    ("livePricePer", "Price for each more of: {}", "Precio por cada uno más de: {}"),
    ("liveTimes", "{} times and distances that change", "{} tiempos y distancias que cambian"),
  ]

  private static let editor: [(key: String, english: String, spanish: String)] = [
    ("liveEdit", "Edit", "Editar"),
    ("liveLayer", "Layer", "Capa"),
    ("liveRow", "Entry", "Registro"),
    ("liveSettings", "Settings of the scenario", "Ajustes del escenario"),
    ("liveAddHere", "Add at the centre of the map", "Añadir en el centro del mapa"),
    ("liveRemove", "Remove", "Quitar"),
    ("liveDefault", "default: {}", "por omisión: {}"),
    ("liveShowAll", "All fields", "Todos los campos"),
    ("liveIdOf", "Id of the new entry", "Identificador del nuevo registro"),
    ("liveChoose", "Choose something on the map, or here.", "Elija algo en el mapa, o aquí."),
  ]

  private static let map: [(key: String, english: String, spanish: String)] = [
    ("liveSearch", "Find a position or an id", "Buscar una posición o un identificador"),
    ("liveFind", "Find", "Buscar"),
    ("liveNotFound", "“{}” is neither an id nor a position.", "“{}” no es un identificador ni una posición."),
    ("liveSwipe", "Divider of the two variants", "Divisor de las dos variantes"),
    (
      "liveDrop", "Drop a KML, CSV, GeoJSON or GeoPackage file here.",
      "Suelte aquí un archivo KML, CSV, GeoJSON o GeoPackage."
    ),
    ("liveImport", "Import a file", "Importar un archivo"),
  ]

  private static let tasks: [(key: String, english: String, spanish: String)] = [
    ("liveCancel", "Cancel", "Cancelar"),
    ("liveOK", "OK", "Aceptar"),
  ]
}
