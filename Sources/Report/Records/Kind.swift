internal import GeoFiles
internal import Geodesy
internal import Units

/// How outputs write values of one kind; called with a key and a value, it makes the ``Field`` of an attribute.
struct Kind<Row, Value> {
  /// The schema in documents.
  var schema: JSON
  /// The schema of a column in JSON; nil: that of documents.
  var columnSchema: JSON?
  var layer: OutputLayer.FieldKind
  /// The unit where a face names none; nil for what has no units.
  var usual: Face<Value>.Unit?
  var cell: (Value, Face<Value>.Unit?) -> ReportTable.Cell
  var member: (Value, Face<Value>.Unit?) -> JSON
  var attribute: (Value, Face<Value>.Unit?) -> FieldValue
  /// The value on the page; nil for a kind that the page has no column of.
  var html: ((Value) -> HTML)?

  /// An attribute.
  /// - Parameters:
  ///   - stem: Its key, without the unit.
  ///   - heading: Its head on the console, which shows columns that have one.
  ///   - csv: Its column in tables.
  ///   - unit: What stands under the heading; nil: the unit's symbol.
  ///   - console: Decimals on the console.
  ///   - json: Its key in documents; an attribute without a face in any other output appears only there.
  ///   - gis: Its attribute in layers.
  ///   - page: Its heading in tables of the page.
  ///   - meaning: What it says, for the schema.
  @_semantics("optimize.sil.specialize.generic.never")
  func callAsFunction<V: Maybe<Value>>(
    _ stem: String, _ value: @escaping (Row) -> V, heading: String? = nil, csv: Face<Value>? = nil,
    unit: String? = nil, console: Int = 0, json: Face<Value>? = nil, gis: Face<Value>? = nil, page: Phrase? = nil,
    meaning: String? = nil
  ) -> Field<Row> {
    var field = Field<Row>()
    let schema = schema.orNull(V.isOptional).described(meaning)
    if let csv {
      let own = csv.unit ?? usual
      field.add(
        column: csv.key(stem, own), heading, unit: unit ?? own?.symbol ?? "", decimals: own?.decimals ?? 0,
        console: console, after: csv.after, schema: columnSchema ?? schema
      ) { value($0).maybe.map { cell($0, own) } ?? .empty }
    }
    if let json = json ?? (csv == nil && gis == nil ? true : nil) {
      let own = json.unit ?? usual
      field.add(member: json.key(stem, own), after: json.after, schema: schema) {
        value($0).maybe.map { member($0, own) } ?? .null
      }
    }
    if let gis {
      let own = gis.unit ?? usual
      field.add(attribute: gis.key(stem, own), layer, after: gis.after) {
        value($0).maybe.map { attribute($0, own) } ?? .null
      }
    }
    guard let page, let html else { return field }
    return field.page(page, isNumeric: layer != .text) { row, _ in value(row).maybe.map(html) ?? "–" }
  }
}

extension Kind {
  /// Words, truth values and counts, which have no units.
  @_semantics("optimize.sil.specialize.generic.never")
  fileprivate init(
    _ schema: JSON, column: JSON? = nil, _ layer: OutputLayer.FieldKind,
    _ cell: @escaping (Value) -> ReportTable.Cell, _ member: @escaping (Value) -> JSON,
    _ attribute: @escaping (Value) -> FieldValue, _ html: ((Value) -> HTML)? = nil
  ) {
    self.init(
      schema: schema, columnSchema: column, layer: layer, cell: { value, _ in cell(value) },
      member: { value, _ in member(value) }, attribute: { value, _ in attribute(value) }, html: html)
  }

  /// Quantities: numbers with a unit in the key.
  @_semantics("optimize.sil.specialize.generic.never")
  fileprivate init(_ schema: JSON, usual: Face<Value>, words: ((Value) -> String)? = nil) {
    self.init(
      schema: schema, layer: .real, usual: usual.unit,
      cell: { value, unit in .optional(unit?.number(value)) },
      member: { value, unit in .optional(unit?.number(value), decimals: unit?.decimals ?? usual.unit?.decimals ?? 0) },
      attribute: { value, unit in
        let number = unit?.number(value)
        return FieldValue(unit?.decimals.map { places in number?.rounded(toPlaces: places) } ?? number)
      }, html: words.map { words in { (value: Value) -> HTML in "\(words(value))" } })
  }

  /// The kind with another schema.
  func within(_ schema: JSON) -> Kind {
    var kind = self
    kind.schema = schema
    return kind
  }
}

extension Field {
  /// A text: an id, a name.
  static var text: Kind<Row, String> {
    Kind(.text, .text, { .text($0) }, { .string($0) }, { .text($0) }, { "\(name: $0)" })
  }
  /// One of some words.
  @_semantics("optimize.sil.specialize.generic.never")
  static func word(_ words: [String]) -> Kind<Row, String> { text.within(.oneOf(words)) }
  /// Texts: a list in documents; in tables and layers one text, nothing where the list is empty.
  static var texts: Kind<Row, [String]> {
    Kind(
      .list(of: .text), column: JSON.text.orNull(), .text,
      { .optional($0.isEmpty ? nil : $0.joined(separator: "; ")) }, { .array($0.map { .string($0) }) },
      { .text($0.joined(separator: ", ")) })
  }
  /// Yes or no.
  static var flag: Kind<Row, Bool> { Kind(.flag, .flag, { .flag($0) }, { .bool($0) }, { FieldValue($0) }) }
  /// A whole number, zero or more.
  static var count: Kind<Row, Int> {
    Kind(.count, .integer, { .integer($0) }, { .integer($0) }, { .integer($0) }, { "\($0)" })
  }
  /// A length, zero or more.
  static var length: Kind<Row, Length> { Kind(.amount, usual: .metres(3)) { $0.text } }
  /// An altitude, or another length that may be negative.
  static var signedLength: Kind<Row, Length> { length.within(.anyNumber) }
  /// A length of time.
  static var duration: Kind<Row, Duration> { Kind(.amount, usual: .seconds(3)) { $0.text } }
  /// A difference of times, which may be negative.
  static var signedDuration: Kind<Row, Duration> { duration.within(.anyNumber) }
  static var area: Kind<Row, Area> { Kind(.amount, usual: .squareKilometres(3)) }
  static var angle: Kind<Row, Angle> { Kind(.anyNumber, usual: .degrees(6)) }
  static var speed: Kind<Row, Speed> { Kind(.amount, usual: .metresPerSecond(6)) }
  /// A sum of money, whose currency an attribute of its own says, or the console's unit.
  static var money: Kind<Row, Money> { Kind(.amount, usual: .amount(2)) { $0.text } }
  /// A number without a unit, or in one of its own that the key names; zero or more.
  static var number: Kind<Row, Double> { Kind(.amount, usual: .decimals(6)) }
  /// The same with any sign.
  static var anyNumber: Kind<Row, Double> { number.within(.anyNumber) }
  /// A share, 0 to 1.
  static var share: Kind<Row, Double> { number.within(.share) }
}
