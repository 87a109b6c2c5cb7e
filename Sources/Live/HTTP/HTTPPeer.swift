internal import FlyingSocks
internal import Foundation
internal import Synchronization

/// The socket of one connection, and until when its peer must have read or sent something.
///
/// Only the connection's own task closes the descriptor; others shut the socket down, which wakes that task.
final class HTTPPeer: Sendable {
  private let socket: AsyncSocket
  private let pool: any AsyncSocketPool
  private let state = Mutex<(deadline: ContinuousClock.Instant?, isOpen: Bool)>((nil, true))

  init(_ socket: AsyncSocket, _ pool: any AsyncSocketPool) {
    (self.socket, self.pool) = (socket, pool)
    // Head and body are one write, but answers to several requests would wait for each other's acknowledgement.
    try? socket.socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    let file = socket.socket.file.rawValue
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
  }

  /// Some bytes; nil when the peer has ended, or its time is over.
  func read(within time: Duration?) async -> [UInt8]? {
    setDeadline(time)
    defer { setDeadline(nil) }
    guard let bytes = try? await socket.read(atMost: 4096), !bytes.isEmpty else { return nil }
    return bytes
  }

  /// Sends everything; false when the peer has gone or takes too long.
  func write(_ bytes: [UInt8], within time: Duration) async -> Bool {
    var sent = 0
    defer { setDeadline(nil) }
    while sent < bytes.count {
      let piece = bytes[sent..<min(sent + 65_536, bytes.count)]
      setDeadline(time)
      guard (try? await socket.write(Data(piece))) != nil else { return false }
      sent += piece.count
    }
    return true
  }

  private func setDeadline(_ time: Duration?) { state.withLock { $0.deadline = time.map { ContinuousClock.now + $0 } } }

  /// Ends what goes on when its time is over.
  func check(_ now: ContinuousClock.Instant) {
    state.withLock { if let deadline = $0.deadline, deadline < now { end($0.isOpen) } }
  }

  /// Ends reading and writing at once.
  func shutDown() { state.withLock { end($0.isOpen) } }

  private func end(_ isOpen: Bool) { if isOpen { _ = shutdown(socket.socket.file.rawValue, Int32(SHUT_RDWR)) } }

  /// Tells the peer that nothing more comes, and lets it read: what it still sends is thrown away, up to a limit, for a socket
  /// that is closed with unread bytes takes the answer with it.
  func linger() async {
    _ = shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    var rest = 1_048_576
    let end = ContinuousClock.now + .seconds(2)
    while rest > 0, ContinuousClock.now < end, let bytes = await read(within: .seconds(1)) { rest -= bytes.count }
  }

  /// Closes the descriptor; the connection's task calls it last.
  func close() async {
    // The pool wakes a task before it forgets what the task waited for. A descriptor that is closed in between would be
    // remembered, and the next socket of that number never be woken: so a turn of the pool's is waited for first.
    let turn = Task { [pool, socket] in try await pool.suspendSocket(socket.socket, untilReadyFor: []) }
    turn.cancel()
    _ = await turn.result
    state.withLock { $0.isOpen = false }
    try? socket.close()
  }
}
