internal import Foundation
internal import Report

/// The page.
struct PageRoutes {
  let session: LiveSession

  var all: [APIRoute] { [page] }

  /// What the page may do: run its own scripts, which carry a mark that is new each time, and ask this server. The online base
  /// map is the reader's choice.
  private static func policy(_ mark: String) -> String {
    [
      "default-src 'none'", "script-src 'self' 'nonce-\(mark)'", "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: https://tile.openstreetmap.org", "connect-src 'self'", "base-uri 'none'",
      "form-action 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
  }

  private var page: APIRoute {
    APIRoute(
      method: "GET", path: "", about: "The page.",
      parameters: [.init(name: "variant", schema: .string, about: "The variant to show.")],
      responses: [(.ok, "The page.", .html)]
    ) { call in
      let id = call.request.head.query("variant") ?? LiveSession.base
      let html = try await session.page(of: id)
      let mark = LiveSecret.random().text
      // Only the page's own scripts begin a line so: what stands in a scenario has no `<` in the page.
      let marked = html.replacing("\n<script>", with: "\n<script nonce=\"\(mark)\">")
      return HTTPResponse(
        type: "text/html; charset=utf-8", headers: [("Content-Security-Policy", Self.policy(mark))], text: marked)
    }
  }
}
