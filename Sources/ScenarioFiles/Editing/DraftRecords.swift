/// What can be edited in a draft: settings, and layers with their fields and rows, as texts.
public struct DraftRecords: Codable, Sendable, Hashable {
  /// A field of a layer, or a setting.
  public struct Field: Codable, Sendable, Hashable {
    /// The name by which edits give it; of a setting below a key with a point between, `alert.decision`.
    public var name: String
    /// What is written: `length`, `id of a site`.
    public var type: String
    /// Units or words that are accepted; empty where any text is.
    public var accepted: String
    /// The words that it may be; empty where it is not one of a few.
    public var choices: [String]
    /// The range of amounts; empty where there is none.
    public var range: String
    /// What holds where it is absent.
    public var fallback: String
    /// What it means.
    public var meaning: String
    /// Whether every row needs it.
    public var isRequired: Bool
    /// Whether values are numbers, with or without a unit.
    public var isNumeric: Bool
  }

  /// A place in degrees on WGS 84.
  public struct Place: Codable, Sendable, Hashable {
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
  }

  /// A row of a layer.
  public struct Row: Codable, Sendable, Hashable {
    /// The name by which edits give it: its id, or the row and a number, as in `from-east#2`.
    public var id: String
    /// Its texts by field; amounts whose column states the unit have it here. Lists and keys are in YAML’s flow style.
    public var cells: [String: String]
    /// Where it is; nil for rows that are nowhere, or that are lines or polygons.
    public var position: Place?
  }

  /// A layer.
  public struct Layer: Codable, Sendable, Hashable {
    /// Its key.
    public var key: String
    /// What a row is: `a site`.
    public var rowName: String
    /// What the layer is for.
    public var summary: String
    /// The file of its rows, as scenario.yaml names it; nil for rows in scenario.yaml, and for none.
    public var file: String?
    /// What its rows may hold.
    public var fields: [Field]
    /// Its rows, in the order of the file.
    public var rows: [Row]
  }

  /// A setting.
  public struct Setting: Codable, Sendable, Hashable {
    /// What it is.
    public var field: Field
    /// Its text in scenario.yaml; nil where it has none. Lists and keys are as they are written.
    public var text: String?
  }

  /// The settings of scenario.yaml, those that it does not state included.
  public var settings: [Setting]
  /// All layers, empty ones included.
  public var layers: [Layer]
}

extension DraftRecords.Field {
  init(_ format: FieldFormat, under key: String? = nil) {
    name = key.map { "\($0).\(format.name)" } ?? format.name
    type = format.type
    accepted = format.accepted
    choices =
      switch format.type {
      case "word": format.accepted.split(separator: ",").map { String($0).trimmed }
      case "yes or no": ["yes", "no"]
      default: []
      }
    range = format.range
    fallback = format.fallback
    meaning = format.meaning
    isRequired = format.isRequired
    isNumeric = format.isNumeric
  }
}
