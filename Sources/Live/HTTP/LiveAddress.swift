internal import Foundation
internal import Units

/// An address on which a session is served.
public struct LiveAddress: Sendable, Hashable {
  /// An IPv4 or IPv6 address in its usual notation, without brackets.
  public var host: String
  /// The port; 0: one that the system chooses.
  public var port: UInt16

  /// An address; the loopback of IPv4 unless stated.
  public init(host: String = "127.0.0.1", port: UInt16) { (self.host, self.port) = (host, port) }

  /// Whether only programs on this machine can reach it.
  public var isLoopback: Bool { host == "::1" || host.hasPrefix("127.") && isNumeric(AF_INET) }

  /// Whether the host is an IP address, and no name.
  public var isNumeric: Bool { isNumeric(AF_INET) || isNumeric(AF_INET6) }

  /// Whether it is an address of one machine: `0.0.0.0` and names are not.
  public var isOfOneMachine: Bool {
    let isAny = Set(host).isSubset(of: "0.:")
    return !isAny && isNumeric
  }

  /// `http://127.0.0.1:8080`.
  public var url: String { "http://\(hostPort)" }

  /// `127.0.0.1:8080`, `[::1]:8080`: as a browser sends it in `Host`.
  var hostPort: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// What `Host` may say: this address, and on the loopback all its names.
  var hosts: Set<String> {
    isLoopback ? ["127.0.0.1:\(port)", "[::1]:\(port)", "localhost:\(port)", hostPort] : [hostPort]
  }

  private func isNumeric(_ family: Int32) -> Bool {
    var bytes = in6_addr()
    return inet_pton(family, host, &bytes) == 1
  }

  /// A listening socket and its port.
  func listen() throws(LiveError) -> (descriptor: Int32, port: UInt16) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    defer { if let found { freeaddrinfo(found) } }
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let info = found?.pointee else {
      throw LiveError(.address, "“\(host)” is not an IP address", remedy: "write one as in --listen 192.168.1.20")
    }
    let descriptor = socket(info.ai_family, info.ai_socktype, info.ai_protocol)
    guard descriptor >= 0 else { throw failure("no socket can be made") }
    var one: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, size)
    // Inherited by every connection.
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, size)
    guard bind(descriptor, info.ai_addr, info.ai_addrlen) == 0, Foundation.listen(descriptor, 128) == 0 else {
      defer { close(descriptor) }
      throw failure("cannot be listened on")
    }
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let chosen = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        // The port stands at the same place for both families.
        == 0
        ? pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) } : port
    }
    return (descriptor, chosen)
  }

  private func failure(_ what: String) -> LiveError {
    let reason = errno
    let remedy =
      switch reason {
      case EADDRINUSE: "another program has the port: choose another with --port, or leave it out"
      case EACCES: "choose a port from 1024 on with --port"
      case EADDRNOTAVAIL: "name an address that this machine has"
      default: String?.none
      }
    return LiveError(
      reason == EADDRINUSE ? .portInUse : .address, "\(hostPort) \(what): \(String(cString: strerror(reason)))",
      remedy: remedy)
  }
}
