internal import Foundation
internal import Units

/// A request that has been found its route.
struct APICall: Sendable {
  var request: HTTPRequest
  /// The parts of the path that the route leaves open, by their names.
  var parts: [String: String]

  /// A part of the path.
  func part(_ name: String) -> String { parts[name] ?? "" }

  /// A whole number of the query.
  /// - Throws: ``LiveError`` when it is none.
  func number(_ name: String, in range: ClosedRange<Double>, or usual: Double) throws(LiveError) -> Double {
    guard let text = request.head.query(name) else { return usual }
    guard let number = Double(text), range.contains(number) else {
      throw LiveError(.request, "\(name): write a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
    }
    return number
  }

  /// The body as JSON; an empty one is `{}`.
  /// - Throws: ``LiveError`` that says where it is wrong.
  func json<Value: Decodable>(_ type: Value.Type = Value.self) throws(LiveError) -> Value {
    let media = request.head["content-type"]?.split(separator: ";").first.map(String.init) ?? "application/json"
    // A page elsewhere can send text and forms without asking, but not this.
    guard media.lowercased() == "application/json" else {
      throw LiveError(.request, "the body is “\(media)”", remedy: "send application/json")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .useDefaultKeys
    do { return try decoder.decode(type, from: request.body.isEmpty ? Data("{}".utf8) : Data(request.body)) } catch {
      throw LiveError(.request, "the body cannot be read: \(Self.text(of: error))", remedy: "openapi.json describes it")
    }
  }

  private static func text(of error: any Error) -> String {
    func place(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
      (context.codingPath + (key.map { [$0] } ?? [])).map { $0.intValue.map(String.init) ?? $0.stringValue }
        .joined(separator: ".")
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context): "\(place(context, key)) is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(place(context)) has a value of another kind"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\(place(context)) has a value that does not fit"
    default: "it is not JSON to its end"
    }
  }
}

/// One kind of request: declared once, for answering and for the description.
struct APIRoute: Sendable {
  /// A key of the query.
  struct Parameter: Sendable {
    var name: String
    var schema: APISchema
    var about: String
    var isRequired = false
  }

  var method: String
  /// Below the token: `api/v1/variants/{variant}/plan`.
  var path: String
  var about: String
  var parameters: [Parameter] = []
  var body: APIBody?
  /// Bytes that the body may have.
  var bodyLimit = 8_388_608
  /// What comes back when all is well, by status.
  var responses: [(status: HTTPStatus, about: String, body: APIBody?)]
  var answer: @Sendable (APICall) async throws -> HTTPResponse

  /// The open parts of a path that is of this route; nil of any other.
  func match(_ path: ArraySlice<String>) -> [String: String]? {
    let pattern = self.path.split(separator: "/", omittingEmptySubsequences: false)
    guard pattern.count == path.count else { return nil }
    var parts: [String: String] = [:]
    for (expected, part) in zip(pattern, path) {
      if expected.hasPrefix("{") {
        guard !part.isEmpty else { return nil }
        parts[String(expected.dropFirst().dropLast())] = part
      } else if expected != part {
        return nil
      }
    }
    return parts
  }

  /// Its description in OpenAPI.
  var json: [String: Any] {
    let open = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    let parts = open.map {
      ["name": $0, "in": "path", "required": true, "schema": APISchema.string.json] as [String: Any]
    }
    let keys = parameters.map {
      ["name": $0.name, "in": "query", "required": $0.isRequired, "schema": $0.schema.json, "description": $0.about]
        as [String: Any]
    }
    var answers: [String: Any] = [
      "default": ["description": "What is wrong, a line for each problem.", "content": APIBody.json(.problems).json]
    ]
    for (status, about, body) in responses {
      answers["\(status.rawValue)"] =
        ["description": about].merging(body.map { ["content": $0.json] as [String: Any] } ?? [:]) { first, _ in first }
    }
    var result: [String: Any] = ["summary": about, "parameters": parts + keys, "responses": answers]
    if let body { result["requestBody"] = ["required": true, "content": body.json] as [String: Any] }
    return result
  }
}

extension APISchema {
  /// What every refusal says.
  static let problems = APISchema.object([("problems", .list(.string), "A line for each problem.")])
}
