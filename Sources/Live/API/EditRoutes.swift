internal import Foundation
internal import Scenario
internal import ScenarioFiles
internal import Units

/// What changes a variant.
struct EditRoutes {
  let session: LiveSession

  var all: [APIRoute] { [edit, undo, redo, drop] }

  private struct Edits: Decodable {
    var number: Int?
    var edits: [ScenarioEdit]
    var drag: String?
  }

  private struct Made: Encodable {
    var number, revision: Int
    var problems: [String] = []
  }

  private static let made = APISchema.object([
    ("number", .integer, "The page's number, as sent."),
    ("revision", .integer, "The revision that the variant has now."),
    ("problems", .list(.string), "Nothing here: what is wrong comes with another status, and nothing is changed."),
  ])

  private var edit: APIRoute {
    APIRoute(
      method: "POST", path: "api/v1/variants/{variant}/edits",
      about: "Make edits, all or none. The answers follow: see the event answers.",
      body: .json(
        .object([
          ("number", .maybe(.integer), "A number of the page's own, which answers carry."),
          ("edits", .list(.edit), "The edits, in their order."),
          ("drag", .maybe(.string), "Edits with the same key, one after another, are taken back as one."),
        ])),
      responses: [(.ok, "They are made.", .json(Self.made))]
    ) { call in
      let edits: Edits = try call.json()
      guard (1...1000).contains(edits.edits.count) else { throw LiveError(.request, "edits: send 1 to 1,000") }
      let number = edits.number ?? 0
      let revision = try await session.edit(call.part("variant"), edits.edits, number: number, drag: edits.drag)
      return .json(.ok, Made(number: number, revision: revision))
    }
  }

  private struct Number: Decodable { var number: Int? }

  private static let number = APIBody.json(
    .object([("number", .maybe(.integer), "A number of the page's own, which answers carry.")]))

  private var undo: APIRoute {
    APIRoute(
      method: "POST", path: "api/v1/variants/{variant}/undo", about: "Take the last step back.", body: Self.number,
      responses: [(.ok, "It is taken back.", .json(Self.made))]
    ) { call in
      let number = try call.json(Number.self).number ?? 0
      return .json(.ok, Made(number: number, revision: try await session.undo(call.part("variant"), number: number)))
    }
  }

  private var redo: APIRoute {
    APIRoute(
      method: "POST", path: "api/v1/variants/{variant}/redo", about: "Make the step again that was taken back last.",
      body: Self.number, responses: [(.ok, "It is made.", .json(Self.made))]
    ) { call in
      let number = try call.json(Number.self).number ?? 0
      return .json(.ok, Made(number: number, revision: try await session.redo(call.part("variant"), number: number)))
    }
  }

  private var drop: APIRoute {
    APIRoute(
      method: "POST", path: "api/v1/variants/{variant}/import",
      about: "A file becomes a layer of the variant, or its rows are added to the layer.",
      parameters: [
        .init(name: "layer", schema: .string, about: "The layer: sites, bases.", isRequired: true),
        .init(
          name: "name", schema: .string, about: "The file's name, whose ending tells its format.", isRequired: true),
        .init(name: "number", schema: .integer, about: "A number of the page's own, which answers carry."),
      ],
      body: .binary("The file."), bodyLimit: 52_428_800,
      responses: [(.ok, "It is read.", .json(Self.made))]
    ) { call in
      guard let layer = call.request.head.query("layer"), let name = call.request.head.query("name") else {
        throw LiveError(.request, "layer and name are missing", remedy: "write ?layer=sites&name=sites.csv")
      }
      let number = Int(try call.number("number", in: 0...9e15, or: 0))
      let edit = ScenarioEdit.include(layer: layer, name: name, contents: Data(call.request.body))
      let revision = try await session.edit(call.part("variant"), [edit], number: number)
      return .json(.ok, Made(number: number, revision: revision))
    }
  }
}

extension APISchema {
  /// One change; which keys it has depends on `op`.
  static let edit = APISchema.object([
    ("op", .choice(["set", "add", "remove", "setting", "include"]), "What to do."),
    ("layer", .maybe(.string), "The layer, of all but setting."),
    ("id", .maybe(.string), "The row, of set and remove."),
    ("fields", .maybe(.map(.optional(.string))), "Fields with their texts, of set and add; null takes a field away."),
    ("path", .maybe(.list(.string)), "Of setting: the key of scenario.yaml, as [\"alert\", \"decision\"]."),
    ("value", .maybe(.optional(.string)), "Of setting: its text; null takes it away."),
    ("name", .maybe(.string), "Of include: the file's name."),
    ("contents", .maybe(.string), "Of include: the file in Base64."),
  ])
}
