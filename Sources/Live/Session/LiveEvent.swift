internal import Foundation

/// What the pages of a session are told.
struct LiveEvent: Encodable, Sendable {
  /// What happened.
  enum Kind: String, Encodable, Sendable, CaseIterable {
    /// The list of variants is another one, or a name, or the state of one: `GET variants`.
    case variants
    /// A variant has another revision.
    case edited
    /// How far the computation of an answer is.
    case progress
    /// There is an answer: `GET variants/ID/answers`.
    case answers
    /// There is no answer to this revision.
    case failed
    /// A job has come further, or ended: `GET jobs/ID`.
    case job
    /// Something was saved.
    case saved
  }

  var kind: Kind
  var variant: String?
  var revision: Int?
  /// The page's number of the edit that was answered.
  var number: Int?
  var done, total: Int?
  var job: String?
  var problems: [String]?
  var path: String?

  init(_ kind: Kind, variant: Variant? = nil) {
    self.kind = kind
    (self.variant, revision, number) = (variant?.id, variant?.revision, variant?.number)
  }
}

/// Sends events to every page that listens.
///
/// A page that reads slowly loses old events, not new ones; the ids of what it gets then have a gap, and it asks for the
/// state again.
actor EventHub {
  private var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  private var lastListener = 0
  private var lastEvent = 0

  /// Pages that can listen at a time.
  static let most = 32
  /// Events that wait for a page.
  private static let longest = 256

  /// A stream of server-sent events for one page; nil when too many listen.
  func listen() -> AsyncStream<[UInt8]>? {
    guard listeners.count < Self.most else { return nil }
    lastListener += 1
    let id = lastListener
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream(bufferingPolicy: .bufferingNewest(Self.longest))
    listeners[id] = continuation
    continuation.onTermination = { _ in Task { await self.remove(id) } }
    continuation.yield(Array("retry: 1000\nid: \(lastEvent)\n: atalaya\n\n".utf8))
    return stream
  }

  /// How many listen.
  var count: Int { listeners.count }

  private func remove(_ id: Int) { listeners[id] = nil }

  /// Sends an event to all.
  func send(_ event: LiveEvent) {
    lastEvent += 1
    let response = HTTPResponse.json(.ok, event)
    let text = Array("id: \(lastEvent)\nevent: \(event.kind.rawValue)\ndata: ".utf8) + (response.bytes ?? [])
    for listener in listeners.values { listener.yield(text + Array("\n\n".utf8)) }
  }

  /// A comment, so that pages that have gone are found out and proxies keep the connection.
  func beat() { for listener in listeners.values { listener.yield(Array(": \n\n".utf8)) } }

  /// Ends all streams.
  func end() { for listener in listeners.values { listener.finish() } }
}
