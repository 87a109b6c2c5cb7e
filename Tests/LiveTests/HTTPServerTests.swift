import Foundation
import TestSupport
import Testing
import Units

@testable import Live

/// A server whose answers are simple, under limits that a test can reach.
struct Simple: HTTPService {
  func admit(_ head: HTTPHead) -> HTTPAdmission {
    switch head.path.first {
    case "large":
      .accepted(bodyLimit: 0) { _ in
        HTTPResponse(type: "text/plain", body: .bytes(Array(repeating: 65, count: 30_000_000)))
      }
    case "echo": .accepted(bodyLimit: 100_000) { HTTPResponse(type: "text/plain", body: .bytes($0.body)) }
    default: .refused(.problem(.notFound, "nothing"))
    }
  }

  /// Runs a server while a test asks it.
  static func serve<Value: Sendable>(
    _ change: (inout HTTPLimits) -> Void = { _ in },
    _ work: @escaping @Sendable (UInt16, HTTPServer) throws -> Value
  ) async throws -> Value {
    var limits = HTTPLimits()
    limits.requestsPerSecond = 100_000
    change(&limits)
    let server = try HTTPServer(LiveAddress(port: 0), limits: limits) { _ in Simple() }
    let run = Task { try await server.run() }
    defer { server.stop() }
    let value = try await beside { try work(server.address.port, server) }
    server.stop()
    try await run.value
    return value
  }
}

@Suite struct HTTPServerTests {
  private static func echo(_ body: String) -> [UInt8] {
    Wire.request("POST", "/echo", host: "h", body: Array(body.utf8))
  }

  @Test func `requests of one connection are answered in their order, pipelined ones too`() async throws {
    try await Simple.serve { port, _ in
      let wire = try Wire(port: port)
      wire.send(Self.echo("one") + Self.echo("") + Self.echo("three"))
      #expect((0..<3).map { _ in wire.answer()?.text } == ["one", "", "three"])
      wire.send(Wire.request("GET", "/none", host: "h"))
      let refused = wire.answer()
      #expect(refused?.status == 404 && refused?.text == #"{"problems":["nothing"]}"#)
      #expect(
        refused?.headers["x-content-type-options"] == "nosniff" && refused?.headers["cache-control"] == "no-store")
      #expect(refused?.headers.keys.contains { $0.hasPrefix("access-control") } == false)
      for byte in Self.echo("slowly") { wire.send([byte]) }
      #expect(wire.answer()?.text == "slowly")
    }
  }

  @Test func `a body of 1 GB is refused before it is read, and the refusal arrives`() async throws {
    try await Simple.serve { port, _ in
      let wire = try Wire(port: port)
      wire.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1073741824\r\n\r\n")
      let answer = wire.answer()
      #expect(answer?.status == 413 && answer?.headers["connection"] == "close")
      // It ends: not all of it can be sent.
      let piece = [UInt8](repeating: 0, count: 1_000_000)
      #expect((0..<1074).first { _ in !wire.send(piece) } != nil)
      // Whoever asks first is told first.
      let polite = try Wire(port: port)
      polite.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
      #expect(polite.read(to: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
      polite.send("abc")
      #expect(polite.answer()?.text == "abc")
    }
  }

  @Test func `a head without end is refused`() async throws {
    try await Simple.serve { port, _ in
      let wire = try Wire(port: port)
      wire.send("GET / HTTP/1.1\r\nHost: h\r\nX: ")
      _ = (0..<100).first { _ in !wire.send([UInt8](repeating: 65, count: 10_000)) }
      #expect(wire.answer()?.status == 431)
      let many = try Wire(port: port)
      many.send("GET / HTTP/1.1\r\nHost: h\r\n" + String(repeating: "a: b\r\n", count: 200) + "\r\n")
      #expect(many.answer()?.status == 431)
    }
  }

  @Test func `peers that send or read too slowly are let go, and others do not notice`() async throws {
    try await Simple.serve {
      ($0.headTime, $0.idle, $0.bodyTime, $0.writeTime) = (
        .milliseconds(300), .milliseconds(600), .milliseconds(300), .milliseconds(300)
      )
    } _: { port, server in
      let silent = try Wire(port: port)
      let halfHead = try Wire(port: port)
      halfHead.send("GET /echo HT")
      let halfBody = try Wire(port: port)
      halfBody.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc")
      let reader = try Wire(port: port, receiveBuffer: 4096)
      reader.send(Wire.request("GET", "/large", host: "h"))
      let good = try Wire(port: port)
      good.send(Self.echo("here"))
      #expect(good.answer()?.text == "here")
      // Without an answer: their connections end.
      for wire in [silent, halfHead, halfBody] { #expect(wire.rest().isEmpty) }
      let end = ContinuousClock.now + .seconds(10)
      while server.connections > 0, ContinuousClock.now < end { usleep(50_000) }
      #expect(server.connections == 0)
      #expect(reader.rest().count < 30_000_000)
    }
  }

  @Test func `one connection too many is told so, and the next one after it is served`() async throws {
    try await Simple.serve {
      $0.connections = 8
    } _: { port, server in
      var open = try (0..<8).map { _ in try Wire(port: port) }
      for wire in open { wire.send(Self.echo("x")) }
      #expect(open.allSatisfy { $0.answer()?.status == 200 })
      #expect(try Wire(port: port).answer()?.status == 503)
      open.removeLast()
      let end = ContinuousClock.now + .seconds(5)
      while server.connections == 8, ContinuousClock.now < end { usleep(5_000) }
      let next = try Wire(port: port)
      next.send(Self.echo("y"))
      #expect(next.answer()?.text == "y")
    }
  }

  @Test func `a connection that asks too fast is answered at its pace`() async throws {
    let time = try await Simple.serve {
      $0.requestsPerSecond = 50
    } _: { port, _ in
      let start = ContinuousClock.now
      let wire = try Wire(port: port)
      wire.send((0..<100).flatMap { _ in Self.echo("x") })
      #expect((0..<100).allSatisfy { _ in wire.answer()?.status == 200 })
      return ContinuousClock.now - start
    }
    // 50 at once and 50 at 50 a second, less what a timer may be early.
    #expect(time > .milliseconds(900))
  }

  @Test func `5,000 random requests are answered or refused, and the server lives`() async throws {
    try await Simple.serve { port, server in
      let sound = Self.echo("body") + Wire.request("GET", "/echo?a=b", host: "h")
      var random = SplitMix(seed: 2121)
      for turn in 0..<5000 {
        var bytes = turn % 5 == 0 ? (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) } : sound
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let wire = try Wire(port: port)
        wire.send(bytes)
        shutdown(wire.descriptor, Int32(SHUT_WR))
        if turn % 7 != 0 {
          let answer = wire.rest()
          #expect(answer.isEmpty || answer.starts(with: Array("HTTP/1.1 ".utf8)))
        }
      }
      let wire = try Wire(port: port)
      wire.send(Self.echo("alive"))
      #expect(wire.answer()?.text == "alive")
      let end = ContinuousClock.now + .seconds(10)
      while server.connections > 1, ContinuousClock.now < end { usleep(20_000) }
      #expect(server.connections == 1)
    }
  }

  @Test func `a port that is taken is told with what to do`() async throws {
    try await Simple.serve { port, _ in
      let error = #expect(throws: LiveError.self) { _ = try HTTPServer(LiveAddress(port: port)) { _ in Simple() } }
      #expect(error?.code == .portInUse && error?.description.contains("--port") == true)
    }
    #expect(throws: LiveError.self) { _ = try HTTPServer(LiveAddress(host: "no.address", port: 0)) { _ in Simple() } }
    // Of a network for documentation, which no machine has.
    #expect(throws: LiveError.self) { _ = try HTTPServer(LiveAddress(host: "192.0.2.1", port: 0)) { _ in Simple() } }
  }
}
