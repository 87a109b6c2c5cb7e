internal import Foundation

extension HTTPResponse {
  /// What every refusal says: `{"problems": ["…"]}`.
  package static func problem(
    _ status: HTTPStatus, _ problems: String..., headers: [(name: String, value: String)] = []
  ) -> HTTPResponse { .problems(status, problems, headers: headers) }

  /// What every refusal says, with a line for each problem.
  package static func problems(
    _ status: HTTPStatus, _ problems: [String], headers: [(name: String, value: String)] = []
  ) -> HTTPResponse { json(status, ProblemList(problems: problems), headers: headers) }

  /// A value as JSON.
  package static func json(
    _ status: HTTPStatus = .ok, _ value: some Encodable, headers: [(name: String, value: String)] = []
  ) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return HTTPResponse(.failed) }
    return HTTPResponse(status, type: "application/json", headers: headers, body: .bytes([UInt8](data)))
  }
}

extension HTTPResponse {
  /// An object as JSON, and after its members others that are JSON already.
  package static func json(
    _ status: HTTPStatus = .ok, _ value: some Encodable, adding members: KeyValuePairs<String, String>
  ) -> HTTPResponse {
    var response = json(status, value)
    guard !members.isEmpty, let bytes = response.bytes else { return response }
    let text = members.map { ",\"\($0.key)\":\($0.value)" }.joined() + "}"
    response.body = .bytes(bytes.dropLast() + Array(text.utf8))
    return response
  }
}

/// What is wrong, a line for each problem.
struct ProblemList: Encodable { var problems: [String] }
