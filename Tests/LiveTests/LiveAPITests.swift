import Foundation
import Planning
import Report
import Scenario
import TestSupport
import Testing

@testable import Live

/// A session that is served while a test asks it.
struct Served {
  let server: LiveServer
  let port: UInt16
  var token: String { server.url.split(separator: "/").last.map(String.init) ?? "" }
  var host: String { "127.0.0.1:\(port)" }

  static func run<Value: Sendable>(
    _ scratch: Scratch, _ planner: any LivePlanner = SlowPlanner(), _ change: (inout HTTPLimits) -> Void = { _ in },
    _ work: @escaping @Sendable (Served) throws -> Value
  ) async throws -> Value {
    var options = LiveServer.Options()
    (options.keepsFloors, options.folder) = (false, scratch.path("journals"))
    var limits = HTTPLimits()
    limits.requestsPerSecond = 100_000
    change(&limits)
    let server = try await LiveServer(scenario: scratch.path("small"), options, planner: planner, limits: limits)
    let run = Task { try await server.run() }
    let served = Served(server: server, port: server.server.address.port)
    let result: Result<Value, any Error>
    do { result = .success(try await beside { try work(served) }) } catch { result = .failure(error) }
    server.stop()
    try await run.value
    return try result.get()
  }

  func wire() throws -> Wire { try Wire(port: port) }

  /// One request on a connection of its own.
  func ask(
    _ method: String, _ path: String, _ body: Any? = nil, _ headers: [String: String] = [:], raw: [UInt8] = []
  ) throws -> Wire.Answer {
    let bytes = try body.map { [UInt8](try JSONSerialization.data(withJSONObject: $0)) } ?? raw
    let wire = try wire()
    wire.send(Wire.request(method, "/\(token)/\(path)", host: host, headers, body: bytes))
    guard let answer = wire.answer(isBodiless: method == "HEAD") else {
      throw Wire.Failure(description: "\(path): no answer")
    }
    return answer
  }
}

@Suite struct LiveAPITests {
  private static var move: [String: Any] {
    [
      "op": "set", "layer": "sites", "id": "hill", "fields": ["position": "-12.0, -73.5"],
    ]
  }

  @Test func `every route is described, and answers as it is described`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    try await Served.run(scratch) { served in
      let document = try served.ask("GET", "api/v1/openapi.json").object()
      let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
      var asked: Set<String> = []
      func check(
        _ method: String, _ path: String, _ template: String, _ body: Any? = nil, raw: [UInt8] = [], status: Int = 200
      ) throws -> Wire.Answer {
        asked.insert("\(method) \(template)")
        let answer = try served.ask(method, "api/v1\(path)", body, raw: raw)
        #expect(answer.status == status, "\(method) \(path): \(answer.text.prefix(300))")
        let route = try #require(paths[template]?[method.lowercased()], "\(method) \(template)")
        let responses = route["responses"] as? [String: [String: Any]] ?? [:]
        let response = try #require(responses["\(status)"] ?? responses["default"], "\(method) \(path) \(status)")
        let content = response["content"] as? [String: [String: Any]] ?? [:]
        let media = answer.headers["content-type"] ?? ""
        #expect(content.isEmpty ? answer.body.isEmpty : content[media] != nil, "\(method) \(path): \(media)")
        if media == "application/json", let schema = content[media]?["schema"] as? [String: Any] {
          #expect(Schema.faults(try answer.json(), schema) == [], "\(method) \(path)")
        }
        if let sent = body,
          let schema =
            (((route["requestBody"] as? [String: Any])?["content"] as? [String: [String: Any]])?["application/json"]?[
              "schema"]) as? [String: Any]
        {
          #expect(Schema.faults(sent, schema) == [], "\(method) \(path): what was sent")
        }
        return answer
      }
      _ = try check("GET", "/openapi.json", "/openapi.json")
      _ = try check("GET", "/session", "/session")
      _ = try check("GET", "/variants", "/variants")
      _ = try check("POST", "/variants", "/variants", ["name": "Two", "from": "v1", "edits": [Self.move]], status: 201)
      _ = try check("POST", "/variants", "/variants", ["name": ""], status: 400)
      _ = try check("PATCH", "/variants/v2", "/variants/{variant}", ["name": "Second", "purchase": NSNull()])
      _ = try check("PATCH", "/variants/v2", "/variants/{variant}", ["purchase": "none"], status: 400)
      _ = try check("GET", "/variants/v1/scenario", "/variants/{variant}/scenario")
      let made = try check(
        "POST", "/variants/v1/edits", "/variants/{variant}/edits", ["number": 3, "edits": [Self.move]])
      #expect(try made.object()["revision"] as? Int == 2 && made.object()["number"] as? Int == 3)
      let wrong: [String: Any] = ["op": "set", "layer": "sites", "id": "hil", "fields": ["position": "x"]]
      let refused = try check(
        "POST", "/variants/v1/edits", "/variants/{variant}/edits", ["edits": [wrong]], status: 422)
      #expect(refused.text.contains("hill"))
      _ = try check("POST", "/variants/v1/edits", "/variants/{variant}/edits", raw: Array("{".utf8), status: 400)
      _ = try check("POST", "/variants/v1/undo", "/variants/{variant}/undo", ["number": 4])
      _ = try check("POST", "/variants/v1/undo", "/variants/{variant}/undo", [:] as [String: Any], status: 409)
      _ = try check("POST", "/variants/v1/redo", "/variants/{variant}/redo", ["number": 5])
      let csv = Array("id,name,latitude,longitude\nnorth,North,-11.5,-73.2\n".utf8)
      _ = try check(
        "POST", "/variants/v1/import?layer=bases&name=more.csv&number=6", "/variants/{variant}/import", raw: csv)
      let answers = try check("GET", "/variants/v1/answers?wait=30", "/variants/{variant}/answers").object()
      #expect(answers["number"] as? Int == 6 && answers["revision"] as? Int == 5)
      #expect((answers["edits"] as? [Any])?.count == 2 && (answers["comparison"] as? [String: Any])?["outcome"] != nil)
      let plan = try check("GET", "/variants/v1/plan", "/variants/{variant}/plan")
      #expect(plan.headers["atalaya-revision"] == "5")
      let floor = try check("GET", "/variants/v1/floors/hill", "/variants/{variant}/floors/{station}")
      let length = floor.body[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
      let head = try JSONSerialization.jsonObject(with: Data(floor.body[8..<(8 + length)])) as? [String: Any]
      #expect(
        floor.body.starts(with: Array("ATF1".utf8)) && head?["rows"] as? Int == 2 && head?["not_seen"] as? Int == 65_535
      )
      #expect(floor.body.suffix(12) == [1, 0, 2, 0, 3, 0, 4, 0, 255, 255, 254, 255])
      let tag = try #require(floor.headers["etag"])
      #expect(try served.ask("GET", "api/v1/variants/v1/floors/hill", nil, ["If-None-Match": tag]).status == 304)
      _ = try check("GET", "/variants/v1/floors/none", "/variants/{variant}/floors/{station}", status: 404)
      let preview: [String: Any] = [
        "station": "hill", "fields": ["position": "-12.1, -73.3"], "number": 9, "page": "p",
      ]
      _ = try check("POST", "/variants/v1/preview", "/variants/{variant}/preview", preview)
      let older = preview.merging(["number": 8]) { $1 }
      _ = try check("POST", "/variants/v1/preview", "/variants/{variant}/preview", older, status: 409)
      let found = try check("GET", "/locate?text=hill", "/locate").json() as? [[String: Any]]
      #expect(found?.first?["id"] as? String == "hill")
      let place =
        try check("GET", "/locate?text=12%C2%B036'00%22S%2073%C2%B049'48%22W", "/locate").json() as? [[String: Any]]
      #expect(place?.first?["latitude"] as? Double == -12.6)
      _ = try check("GET", "/locate", "/locate", status: 400)
      let file = try check("GET", "/variants/v1/file", "/variants/{variant}/file").object()
      let again = try check("POST", "/variants", "/variants", file, status: 201).object()
      let copy = try served.ask("GET", "api/v1/variants/\(again["id"] ?? "")/plan")
      #expect(copy.body == plan.body)
      let job = try check(
        "POST", "/variants/v1/place", "/variants/{variant}/place", ["budget": "USD 20M", "seconds": 1], status: 202
      ).object()
      let id = try #require(job["id"] as? String)
      var state = "running"
      for _ in 0..<200 where state == "running" {
        usleep(50_000)
        state = try served.ask("GET", "api/v1/jobs/\(id)").object()["state"] as? String ?? ""
      }
      let done = try check("GET", "/jobs/\(id)", "/jobs/{job}").object()
      #expect(state == "done" && done["result"] != nil)
      _ = try check("DELETE", "/jobs/\(id)", "/jobs/{job}", status: 202)
      _ = try check("GET", "/jobs/none", "/jobs/{job}", status: 404)
      _ = try check(
        "POST", "/variants/v1/save", "/variants/{variant}/save", ["as": "folder", "name": "saved"], status: 201)
      _ = try check(
        "POST", "/variants/v1/save", "/variants/{variant}/save", ["as": "folder", "name": "../out"], status: 400)
      let parts = try check("GET", "/variants/v1/page", "/variants/{variant}/page").object()
      #expect((parts["sections"] as? [Any])?.isEmpty == false)
      _ = try check("GET", "/grids/none", "/grids/{grid}", status: 404)
      _ = try check("POST", "/session/reload", "/session/reload")
      _ = try check("DELETE", "/variants/v2", "/variants/{variant}", status: 204)
      _ = try check("DELETE", "/variants/base", "/variants/{variant}", status: 409)
      asked.insert("GET /events")
      let described = Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
      #expect(described == asked)
      #expect(try served.ask("HEAD", "api/v1/session").status == 200)
      #expect(try served.ask("PUT", "api/v1/session").headers["allow"] == "GET")
      let page = try served.ask("GET", "")
      #expect(page.status == 200 && page.text.hasPrefix("<!DOCTYPE html>"))
      #expect(page.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
    }
    #expect(try String(contentsOfFile: scratch.path("small/scenario.yaml"), encoding: .utf8) == SmallScenario.yaml)
  }

  @Test func `two pages watch one session, and each is told what the other does`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    try await Served.run(scratch) { served in
      let pages = try (0..<2).map { _ in try served.wire() }
      for page in pages {
        page.send(Wire.request("GET", "/\(served.token)/api/v1/events", host: served.host))
        #expect(page.read(to: "\r\n\r\n")?.contains("text/event-stream") == true)
        _ = page.read(to: ": atalaya\n\n")
      }
      #expect(try served.ask("POST", "api/v1/variants/v1/edits", ["number": 11, "edits": [Self.move]]).status == 200)
      for page in pages {
        var last = 0
        var kinds: [String] = []
        while !kinds.contains("answers"), let event = page.read(to: "\n\n") {
          let lines = event.split(separator: "\n")
          guard lines.count == 3 else { continue }
          let id = Int(lines[0].dropFirst("id: ".count)) ?? 0
          #expect(id > last)
          last = id
          let data =
            try JSONSerialization.jsonObject(with: Data(lines[2].dropFirst("data: ".count).utf8)) as? [String: Any]
          if data?["variant"] as? String == "v1", data?["number"] as? Int == 11 {
            kinds.append(data?["kind"] as? String ?? "")
          }
        }
        #expect(kinds.first == "edited" && kinds.last == "answers")
      }
    }
  }

  @Test func `pages that listen and never read cost nothing but their events`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    try await Served.run(scratch) { served in
      let deaf = try (0..<EventHub.most).map { _ in try Wire(port: served.port, receiveBuffer: 4096) }
      for page in deaf { page.send(Wire.request("GET", "/\(served.token)/api/v1/events", host: served.host)) }
      for page in deaf { #expect(page.read(to: "\r\n\r\n") != nil) }
      #expect(try served.ask("GET", "api/v1/events").status == 409)
      for number in 0..<300 {
        #expect(try served.ask("PATCH", "api/v1/variants/v1", ["name": "Name \(number)"]).status == 200)
      }
      #expect(try served.ask("GET", "api/v1/session").status == 200)
    }
  }

  @Test func `nothing outside is read, whatever the path, and nothing is answered without the token`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    try scratch.file("secret.txt", "the secret")
    try await Served.run(scratch) { served in
      let ways = [
        "../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "/etc/passwd",
        "api/v1/variants/..%2f..%2fsecret.txt/plan",
        "api/v1/variants/v1/floors/%2e%2e%2f%2e%2e%2fsecret.txt", "api/v1/../../secret.txt", "small/scenario.yaml",
        "file:///etc/passwd", "api/v1/variants/v1/floors/%00", "?variant=../secret",
      ]
      for way in ways {
        let answer = try served.ask("GET", way)
        #expect([400, 404].contains(answer.status) && !answer.text.contains("the secret"), "\(way): \(answer.status)")
      }
      for name in ["../../secret.txt", "/etc/passwd", "..", "a/b.csv", "x\u{0}.csv"] {
        let query = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let csv = Array("id,latitude,longitude\nx,-12,-73\n".utf8)
        _ = try served.ask("POST", "api/v1/variants/v1/import?layer=bases&name=\(query)", raw: csv)
      }
      for path in [
        "/", "/favicon.ico", "/api/v1/session", "/\(served.token)x/", "/\(served.token.dropLast())/api/v1/session",
      ] {
        let wire = try served.wire()
        wire.send(Wire.request("GET", path, host: served.host))
        #expect(wire.answer()?.status == 404, "\(path)")
      }
      let foreign = try served.wire()
      foreign.send(Wire.request("GET", "/\(served.token)/api/v1/session", host: "evil.example:\(served.port)"))
      #expect(foreign.answer()?.status == 403)
      let text = try served.ask(
        "POST", "api/v1/variants/v1/edits", ["edits": [Self.move]], ["Content-Type": "text/plain"])
      #expect(text.status == 400)
    }
    #expect(scratch.names == ["journals", "secret.txt", "small"])
    #expect(try String(contentsOfFile: scratch.path("secret.txt"), encoding: .utf8) == "the secret")
  }

  @Test func `twenty clients at once are all answered`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    try await Served.run(scratch) { served in
      let group = DispatchGroup()
      let wrong = NSMutableArray()
      nonisolated(unsafe) let faults = wrong
      let lock = NSLock()
      for client in 0..<20 {
        group.enter()
        Thread.detachNewThread {
          defer { group.leave() }
          do {
            let wire = try served.wire()
            for turn in 0..<20 {
              let target = turn % 4 == 0 ? "variants/v1/plan" : "session"
              wire.send(Wire.request("GET", "/\(served.token)/api/v1/\(target)", host: served.host))
              guard wire.answer()?.status == 200 else {
                throw Wire.Failure(description: "client \(client), turn \(turn)")
              }
            }
          } catch { lock.withLock { faults.add("\(error)") } }
        }
      }
      group.wait()
      #expect(lock.withLock { faults.count } == 0)
    }
  }
}
