internal import FlyingSocks
internal import Foundation
internal import Synchronization
internal import Units

/// A server on one address.
///
/// Sockets wait without a thread each (FlyingSocks). FlyingFox' own server is not used: it reads heads of any length, waits
/// for slow peers without end, and takes the last of two `Host` headers.
package final class HTTPServer: Sendable {
  /// Where it listens; the port is the one that the system chose where 0 was asked.
  package let address: LiveAddress
  private let socket: Socket
  private let service: any HTTPService
  private let limits: HTTPLimits
  private let peers = Mutex<[ObjectIdentifier: HTTPPeer]>([:])
  private let isStopping = Atomic(false)
  private let turnedAway = Atomic(0)
  /// Whether the listening descriptor is still this server's.
  private let isOpen = Mutex(true)

  /// Listens; connections wait until ``run()``.
  /// - Throws: ``LiveError`` when the address is taken or not of this machine.
  package init(
    _ address: LiveAddress, limits: HTTPLimits = HTTPLimits(), service: (LiveAddress) -> any HTTPService
  ) throws(LiveError) {
    signal(SIGPIPE, SIG_IGN)
    let (descriptor, port) = try address.listen()
    self.address = LiveAddress(host: address.host, port: port)
    self.limits = limits
    socket = Socket(file: .init(rawValue: descriptor))
    self.service = service(self.address)
  }

  /// Connections that are open.
  package var connections: Int { peers.withLock { $0.count } }

  /// Serves until ``stop()``, or until its task is cancelled.
  package func run() async throws(LiveError) {
    let pool = HTTPServer.pool()
    let end: LiveError?
    do {
      try await pool.prepare()
      let listener = try AsyncSocket(socket: socket, pool: pool)
      await withTaskCancellationHandler {
        await withTaskGroup(of: Void.self) { group in
          group.addTask { try? await pool.run() }
          group.addTask { await self.watch() }
          group.addTask { await self.accept(on: listener, pool) }
          await group.next()
          self.stop()
          group.cancelAll()
        }
      } onCancel: {
        stop()
      }
      end = isStopping.load(ordering: .relaxed) ? nil : LiveError(.server, "the server ended: \(address.url)")
    } catch { end = LiveError(.server, "the server cannot run: \(error)") }
    isOpen.withLock { $0 = false }
    try? socket.close()
    if let end { throw end }
  }

  /// Ends the server and all connections.
  package func stop() {
    isStopping.store(true, ordering: .relaxed)
    isOpen.withLock { if $0 { _ = shutdown(socket.file.rawValue, Int32(SHUT_RDWR)) } }
    for peer in peers.withLock({ Array($0.values) }) { peer.shutDown() }
  }

  private static func pool() -> some AsyncSocketPool { .make(maxEvents: 64) }

  private func accept(on listener: AsyncSocket, _ pool: some AsyncSocketPool) async {
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled, !isStopping.load(ordering: .relaxed) {
        do {
          let socket = try await listener.accept()
          group.addTask { await self.serve(HTTPPeer(socket, pool)) }
        } catch {
          // Descriptors may have run out, or a peer has gone already: the next may do better.
          try? await Task.sleep(for: .milliseconds(20))
        }
      }
      group.cancelAll()
    }
  }

  private func serve(_ peer: HTTPPeer) async {
    let isRoom = peers.withLock { peers in
      guard peers.count < limits.connections else { return false }
      peers[ObjectIdentifier(peer)] = peer
      return true
    }
    if isRoom {
      var connection = HTTPConnection(peer, service, limits)
      await connection.run()
    } else {
      let busy = HTTPResponse.problem(.unavailable, "\(limits.connections) connections are open: close a page")
      _ = await peer.write(busy.head(isLast: true) + (busy.bytes ?? []), within: .seconds(1))
      // Closed with its request unread, the answer would be lost; but those who are turned away may not pile up.
      let isFew = turnedAway.wrappingAdd(1, ordering: .relaxed).newValue <= limits.connections
      if isFew { await peer.linger() }
      turnedAway.wrappingSubtract(1, ordering: .relaxed)
    }
    peers.withLock { $0[ObjectIdentifier(peer)] = nil }
    await peer.close()
  }

  /// Ends peers that take too long.
  private func watch() async {
    while !Task.isCancelled, !isStopping.load(ordering: .relaxed) {
      try? await Task.sleep(for: .milliseconds(250))
      let now = ContinuousClock.now
      for peer in peers.withLock({ Array($0.values) }) { peer.check(now) }
    }
  }
}
