/// JSON Schema, draft 2020-12: the kinds of values that documents hold.
extension JSON {
  static let anything = JSON.object([])
  static let text = type("string")
  static let anyNumber = type("number")
  static let flag = type("boolean")
  static let count = JSON.object(["type": .string("integer"), "minimum": .integer(0)])
  static let amount = JSON.object(["type": .string("number"), "minimum": .integer(0)])
  static let share = within(0, 1)
  static let latitude = within(-90, 90)
  static let longitude = within(-360, 360)

  static func type(_ name: String) -> JSON { .object(["type": .string(name)]) }
  static func within(_ least: Int, _ most: Int) -> JSON {
    .object(["type": .string("number"), "minimum": .integer(least), "maximum": .integer(most)])
  }
  static func list(of items: JSON) -> JSON { .object(["type": .string("array"), "items": items]) }
  static func oneOf(_ words: [String]) -> JSON { .object(["enum": .array(words.map { .string($0) })]) }

  /// The schema, or null as well.
  func orNull(_ isOptional: Bool = true) -> JSON {
    if case .object(let members) = self, members.contains(where: { $0.key == "anyOf" }) { return self }
    return isOptional ? .object(["anyOf": .array([self, .type("null")])]) : self
  }

  /// The schema with a sentence for people.
  func described(_ meaning: String?) -> JSON {
    guard let meaning, case .object(let members) = self else { return self }
    return .object(members + [Member(key: "description", value: .string(meaning))])
  }

  /// An object with exactly these keys, so that a change of the format cannot go unnoticed.
  /// - Parameters:
  ///   - members: The keys with their schemas.
  ///   - further: The schema of other keys; nil: no other is allowed.
  ///   - head: What the schema begins with.
  /// - Parameter lacking: Keys that an object need not have.
  static func record(
    _ members: [Member], further: JSON? = nil, head: [Member] = [], lacking: Set<String> = []
  ) -> JSON {
    .object(
      head + [
        Member(key: "type", value: .string("object")),
        Member(key: "additionalProperties", value: further ?? .bool(false)),
        Member(key: "required", value: .array(members.map(\.key).filter { !lacking.contains($0) }.map { .string($0) })),
        Member(key: "properties", value: .object(members)),
      ])
  }

  /// What the schema of a document begins with.
  static func schemaHead(_ title: String) -> [Member] {
    [
      Member(key: "$schema", value: .string("https://json-schema.org/draft/2020-12/schema")),
      Member(key: "title", value: .string(title)),
    ]
  }
}
