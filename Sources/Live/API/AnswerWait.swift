internal import Units

/// How requests wait for the answer of a variant.
enum AnswerWait {
  static let parameter = APIRoute.Parameter(
    name: "wait", schema: .number, about: "Seconds to wait for the answer, 0 to 60; 60 unless stated.")

  /// What is said while it is computed.
  static let later: (status: HTTPStatus, about: String, body: APIBody?) = (
    .accepted, "It is not computed yet.",
    .json(
      .object([
        ("revision", .integer, "The revision that is being computed."),
        ("answered", .integer, "The revision that the last answer is of; 0 without one."),
      ]))
  )

  fileprivate struct Later: Encodable { var revision, answered: Int }
}

extension LiveSession {
  /// What is said of the answer of a variant, or while it is computed.
  nonisolated func answered(
    _ call: APICall, _ respond: (LiveAnswer) async throws -> HTTPResponse
  ) async throws -> HTTPResponse {
    let id = call.part("variant")
    let wait = try call.number("wait", in: 0...60, or: 60)
    guard let answer = try await answer(of: id, within: .seconds(wait)) else {
      let shown = await shown(try await variant(id))
      return .json(
        .accepted, AnswerWait.Later(revision: shown.revision, answered: shown.answered),
        headers: [("Retry-After", "1")])
    }
    return try await respond(answer)
  }
}
