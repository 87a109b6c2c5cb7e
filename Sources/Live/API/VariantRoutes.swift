internal import Foundation
internal import Report
internal import Scenario
internal import ScenarioFiles
internal import Units

/// The session and its variants.
struct VariantRoutes {
  let session: LiveSession

  var all: [APIRoute] { [about, reload, list, add, change, remove, file] }

  /// A variant as the interface shows it.
  struct Shown: Encodable {
    var id, name: String
    var purchase: String?
    var revision: Int
    /// The revision that the last answer is of; 0 without one.
    var answered: Int
    var edits: Int
    var canUndo, canRedo: Bool

    static let schema = APISchema.object([
      ("id", .string, "Its id: base is the scenario as it is."), ("name", .string, "What people call it."),
      ("purchase", .maybe(.string), "The purchase that counts as made."),
      ("revision", .integer, "Grows with every change."),
      ("answered", .integer, "The revision that the last answer is of; 0 without one."),
      ("edits", .integer, "Edits that lead from the scenario to it."),
      ("can_undo", .boolean, "Whether there is something to take back."),
      ("can_redo", .boolean, "Whether there is something to make again."),
    ])
  }

  private struct About: Encodable {
    var scenario, path, tool: String
    var units: String
    var restored: Int
    var notes: [String]
    var variants: [Shown]
  }

  private var about: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/session", about: "The session: its scenario and variants.",
      responses: [
        (
          .ok, "The session.",
          .json(
            .object([
              ("scenario", .string, "The scenario's name."), ("path", .string, "Its folder."),
              ("tool", .string, "The version of atalaya."), ("units", .string, "Units of texts for people."),
              ("restored", .integer, "How many variants came back from an earlier session."),
              ("notes", .list(.string), "What could not be brought back."),
              ("variants", .list(Shown.schema), "The variants in the order in which they were made."),
            ]))
        )
      ]
    ) { _ in
      let (scenario, restored, notes) = (
        try await session.scenario(LiveSession.base), await session.restored, await session.notes
      )
      return .json(
        .ok,
        About(
          scenario: scenario.name, path: session.path, tool: AtalayaVersion.current, units: scenario.units.rawValue,
          restored: restored, notes: notes, variants: await session.shown))
    }
  }

  private struct Reloaded: Encodable { var notes: [String] }

  private var reload: APIRoute {
    APIRoute(
      method: "POST", path: "api/v1/session/reload",
      about: "Read the scenario's files again, and make the edits of all variants on top of what they say now.",
      responses: [
        (
          .ok, "They are read.",
          .json(.object([("notes", .list(.string), "Edits that cannot be made any more, which are left out.")]))
        )
      ]
    ) { _ in .json(.ok, Reloaded(notes: try await session.reload())) }
  }

  private var list: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/variants", about: "All variants.",
      responses: [(.ok, "The variants in the order in which they were made.", .json(.list(Shown.schema)))]
    ) { _ in .json(.ok, await session.shown) }
  }

  private struct New: Decodable {
    var format: String?
    var name: String
    var from: String?
    var purchase: String?
    var edits: [ScenarioEdit]?
  }

  private var add: APIRoute {
    APIRoute(
      method: "POST", path: "api/v1/variants",
      about: "Make a variant: a copy of another one, or what a file that was sent describes.",
      body: .json(
        .object([
          ("format", .maybe(.choice([VariantFile.format])), "Of a file that was sent."),
          ("name", .string, "What people call it."),
          ("from", .maybe(.string), "The variant to copy; base unless stated."),
          ("purchase", .maybe(.optional(.string)), "The purchase that counts as made."),
          ("scenario", .maybe(.string), "Of a file: the name of the scenario that it is for."),
          ("edits", .maybe(.list(.edit)), "Edits to make of it."),
        ])), bodyLimit: 52_428_800,
      responses: [(.created, "The new variant.", .json(Shown.schema))]
    ) { call in
      let new: New = try call.json()
      guard new.format == nil || new.format == VariantFile.format else {
        throw LiveError(.request, "the file is not a variant that this version knows")
      }
      let made = try await session.add(
        name: new.name, from: new.from, purchase: new.purchase, edits: new.edits ?? [])
      return .json(.created, await session.shown(made))
    }
  }

  private struct Change: Decodable {
    var name: String?
    var purchase: String??

    enum Key: String, CodingKey { case name, purchase }
    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: Key.self)
      name = try keys.decodeIfPresent(String.self, forKey: .name)
      if keys.contains(.purchase) { purchase = .some(try keys.decodeIfPresent(String.self, forKey: .purchase)) }
    }
  }

  private var change: APIRoute {
    APIRoute(
      method: "PATCH", path: "api/v1/variants/{variant}", about: "Rename a variant, or choose its purchase.",
      body: .json(
        .object([
          ("name", .maybe(.string), "What people call it."),
          ("purchase", .maybe(.optional(.string)), "The purchase that counts as made; null: none."),
        ])),
      responses: [(.ok, "The variant.", .json(Shown.schema))]
    ) { call in
      let change: Change = try call.json()
      let variant = try await session.change(call.part("variant"), name: change.name, purchase: change.purchase)
      return .json(.ok, await session.shown(variant))
    }
  }

  private var remove: APIRoute {
    APIRoute(
      method: "DELETE", path: "api/v1/variants/{variant}", about: "Take a variant away.",
      responses: [(.noContent, "It is gone.", nil)]
    ) { call in
      try await session.delete(call.part("variant"))
      return HTTPResponse(.noContent)
    }
  }

  private var file: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/variants/{variant}/file",
      about: "A variant as a small file to send; POST variants reads it.",
      responses: [(.ok, "The file.", .json(VariantFile.schema))]
    ) { call in
      let variant = try await session.variant(call.part("variant"))
      let scenario = try await session.scenario(LiveSession.base)
      let file = VariantFile(
        name: variant.name, scenario: scenario.name, purchase: variant.purchase, edits: variant.state.draft.edits)
      let name = variant.name.unicodeScalars.map { $0.isASCII && $0.properties.isAlphabetic ? Character($0) : "-" }
      return .json(
        .ok, file, headers: [("Content-Disposition", "attachment; filename=\"\(String(name)).atalaya.json\"")])
    }
  }
}

/// A variant as a small file to send.
struct VariantFile: Encodable {
  static let format = "atalaya-variant-1"
  var format = VariantFile.format
  var name, scenario: String
  var purchase: String?
  var edits: [ScenarioEdit]

  static let schema = APISchema.object([
    ("format", .choice([format]), "What it is."), ("name", .string, "What people call it."),
    ("scenario", .string, "The name of the scenario that it is for."),
    ("purchase", .maybe(.string), "The purchase that counts as made."),
    ("edits", .list(.edit), "Edits that lead from the scenario to it."),
  ])
}

extension LiveSession {
  /// All variants as the interface shows them.
  var shown: [VariantRoutes.Shown] { variants.map { shown($0) } }

  func shown(_ variant: Variant) -> VariantRoutes.Shown {
    VariantRoutes.Shown(
      id: variant.id, name: variant.name, purchase: variant.purchase, revision: variant.revision,
      answered: answers[variant.id]?.revision ?? 0, edits: variant.state.draft.edits.count,
      canUndo: !variant.done.isEmpty, canRedo: !variant.undone.isEmpty)
  }
}
