import Foundation
import Testing

@testable import Live

@Suite struct LiveGuardTests {
  private static func status(
    _ guardian: LiveGuard, _ headers: [String: String] = [:], host: String = "127.0.0.1:8080", token: String? = nil,
    method: String = "GET"
  ) throws -> Int? {
    let bytes = Wire.request(method, "/\(token ?? guardian.token.text)/", host: host, headers)
    let head = try HTTPHead(parsing: bytes.dropLast(3))
    return guardian.refusal(of: head)?.status.rawValue
  }

  @Test func `a token has 128 random bits in letters that an address may hold`() {
    let tokens = Set((0..<1000).map { _ in LiveSecret.random().text })
    #expect(tokens.count == 1000)
    #expect(
      tokens.allSatisfy {
        $0.count == 22 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
      })
  }

  @Test func `only the names of the address itself are served`() throws {
    let guardian = LiveGuard(LiveAddress(port: 8080))
    for host in ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "LOCALHOST:8080"] {
      #expect(try Self.status(guardian, host: host) == nil, "\(host)")
    }
    for host in [
      "evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:8081", "127.0.0.1:8080.evil.example",
      "127.0.0.2:8080", "",
    ] {
      #expect(try Self.status(guardian, host: host) == 403, "\(host)")
    }
  }

  @Test func `pages elsewhere are refused, whatever they send`() throws {
    let guardian = LiveGuard(LiveAddress(port: 8080))
    #expect(try Self.status(guardian, ["Origin": "http://127.0.0.1:8080"], method: "POST") == nil)
    for origin in [
      "http://evil.example", "null", "https://127.0.0.1:8080", "http://127.0.0.1:8081", "http://localhost:8080", "",
    ] {
      #expect(try Self.status(guardian, ["Origin": origin]) == 403, "\(origin)")
    }
    #expect(try Self.status(guardian, ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"]) == 403)
    #expect(try Self.status(guardian, ["Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"]) == 403)
    #expect(
      try Self.status(guardian, ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"], method: "POST") == 403)
    // A link in a mail.
    #expect(try Self.status(guardian, ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"]) == nil)
  }

  @Test func `a wrong token finds nothing`() throws {
    let guardian = LiveGuard(LiveAddress(port: 8080), token: LiveSecret("abcdefghijklmnopqrstuv"))
    #expect(try Self.status(guardian) == nil)
    for token in [
      "x", "abcdefghijklmnopqrstu", "abcdefghijklmnopqrstuw", "abcdefghijklmnopqrstuvabcdefghijklmnopqrstuv",
      "ABCDEFGHIJKLMNOPQRSTUV",
    ] {
      #expect(try Self.status(guardian, token: token) == 404, "\(token)")
    }
  }

  @Test func `where others can reach it the password is asked for, and its own address alone is served`() throws {
    let guardian = LiveGuard(LiveAddress(host: "192.0.2.1", port: 80), password: LiveSecret("correct horse"))
    func status(_ header: String?, host: String = "192.0.2.1:80") throws -> Int? {
      try Self.status(guardian, header.map { ["Authorization": $0] } ?? [:], host: host)
    }
    func basic(_ text: String) -> String { "Basic " + Data(text.utf8).base64EncodedString() }
    #expect(try status(basic("anybody:correct horse")) == nil)
    #expect(try status(basic(":correct horse")) == nil)
    for wrong in [nil, basic("a:correct hors"), basic("correct horse"), "Bearer x", "Basic %%%", basic("a:")] {
      #expect(try status(wrong) == 401)
    }
    #expect(try status(basic(":correct horse"), host: "127.0.0.1:80") == 403)
  }

  @Test func `addresses of several machines are told from those of one`() {
    for (host, isLoopback, isOfOne) in [
      ("127.0.0.1", true, true), ("127.9.9.9", true, true), ("::1", true, true), ("192.168.1.2", false, true),
      ("0.0.0.0", false, false), ("::", false, false), ("localhost", false, false), ("127.0.0.1.evil", false, false),
      ("fe80::1", false, true),
    ] {
      let address = LiveAddress(host: host, port: 1)
      #expect(address.isLoopback == isLoopback && address.isOfOneMachine == isOfOne, "\(host)")
    }
  }
}
