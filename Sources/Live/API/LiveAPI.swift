internal import Foundation
internal import Scenario
internal import Units

/// The interface of a session: who may ask, what can be asked, and what is said when something is wrong.
struct LiveAPI: HTTPService {
  let guardian: LiveGuard
  let routes: [APIRoute]

  init(_ session: LiveSession, _ guardian: LiveGuard) {
    self.guardian = guardian
    var routes =
      PageRoutes(session: session).all + VariantRoutes(session: session).all + EditRoutes(session: session).all
      + AnswerRoutes(session: session).all + JobRoutes(session: session).all
    let description = OpenAPI.text(of: routes + [Self.description("")])
    routes.append(Self.description(description))
    self.routes = routes
  }

  private static func description(_ text: String) -> APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/openapi.json", about: "This description.",
      responses: [(.ok, "OpenAPI 3.1.", .document("OpenAPI 3.1"))]
    ) { _ in HTTPResponse(type: "application/json", text: text) }
  }

  func admit(_ head: HTTPHead) -> HTTPAdmission {
    if let refusal = guardian.refusal(of: head) { return .refused(refusal) }
    let path = head.path.dropFirst()
    let found = routes.compactMap { route in route.match(path).map { (route, $0) } }
    guard !found.isEmpty else {
      return .refused(.problem(.notFound, "there is nothing here; api/v1/openapi.json lists what there is"))
    }
    let method = head.method == "HEAD" ? "GET" : head.method
    guard let (route, parts) = found.first(where: { $0.0.method == method }) else {
      let allowed = found.map(\.0.method).joined(separator: ", ")
      return .refused(.problem(.methodNotAllowed, "use \(allowed) here", headers: [("Allow", allowed)]))
    }
    return .accepted(bodyLimit: route.body == nil ? 4096 : route.bodyLimit) { request in
      do { return try await route.answer(APICall(request: request, parts: parts)) } catch { return Self.refusal(error) }
    }
  }

  /// What is said of an error.
  static func refusal(_ error: any Error) -> HTTPResponse {
    switch error {
    case let error as LiveError: .problems(error.code.status, error.lines)
    case let error as LiveProblems: .problems(.unprocessable, error.problems)
    case let error as any AtalayaError: .problems(.unprocessable, error.lines)
    default: .problem(.failed, "\(error)")
    }
  }
}

extension LiveFault {
  /// The status of an answer that is refused.
  var status: HTTPStatus {
    switch self {
    case .notFound: .notFound
    case .request: .badRequest
    case .limit, .conflict, .isOpen: .conflict
    case .portInUse, .address, .server, .journal, .password, .unwritable: .failed
    }
  }
}
