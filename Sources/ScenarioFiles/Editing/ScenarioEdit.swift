public import Foundation

/// One change that a planner makes to a scenario.
///
/// As JSON an edit is an object with the key `op`: `{"op": "set", "layer": "sites", "id": "chosica", "fields":
/// {"antenna_height": "15 m", "position": "-11.9, -76.7"}}`. Texts are those that the files of a scenario hold, with
/// their units.
public enum ScenarioEdit: Sendable, Hashable {
  /// Other values for fields of a row; nil takes a field away.
  case set(layer: String, id: String, fields: [String: String?])
  /// A new row. Without an `id` it gets one made of its name, or a number.
  case add(layer: String, fields: [String: String])
  /// A row goes.
  case remove(layer: String, id: String)
  /// A key of scenario.yaml other than `layers`, as in `["alert", "decision"]`; nil takes it away. A list or a set of keys is
  /// written in YAML’s flow style.
  case setting(path: [String], value: String?)
  /// A file becomes a layer, or its rows are added to the layer; `contents` is in Base64 in JSON.
  case include(layer: String, name: String, contents: Data)
}

extension ScenarioEdit: Codable {
  private enum Key: String, CodingKey { case op, layer, id, fields, path, value, name, contents }
  private enum Operation: String, Codable { case set, add, remove, setting, include }

  /// Reads an edit.
  public init(from decoder: any Swift.Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) throws -> String { try container.decode(String.self, forKey: key) }
    switch try container.decode(Operation.self, forKey: .op) {
    case .set:
      self = .set(
        layer: try text(.layer), id: try text(.id),
        fields: try container.decode([String: String?].self, forKey: .fields))
    case .add:
      self = .add(layer: try text(.layer), fields: try container.decode([String: String].self, forKey: .fields))
    case .remove: self = .remove(layer: try text(.layer), id: try text(.id))
    case .setting:
      self = .setting(
        path: try container.decode([String].self, forKey: .path),
        value: try container.decodeIfPresent(String.self, forKey: .value))
    case .include:
      self = .include(
        layer: try text(.layer), name: try text(.name), contents: try container.decode(Data.self, forKey: .contents))
    }
  }

  /// Writes an edit.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .set(let layer, let id, let fields):
      try container.encode(Operation.set, forKey: .op)
      try container.encode(layer, forKey: .layer)
      try container.encode(id, forKey: .id)
      try container.encode(fields, forKey: .fields)
    case .add(let layer, let fields):
      try container.encode(Operation.add, forKey: .op)
      try container.encode(layer, forKey: .layer)
      try container.encode(fields, forKey: .fields)
    case .remove(let layer, let id):
      try container.encode(Operation.remove, forKey: .op)
      try container.encode(layer, forKey: .layer)
      try container.encode(id, forKey: .id)
    case .setting(let path, let value):
      try container.encode(Operation.setting, forKey: .op)
      try container.encode(path, forKey: .path)
      try container.encode(value, forKey: .value)
    case .include(let layer, let name, let contents):
      try container.encode(Operation.include, forKey: .op)
      try container.encode(layer, forKey: .layer)
      try container.encode(name, forKey: .name)
      try container.encode(contents, forKey: .contents)
    }
  }
}
