/// Where something went wrong: in a text that was read, with a thing of a name, in a file and there in a layer, row and field.
public struct FaultPlace: Sendable, Hashable, CustomStringConvertible {
  /// The text that was read.
  public var text: String?
  /// What it is about, as in “the floor of the radar “R1””.
  public var subject: String?
  /// The file, as the caller named it.
  public var file: String?
  /// The layer of the file.
  public var layer: String?
  /// The row or line.
  public var row: RowNumber?
  /// The field, key or column.
  public var field: String?

  /// A place; without any part it is nowhere in particular.
  public init(
    text: String? = nil, subject: String? = nil, file: String? = nil, layer: String? = nil, row: RowNumber? = nil,
    field: String? = nil
  ) {
    self.text = text
    self.subject = subject
    self.file = file
    self.layer = layer
    self.row = row
    self.field = field
  }

  /// Its parts from the outermost inwards: `sites.gpkg, layer north, row 3, field latitude`.
  public var description: String {
    [
      text.map { "“\($0)”" }, subject, file, layer.map { "layer \($0)" }, row?.description, field.map { "field \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
