internal import Foundation
internal import ScenarioFiles
internal import Units

/// Searches, and what is saved.
struct JobRoutes {
  let session: LiveSession

  var all: [APIRoute] { [place, job, stop, save] }

  private struct Shown: Encodable {
    var id, variant, state: String
    var done, total: Int
    var best, bound: Double?
    var edits: [ScenarioEdit]
    var problems: [String]

    init(_ job: LiveJob) {
      (id, variant, state, done, total) = (job.id, job.variant, job.state.rawValue, job.done, job.total)
      (best, bound, edits, problems) = (job.best, job.bound, job.edits, job.problems)
    }
  }

  private static let shown = APISchema.object([
    ("id", .string, "Its id."), ("variant", .string, "The variant that it is for."),
    ("state", .choice(LiveJob.State.allCases.map(\.rawValue)), "How it stands."),
    ("done", .integer, "Steps that are done."), ("total", .integer, "Steps in all; 0 while it searches."),
    ("best", .maybe(.number), "The best value so far."), ("bound", .maybe(.number), "No value is better."),
    ("edits", .list(.edit), "The edits that put the radars of the list onto their sites."),
    ("problems", .list(.string), "Why it failed."),
    ("result", .maybe(.any), "Of a search that is done: place.json, as of `atalaya place`."),
  ])

  private func response(_ status: HTTPStatus, _ job: LiveJob) -> HTTPResponse {
    .json(status, Shown(job), adding: job.result.map { ["result": $0] } ?? [:])
  }

  private struct Asked: Decodable {
    var budget: String
    var objective: String?
    var seconds: Double?
  }

  private var place: APIRoute {
    APIRoute(
      method: "POST", path: "api/v1/variants/{variant}/place",
      about: "Search for what to buy, as `atalaya place` does.",
      body: .json(
        .object([
          ("budget", .string, "The sum, as USD 71M."),
          ("objective", .maybe(.optional(.string)), "What to achieve; as the scenario says unless stated."),
          ("seconds", .maybe(.number), "How long to search, 1 to 3600; 10 unless stated."),
        ])), bodyLimit: 65_536,
      responses: [(.accepted, "The job that has begun.", .json(Self.shown))]
    ) { call in
      let asked: Asked = try call.json()
      let job = try await session.place(
        call.part("variant"), budget: asked.budget, objective: asked.objective, seconds: asked.seconds ?? 10)
      return response(.accepted, job)
    }
  }

  private var job: APIRoute {
    APIRoute(
      method: "GET", path: "api/v1/jobs/{job}", about: "How a job stands.",
      responses: [(.ok, "The job.", .json(Self.shown))]
    ) { call in response(.ok, try await session.job(call.part("job"))) }
  }

  private var stop: APIRoute {
    APIRoute(
      method: "DELETE", path: "api/v1/jobs/{job}", about: "Stop a job; what it has found by then is its result.",
      responses: [(.accepted, "The job, which ends soon.", .json(Self.shown))]
    ) { call in response(.accepted, try await session.stop(call.part("job"))) }
  }

  private struct Wish: Decodable {
    var `as`: LiveSession.SavedAs
    var name: String
    var purchase: String?
  }

  private struct Saved: Encodable { var path: String }

  private var save: APIRoute {
    APIRoute(
      method: "POST", path: "api/v1/variants/{variant}/save",
      about: """
        Save a variant: as a new scenario folder beside the scenario's, as a purchase in scenario.yaml, or as the files of \
        `atalaya plan` in a new folder.
        """,
      body: .json(
        .object([
          ("as", .choice(LiveSession.SavedAs.allCases.map(\.rawValue)), "What to write."),
          ("name", .string, "The name of the new folder, or of the purchase."),
          ("purchase", .maybe(.optional(.string)), "Of a purchase: its id; made of the name unless stated."),
        ])), bodyLimit: 65_536,
      responses: [(.created, "It is written.", .json(.object([("path", .string, "The folder, or the file.")])))]
    ) { call in
      let wish: Wish = try call.json()
      let path = try await session.save(call.part("variant"), as: wish.as, name: wish.name, purchase: wish.purchase)
      return .json(.created, Saved(path: path))
    }
  }
}
