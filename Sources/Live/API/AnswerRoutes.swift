internal import Foundation
internal import Geodesy
internal import Report
internal import Scenario
internal import ScenarioFiles
internal import Units

/// What a variant comes to.
struct AnswerRoutes {
  let session: LiveSession

  var all: [APIRoute] { [records, plan, answers, floor, preview, locate, events] }

  private var records: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/variants/{variant}/scenario",
      about: "Everything of a variant that can be edited: layers with their fields and rows, and settings.",
      responses: [(.ok, "The layers and settings.", .json(.records))]
    ) { call in
      let draft = try await session.variant(call.part("variant")).state.draft
      return .json(.ok, try draft.records)
    }
  }

  private var plan: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/variants/{variant}/plan",
      about: "plan.json of a variant, the same bytes as `atalaya plan` writes of the folder that it is saved to.",
      parameters: [AnswerWait.parameter],
      responses: [(.ok, "plan.json.", .document("plan.json: `atalaya plan --schema` describes it")), AnswerWait.later]
    ) { call in
      try await session.answered(call) { answer in
        HTTPResponse(
          type: "application/json", headers: [("Atalaya-Revision", String(answer.revision))], text: answer.json)
      }
    }
  }

  private struct Head: Encodable {
    var number, revision: Int
    var edits, step: [ScenarioEdit]
  }

  private var answers: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/variants/{variant}/answers",
      about:
        "What a variant changes against the scenario: each figure with its value before, after and the difference.",
      parameters: [
        AnswerWait.parameter,
        .init(name: "against", schema: .string, about: "The variant to compare with; base unless stated."),
      ],
      responses: [
        (
          .ok, "The figures.",
          .json(
            .object([
              ("number", .integer, "The page's number of the change that is answered."),
              ("revision", .integer, "The revision that it is of."),
              ("edits", .list(.edit), "The edits that lead from the scenario to it."),
              ("step", .list(.edit), "Those of the last step."),
              (
                "figures", .list(.any),
                "Each figure: key, value, baseline, difference, better, and its words by language."
              ),
              ("comparison", .any, "comparison.json: `atalaya compare --schema` describes it."),
            ]))
        ), AnswerWait.later,
      ]
    ) { call in
      try await session.answered(call) { answer in
        let other = call.request.head.query("against") ?? LiveSession.base
        guard let base = try await session.answer(of: other, within: .seconds(60)) else {
          throw LiveError(.limit, "“\(other)” is still being computed", remedy: "ask again")
        }
        let variant = try await session.variant(answer.variant)
        let (before, after) = (try await session.variant(other).name, variant.name)
        let comparison = PlanComparison(base.compared, answer.compared, names: (before, after)).json
        let step = variant.revision == answer.revision ? variant.done.last?.edits ?? [] : []
        let figures = LiveFigures(baseline: base.compared, variant: answer.compared).json
        return .json(
          .ok, Head(number: answer.number, revision: answer.revision, edits: answer.edits, step: step),
          adding: ["figures": figures, "comparison": comparison])
      }
    }
  }

  private var floor: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/variants/{variant}/floors/{station}",
      about: "From how high a radar sees: a grid of 16-bit heights above ground. \(FloorBytes.about)",
      parameters: [
        .init(name: "posts", schema: .integer, about: "Posts of the terrain that a cell is wide, 1 to 64; 1: exact.")
      ],
      responses: [
        (.ok, "The floor.", .binary(FloorBytes.about)), (.notModified, "It is the one that the page has.", nil),
      ]
    ) { call in
      let posts = Int(try call.number("posts", in: 1...64, or: 1))
      let floor = try await session.floor(of: call.part("station"), variant: call.part("variant"), posts: posts)
      let bytes = FloorBytes.bytes(of: floor, station: call.part("station"), number: 0)
      let tag = "\"\(FloorBytes.tag(of: bytes))\""
      if call.request.head["if-none-match"] == tag { return HTTPResponse(.notModified, headers: [("ETag", tag)]) }
      return HTTPResponse(type: "application/octet-stream", headers: [("ETag", tag)], body: .bytes(bytes))
    }
  }

  private struct Preview: Decodable {
    var station: String
    var layer: String?
    var fields: [String: String?]
    var number: Int
    var page: String?
    var posts: Int?
  }

  private var preview: APIRoute {
    APIRoute(
      method: "POST", path: "api/v1/variants/{variant}/preview",
      about: "The floor of a radar as it would be with other fields, while a hand moves it; nothing is changed.",
      body: .json(
        .object([
          ("station", .string, "The radar's id."), ("layer", .maybe(.string), "Its layer; sites unless stated."),
          ("fields", .map(.optional(.string)), "Fields with their texts."),
          ("number", .integer, "A number of the page's own that grows; an older one is not answered any more."),
          ("page", .maybe(.string), "What tells this page from others."),
          ("posts", .maybe(.integer), "Posts of the terrain that a cell is wide, 1 to 64; 4 unless stated."),
        ])), bodyLimit: 65_536,
      responses: [(.ok, "The floor, as of floors.", .binary(FloorBytes.about))]
    ) { call in
      let asked: Preview = try call.json()
      let edit = ScenarioEdit.set(layer: asked.layer ?? "sites", id: asked.station, fields: asked.fields)
      let floor = try await session.preview(
        edit, station: asked.station, variant: call.part("variant"), posts: min(max(asked.posts ?? 4, 1), 64),
        page: String((asked.page ?? "").prefix(64)), number: asked.number)
      let bytes = FloorBytes.bytes(of: floor, station: asked.station, number: asked.number)
      return HTTPResponse(type: "application/octet-stream", body: .bytes(bytes))
    }
  }

  private struct Match: Encodable {
    var kind, id, name: String
    var latitude, longitude: Double
  }

  private var locate: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/locate",
      about: "Where something is: a position in any notation of `atalaya locate`, or an id or name of the scenario.",
      parameters: [.init(name: "text", schema: .string, about: "What to look for.", isRequired: true)],
      responses: [
        (
          .ok, "What was found, the closest first; 20 at most.",
          .json(
            .list(
              .object([
                ("kind", .choice(["position"] + Scenario.NamedPlace.Kind.allCases.map(\.rawValue)), "What it is."),
                ("id", .string, "Its id; empty of a position."), ("name", .string, "Its name, or the position."),
                ("latitude", .number, "Degrees."), ("longitude", .number, "Degrees."),
              ])))
        )
      ]
    ) { call in
      let text = call.request.head.query("text") ?? ""
      guard !text.isEmpty, text.count <= 200 else { throw LiveError(.request, "text: write 1 to 200 characters") }
      let wanted = text.lowercased()
      let places = try await session.scenario(LiveSession.base).places
      func rank(_ place: Scenario.NamedPlace) -> Int? {
        let (id, name) = (place.id.lowercased(), place.name.lowercased())
        if id == wanted { return 0 }
        return name == wanted ? 1 : id.hasPrefix(wanted) ? 2 : id.contains(wanted) || name.contains(wanted) ? 3 : nil
      }
      let found = places.compactMap { place in rank(place).map { (rank: $0, place) } }.sorted { $0.rank < $1.rank }
      var matches = found.prefix(20).map { _, place in
        Match(
          kind: place.kind.rawValue, id: place.id, name: place.name, latitude: place.position.latitude.degrees,
          longitude: place.position.longitude.degrees)
      }
      if let position = try? PositionReport(text).position {
        let (latitude, longitude) = (position.latitude.degrees, position.longitude.degrees)
        matches.insert(
          Match(kind: "position", id: "", name: text, latitude: latitude, longitude: longitude), at: 0)
      }
      return .json(.ok, matches)
    }
  }

  private var events: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/events",
      about: """
        Server-sent events: \(LiveEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")). Their data are JSON with \
        `kind`, and where they have it `variant`, `revision`, `number`, `done`, `total`, `job`, `problems`, `path`. A gap \
        in the ids means that the page was too slow: it asks for the session again.
        """,
      responses: [(.ok, "Events as they come.", .events)]
    ) { _ in
      guard let stream = await session.hub.listen() else {
        throw LiveError(.limit, "\(EventHub.most) pages listen already", remedy: "close one")
      }
      return HTTPResponse(type: "text/event-stream", body: .stream(stream))
    }
  }
}

extension APISchema {
  /// What can be edited.
  fileprivate static let records = APISchema.object([
    (
      "settings", .list(.object([("field", field, "What it is."), ("text", .maybe(.string), "Its text.")])), "Settings."
    ),
    (
      "layers",
      .list(
        .object([
          ("key", .string, "Its key."), ("row_name", .string, "What a row is."),
          ("summary", .string, "What it is for."),
          ("file", .maybe(.string), "The file of its rows; missing where they stand in scenario.yaml."),
          ("fields", .list(field), "What its rows may hold."),
          (
            "rows",
            .list(
              .object([
                ("id", .string, "The name by which edits give it."), ("cells", .map(.string), "Its texts by field."),
                (
                  "position",
                  .maybe(.object([("latitude", .number, "Degrees."), ("longitude", .number, "Degrees.")])),
                  "Where it is."
                ),
              ])), "Its rows."
          ),
        ])), "All layers."
    ),
  ])

  private static let field = APISchema.object([
    ("name", .string, "The name by which edits give it."), ("type", .string, "What is written."),
    ("accepted", .string, "Units or words."), ("choices", .list(.string), "The words that it may be."),
    ("range", .string, "The range of amounts."), ("fallback", .string, "What holds where it is absent."),
    ("meaning", .string, "What it means."), ("is_required", .boolean, "Whether every row needs it."),
    ("is_numeric", .boolean, "Whether values are numbers."),
  ])
}
