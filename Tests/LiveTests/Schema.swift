import Foundation

/// Judges JSON by the part of JSON Schema that openapi.json uses: what does not fit, with its place.
enum Schema {
  static func faults(_ value: Any, _ schema: [String: Any], at place: String = "$") -> [String] {
    if let any = schema["anyOf"] as? [[String: Any]] {
      return any.contains { faults(value, $0, at: place).isEmpty } ? [] : ["\(place) is none of what it may be"]
    }
    let isFlag = (value as? NSNumber).map { CFGetTypeIDIsBoolean($0) } ?? false
    switch schema["type"] as? String {
    case nil: return []
    case "null": return value is NSNull ? [] : ["\(place) is not null"]
    case "string":
      guard let text = value as? String else { return ["\(place) is no text"] }
      if let words = schema["enum"] as? [String], !words.contains(text) { return ["\(place) is “\(text)”"] }
      return []
    case "boolean": return isFlag ? [] : ["\(place) is not true or false"]
    case "integer":
      return !isFlag && (value as? NSNumber)?.doubleValue.rounded() == (value as? NSNumber)?.doubleValue
        && value is NSNumber ? [] : ["\(place) is no whole number"]
    case "number": return value is NSNumber && !isFlag ? [] : ["\(place) is no number"]
    case "array":
      guard let list = value as? [Any] else { return ["\(place) is no list"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      return list.enumerated().flatMap { faults($1, items, at: "\(place)[\($0)]") }
    case "object":
      guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
      let known = schema["properties"] as? [String: [String: Any]] ?? [:]
      let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map {
        "\(place).\($0) is missing"
      }
      return missing
        + object.flatMap { key, value -> [String] in
          if let own = known[key] { return faults(value, own, at: "\(place).\(key)") }
          if let other = schema["additionalProperties"] as? [String: Any] {
            return faults(value, other, at: "\(place).\(key)")
          }
          return schema["additionalProperties"] as? Bool == false ? ["\(place).\(key) is not described"] : []
        }
    default: return ["\(place): an unknown type"]
    }
  }

  private static func CFGetTypeIDIsBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
