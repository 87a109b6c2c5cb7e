internal import Interception
public import Planning
internal import Scenario

/// The JSON Schema (draft 2020-12) of plan.json, version 2.
///
/// It demands every key and allows no other, so that a change of the format cannot go unnoticed.
enum PlanSchema {
  /// The whole schema.
  static var json: JSON {
    record(
      [
        "format": .object(["const": .string("atalaya-plan")]),
        "version": .object(["const": .integer(PlanDocument.version)]),
        "tool": record(["name": text, "version": text, "proj": text, "gdal": text]),
        "scenario": record(["name": text, "description": text]),
        "terrain": optional(terrain),
        "parameters": list(record(["name": text, "value": .object([]), "unit": optionalText, "is_default": flag])),
        "requirements": list(record(["name": text, "required": share, "reached": optional(share), "is_met": flag])),
        "outcome": outcome,
        "purchases": list(option),
        "placement": optional(placement),
        "leak": optional(leak),
        "aircraft": list(aircraft),
        "bases": list(place(["elevation_amsl_m": optionalNumber])),
        "assets": list(asset),
        "strips": list(
          place([
            "elevation_amsl_m": optionalNumber, "length_m": optionalNumber, "is_approximate": flag,
            "over_terrain": optional(stripFloor),
          ])),
        "network": record(["purchase": optionalText, "stations": list(station)]),
        "coverage": coverage,
        "responses": list(response),
        "flights": list(flight),
        "required_detection": list(required),
        "warnings": list(text),
      ],
      head: head("plan.json of atalaya, version \(PlanDocument.version)"))
  }

  /// What a schema begins with.
  static func head(_ title: String) -> [JSON.Member] {
    [
      .init(key: "$schema", value: .string("https://json-schema.org/draft/2020-12/schema")),
      .init(key: "title", value: .string(title)),
    ]
  }

  static let text = type("string")
  static let number = type("number")
  static let flag = type("boolean")
  static let count = JSON.object(["type": .string("integer"), "minimum": .integer(0)])
  static let amount = JSON.object(["type": .string("number"), "minimum": .integer(0)])
  static let share = JSON.object(["type": .string("number"), "minimum": .integer(0), "maximum": .integer(1)])
  static let latitude = JSON.object(["type": .string("number"), "minimum": .integer(-90), "maximum": .integer(90)])
  static let longitude = JSON.object(["type": .string("number"), "minimum": .integer(-360), "maximum": .integer(360)])
  static let optionalText = optional(text)
  static let optionalNumber = optional(number)

  static func type(_ name: String) -> JSON { .object(["type": .string(name)]) }
  static func list(_ items: JSON) -> JSON { .object(["type": .string("array"), "items": items]) }
  static func oneOf(_ words: [String]) -> JSON { .object(["enum": .array(words.map { .string($0) })]) }
  static func optional(_ schema: JSON) -> JSON { .object(["anyOf": .array([schema, type("null")])]) }

  /// An object with exactly these keys.
  static func record(_ members: KeyValuePairs<String, JSON>, head: [JSON.Member] = []) -> JSON {
    .object(
      head + [
        .init(key: "type", value: .string("object")),
        .init(key: "additionalProperties", value: .bool(false)),
        .init(key: "required", value: .array(members.map { .string($0.key) })),
        .init(key: "properties", value: .object(members)),
      ])
  }

  /// An object with these keys, and one `exposure_STRIP_km` for every strip.
  static func open(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object([
      "type": .string("object"),
      "required": .array(members.map { .string($0.key) }),
      "properties": .object(members.map { JSON.Member(key: $0.key, value: $0.value) }),
      "additionalProperties": optional(amount),
    ])
  }

  /// An object with a key, a name, a position and these keys.
  private static func place(_ members: KeyValuePairs<String, JSON>) -> JSON {
    let all: [(String, JSON)] =
      [("id", text), ("name", text), ("latitude", latitude), ("longitude", longitude)]
      + members.map { ($0.key, $0.value) }
    return .object([
      "type": .string("object"), "additionalProperties": .bool(false),
      "required": .array(all.map { .string($0.0) }),
      "properties": .object(all.map { JSON.Member(key: $0.0, value: $0.1) }),
    ])
  }

  static var verdict: JSON { oneOf(Window.Verdict.allCases.map(\.key)) }

  private static var outcome: JSON {
    record([
      "flights_per_day": amount, "detected_before_landing_per_day": amount, "tracked_before_landing_per_day": amount,
      "ordered_before_takeoff_per_day": amount, "met_at_strip_per_day": amount, "met_in_flight_only_per_day": amount,
      "share_detected": optional(share), "share_tracked": optional(share), "share_met": optional(share),
      "warning_shortest_s": optionalNumber, "warning_median_s": optionalNumber,
      "warning_longest_s": optionalNumber,
      "per_day_by_verdict": .object([
        "type": .string("object"),
        "propertyNames": verdict,
        "minProperties": .integer(Window.Verdict.allCases.count),
        "additionalProperties": amount,
      ]),
    ])
  }

  private static var option: JSON {
    record([
      "id": optionalText, "name": optionalText, "currency": optionalText, "price_low": optional(amount),
      "price_base": optional(amount), "price_high": optional(amount), "budget": optional(amount),
      "radars": list(record(["site": text, "type": text])), "measures": list(text), "outcome": outcome,
      "area_seen": list(record(["height_agl_m": number, "area_km2": optional(amount)])),
    ])
  }
}

extension Plan {
  /// The JSON Schema of plan.json.
  public static var schema: String { PlanSchema.json.text }
}
