internal import Foundation
internal import Report

/// The page.
struct PageRoutes {
  let session: LiveSession

  var all: [APIRoute] { [page] }

  /// What the page may do: run its own scripts, and ask this server; the online base map is the reader's choice. The page's
  /// own policy, which it also has as a file, is stricter still in what it may fetch.
  private static let policy = [
    "default-src 'none'", "script-src 'self' 'unsafe-inline'", "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https://tile.openstreetmap.org", "connect-src 'self'", "base-uri 'none'",
    "form-action 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  private var page: APIRoute {
    APIRoute(
      method: "GET", path: "", about: "The page.",
      parameters: [.init(name: "variant", schema: .string, about: "The variant to show.")],
      responses: [(.ok, "The page.", .html)]
    ) { call in
      let id = call.request.head.query("variant") ?? LiveSession.base
      let html = try await session.page(of: id)
      return HTTPResponse(
        type: "text/html; charset=utf-8", headers: [("Content-Security-Policy", Self.policy)], text: html)
    }
  }
}
