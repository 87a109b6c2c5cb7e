internal import Foundation

/// Who may ask: only pages of this server, under its address and token, and with the password where there is one.
///
/// A foreign `Host` is a name that an attacker has pointed at this machine (DNS rebinding); a foreign `Origin`, or
/// `Sec-Fetch-Site`, is a page elsewhere that sends requests here.
package struct LiveGuard: Sendable {
  /// Where the server listens.
  package let address: LiveAddress
  /// The first part of every path.
  package let token: LiveSecret
  /// What the browser asks of the reader; nil on the loopback.
  package let password: LiveSecret?
  private let hosts: Set<String>

  package init(_ address: LiveAddress, token: LiveSecret = .random(), password: LiveSecret? = nil) {
    (self.address, self.token, self.password) = (address, token, password)
    hosts = address.hosts
  }

  /// The page's address.
  package var url: String { "\(address.url)/\(token.text)/" }

  /// Why a request is refused; nil: it may go on.
  package func refusal(of head: HTTPHead) -> HTTPResponse? {
    let host = head["host"]?.lowercased() ?? ""
    guard hosts.contains(host) else {
      return .problem(.forbidden, "the request is for another host than \(address.hostPort)")
    }
    if let origin = head["origin"], origin.lowercased() != "http://\(host)" {
      return .problem(.forbidden, "the request comes from a page elsewhere")
    }
    let site = head["sec-fetch-site"] ?? "none"
    // An address that is clicked in a mail opens the page; everything else belongs to the page itself.
    let isOpening = head["sec-fetch-mode"] == "navigate" && head.method == "GET"
    guard ["none", "same-origin"].contains(site) || isOpening else {
      return .problem(.forbidden, "the request comes from a page elsewhere")
    }
    if let password, !password.matches(Self.password(head["authorization"]) ?? "") {
      return .problem(
        .unauthorized, "the password is missing or wrong",
        headers: [("WWW-Authenticate", "Basic realm=\"atalaya\", charset=\"UTF-8\"")])
    }
    guard token.matches(head.path.first ?? "") else { return .problem(.notFound, "there is nothing here") }
    return nil
  }

  /// RFC 7617: the user's name does not matter.
  private static func password(_ header: String?) -> String? {
    guard let words = header?.split(separator: " "), words.count == 2, words[0].lowercased() == "basic",
      let data = Data(base64Encoded: String(words[1])), let text = String(data: data, encoding: .utf8)
    else { return nil }
    return text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]) }
  }
}
