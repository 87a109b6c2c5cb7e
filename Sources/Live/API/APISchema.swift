internal import Foundation

/// The shape of a JSON value, as JSON Schema (the dialect of OpenAPI 3.1).
indirect enum APISchema: Sendable {
  case string, integer, number, boolean
  /// A text that is one of these.
  case choice([String])
  /// Any value.
  case any
  /// The same, or null.
  case optional(APISchema)
  case list(APISchema)
  /// Keys with their values; those that may be missing are ``maybe(_:)``.
  case object([(key: String, value: APISchema, about: String)])
  /// A key that may be missing.
  case maybe(APISchema)
  /// An object with any keys.
  case map(APISchema)

  /// As JSON Schema.
  var json: [String: Any] {
    switch self {
    case .string: ["type": "string"]
    case .integer: ["type": "integer"]
    case .number: ["type": "number"]
    case .boolean: ["type": "boolean"]
    case .choice(let words): ["type": "string", "enum": words]
    case .any: [:]
    case .optional(let schema): ["anyOf": [schema.json, ["type": "null"]]]
    case .maybe(let schema): schema.json
    case .list(let schema): ["type": "array", "items": schema.json]
    case .map(let schema): ["type": "object", "additionalProperties": schema.json]
    case .object(let members):
      [
        "type": "object",
        "properties": Dictionary(
          members.map { member in
            (member.key, member.value.json.merging(["description": member.about]) { first, _ in first })
          }, uniquingKeysWith: { first, _ in first }),
        "required": members.filter { if case .maybe = $0.value { false } else { true } }.map(\.key),
        "additionalProperties": false,
      ]
    }
  }
}

/// What a body holds.
enum APIBody: Sendable {
  case json(APISchema)
  /// JSON that another format describes.
  case document(String)
  case binary(String)
  case html
  case events

  /// As the `content` of OpenAPI.
  var json: [String: Any] {
    switch self {
    case .json(let schema): ["application/json": ["schema": schema.json]]
    case .document(let about): ["application/json": ["schema": ["type": "object", "description": about]]]
    case .binary: ["application/octet-stream": ["schema": ["type": "string", "format": "binary"]]]
    case .html: ["text/html": ["schema": ["type": "string"]]]
    case .events: ["text/event-stream": ["schema": ["type": "string"]]]
    }
  }
}
