internal import Foundation
internal import Report
internal import Units

/// The page.
struct PageRoutes {
  let session: LiveSession

  var all: [APIRoute] { [page, script, update, grid] }

  private var page: APIRoute {
    APIRoute(
      method: "GET", path: "", about: "The page.",
      parameters: [.init(name: "variant", schema: .string, about: "The variant to show.")],
      responses: [(.ok, "The page.", .html)]
    ) { call in
      let id = call.request.head.query("variant") ?? LiveSession.base
      let html = try await session.page(of: id)
      return HTTPResponse(
        type: "text/html; charset=utf-8", headers: [("Content-Security-Policy", LivePage.contentSecurityPolicy)],
        text: html)
    }
  }

  private var script: APIRoute {
    APIRoute(
      method: "GET", path: "scripts/{script}", about: "A script of the page.",
      responses: [(.ok, "The script.", .document("JavaScript"))]
    ) { call in
      let name = call.part("script")
      guard name.hasSuffix(".js"),
        let text = LivePage.script(String(name.dropLast(3)), library: session.pages.library)
      else { throw LiveError(.notFound, "the page has no such script") }
      return HTTPResponse(type: "text/javascript; charset=utf-8", text: text)
    }
  }

  private var update: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/variants/{variant}/page",
      about: "What the page shows of a variant: its sections, the controls of its map, and the data of its scripts.",
      parameters: [AnswerWait.parameter],
      responses: [
        (
          .ok, "The parts of the page.",
          .json(
            .object([
              ("revision", .integer, "The revision that it is of."),
              ("sections", .list(.any), "Each section: id and html, in their order."),
              ("form", .string, "The controls of the map."), ("data", .any, "What the scripts of the page read."),
            ]))
        ),
        AnswerWait.later,
      ]
    ) { call in
      try await session.answered(call) { answer in
        let page = try await session.pages.page(of: answer, on: session.executor)
        return HTTPResponse(
          type: "application/json", text: "{\"revision\":\(answer.revision),\(page.update.dropFirst())")
      }
    }
  }

  private var grid: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/grids/{grid}",
      about:
        "The cells of a grid that the data of a page name: one byte each, or two, the low one first, row by row from the north-west.",
      responses: [(.ok, "The cells.", .binary("Cells."))]
    ) { call in
      guard let cells = await session.pages.grid(call.part("grid")) else {
        throw LiveError(.notFound, "no page shows this grid any more", remedy: "ask for the page again")
      }
      return HTTPResponse(type: "application/octet-stream", body: .bytes([UInt8](cells)))
    }
  }
}
