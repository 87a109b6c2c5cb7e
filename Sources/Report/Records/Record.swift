internal import GeoFiles

/// An output record, declared once: the console's table, CSV, JSON, JSON Schema and attributes of layers come from its list.
///
/// The list is in the order of the files. Keys with units, rounding and null follow from the kind of each ``Field``, so
/// that a document cannot disagree with its schema, nor a table with a layer.
///
/// What makes fields and records stays generic in the compiled code (`@_semantics`): a copy for each of some sixty rows
/// gains nothing where a list is made once, and the optimiser took two minutes for them.
struct Record<Row>: ExpressibleByArrayLiteral {
  /// What a table shows.
  let columns: [Entry<Row, ReportTable.Column, ReportTable.Cell>]
  /// What a JSON object holds; a value that is nil leaves the key out.
  let members: [Entry<Row, JSON, JSON?>]
  /// The attributes of a GIS layer, besides the geometry.
  let attributes: [Entry<Row, OutputLayer.FieldKind, FieldValue>]
  /// What a table of the page shows.
  let cells: [Entry<Row, PageHead, PageCell>]

  @_semantics("optimize.sil.specialize.generic.never")
  init(_ fields: [Field<Row>]) {
    columns = fields.flatMap(\.columns).placed()
    members = fields.flatMap(\.members).placed()
    attributes = fields.flatMap(\.attributes).placed()
    cells = fields.flatMap(\.cells).placed()
  }

  init(arrayLiteral fields: Field<Row>...) { self.init(fields) }

  /// The rows for console, CSV and JSON.
  @_semantics("optimize.sil.specialize.generic.never")
  func table(_ rows: some Sequence<Row>) -> ReportTable {
    var table = ReportTable(columns.map(\.head))
    for row in rows { table.append(columns.map { $0.value(row) }) }
    return table
  }

  /// A row as a JSON object.
  @_semantics("optimize.sil.specialize.generic.never")
  func object(_ row: Row) -> JSON {
    .object(members.compactMap { entry in entry.value(row).map { JSON.Member(key: entry.key, value: $0) } })
  }

  /// Rows as a JSON list.
  @_semantics("optimize.sil.specialize.generic.never")
  func list(_ rows: some Sequence<Row>) -> JSON { .array(rows.map(object)) }

  /// The schema of ``object(_:)``.
  var schema: JSON { .record(members.map { .init(key: $0.key, value: $0.head) }, lacking: lacking) }

  private var lacking: Set<String> { Set(members.filter { !$0.isAlways }.map(\.key)) }

  /// The schema of a document that is such an object.
  func schema(of title: String) -> JSON {
    .record(members.map { .init(key: $0.key, value: $0.head) }, head: JSON.schemaHead(title), lacking: lacking)
  }

  /// The schema of a row of ``table(_:)`` in JSON.
  /// - Parameter further: The schema of further columns, whose keys are not known beforehand; nil: there are none.
  func rowSchema(further: JSON? = nil) -> JSON {
    .record(columns.map { .init(key: $0.key, value: $0.head.schema) }, further: further)
  }

  /// The same for rows of this record or of another: what only one of them has may be lacking.
  func rowSchema(or other: Record, further: JSON? = nil) -> JSON {
    let (own, others) = (Set(columns.map(\.key)), Set(other.columns.map(\.key)))
    let all = columns + other.columns.filter { !own.contains($0.key) }
    return .record(
      all.map { .init(key: $0.key, value: $0.head.schema) }, further: further, lacking: own.symmetricDifference(others))
  }

  /// Rows with their places as a layer.
  func layer(
    _ name: String, _ description: String = "", _ geometry: OutputLayer.GeometryKind,
    _ rows: some Sequence<(Row, Geometry?)>
  ) -> OutputLayer {
    var layer = OutputLayer(
      name: name, description: description, geometry: geometry,
      fields: attributes.map { OutputLayer.Field($0.key, $0.head) })
    for (row, place) in rows { layer.append(attributes.map { $0.value(row) }, place) }
    return layer
  }

  /// Rows as a table of the page, in one of its languages.
  func html(_ rows: some Sequence<Row>, caption: String, _ say: ReportLanguage) -> HTML {
    .table(
      caption: caption, heads: cells.map { say($0.head.heading) },
      rows: rows.map { row in cells.map { $0.value(row)(say) } },
      numeric: Set(cells.indices.filter { cells[$0].head.isNumeric }))
  }
}

/// What a table of the page shows in a row, in each language.
typealias PageCell = (ReportLanguage) -> HTML
