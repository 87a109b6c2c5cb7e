import TestSupport
import Testing

@testable import Live

@Suite struct HTTPHeadTests {
  private static func parse(_ text: String) throws -> HTTPHead { try HTTPHead(parsing: Array(text.utf8)[...]) }

  @Test func `a request is read with its path and query decoded`() throws {
    let head = try Self.parse(
      "GET /t/v%C3%A1/a%20b?x=1&y=a+b%26&z HTTP/1.1\r\nHost: h\r\nContent-Length:  12 \r\nX-A:\r")
    #expect(head.method == "GET" && head.path == ["t", "vá", "a b"])
    #expect(head.query("x") == "1" && head.query("y") == "a b&" && head.query("z") == "" && head.query("w") == nil)
    #expect(head["host"] == "h" && head.contentLength == 12 && head["x-a"] == "" && head.isPersistent)
    #expect(try Self.parse("GET / HTTP/1.1\r\nHost: h\r").path == [""])
    #expect(try !Self.parse("GET / HTTP/1.0\r\nHost: h\r").isPersistent)
    #expect(try !Self.parse("GET / HTTP/1.1\r\nHost: h\r\nConnection: x, Close\r").isPersistent)
  }

  @Test(arguments: [
    "", "\r", "GET / HTTP/1.1\nHost: h\r", "GET / HTTP/1.1\r\nHost: h\n\r", "GET  / HTTP/1.1\r\nHost: h\r",
    "GET / HTTP/1.1\r", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r", "GET / HTTP/1.1\r\nHost : h\r",
    "GET / HTTP/1.1\r\nHost: h\r\n folded: x\r", "GET / HTTP/1.1\r\nHost: h\r\n: x\r", "G@T / HTTP/1.1\r\nHost: h\r",
    "GET / HTTP/1.1\r\nHost: h\r\nA: \u{1}\r", "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r",
    "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1e3\r", "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: +5\r",
    "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 1\r",
    "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 9999999999999999999999\r",
    "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r", "GET / HTTP/1.1\r\nHost: h\r\nExpect: gold\r",
    "GET / HTTP/2\r\nHost: h\r", "GET http://h/ HTTP/1.1\r\nHost: h\r", "GET * HTTP/1.1\r\nHost: h\r",
    "GET /a//b HTTP/1.1\r\nHost: h\r", "GET /../etc HTTP/1.1\r\nHost: h\r", "GET /a/%2e%2E/b HTTP/1.1\r\nHost: h\r",
    "GET /a%2Fb HTTP/1.1\r\nHost: h\r", "GET /a%5cb HTTP/1.1\r\nHost: h\r", "GET /a%00 HTTP/1.1\r\nHost: h\r",
    "GET /%zz HTTP/1.1\r\nHost: h\r", "GET /%4 HTTP/1.1\r\nHost: h\r", "GET /%ff HTTP/1.1\r\nHost: h\r",
    "GET /#x HTTP/1.1\r\nHost: h\r", "GET /é HTTP/1.1\r\nHost: h\r",
  ])
  func `what two readers could take for two things is refused`(_ text: String) {
    #expect(throws: HTTPFault.self) { try Self.parse(text) }
  }

  @Test func `no path that is read leads out of a folder`() throws {
    let pieces = [
      "/", ".", "..", "%2e", "%2F", "%5c", "\\", "a", "%00", "%", "?", "%c0%af", "%E2%88%95", "//", "é", " ",
    ]
    var random = SplitMix(seed: 21)
    var read = 0
    for _ in 0..<20_000 {
      let target =
        "/" + (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      guard let head = try? Self.parse("GET \(target) HTTP/1.1\r\nHost: h\r") else { continue }
      read += 1
      #expect(head.path.allSatisfy { $0 != ".." && $0 != "." && !$0.contains("/") && !$0.contains("\\") })
    }
    #expect(read > 500)
  }

  @Test func `heads with random changes are read or refused, and those that are read have one host`() {
    let sound = Array(
      "POST /t/api/v1/variants/v1/edits?x=%20 HTTP/1.1\r\nHost: h:1\r\nContent-Length: 2\r\nOrigin: http://h:1\r".utf8)
    var random = SplitMix(seed: 4)
    for _ in 0..<20_000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default: bytes.remove(at: place)
        }
      }
      guard let head = try? HTTPHead(parsing: bytes[...]) else { continue }
      #expect(head.headers.count { $0.name == "host" } == 1)
    }
  }
}
