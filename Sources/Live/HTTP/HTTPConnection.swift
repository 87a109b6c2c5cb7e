/// One connection: requests are read, judged and answered one after another.
struct HTTPConnection {
  let peer: HTTPPeer
  let service: any HTTPService
  let limits: HTTPLimits
  private var buffer: [UInt8] = []
  private var pace: HTTPPace

  init(_ peer: HTTPPeer, _ service: any HTTPService, _ limits: HTTPLimits) {
    (self.peer, self.service, self.limits) = (peer, service, limits)
    pace = HTTPPace(perSecond: limits.requestsPerSecond)
  }

  /// Serves the peer until it ends or does what it may not.
  mutating func run() async {
    while !Task.isCancelled {
      do throws(HTTPFault) {
        guard let head = try await nextHead() else { return }
        await pace.wait()
        guard try await answer(head) else { return }
      } catch {
        _ = await send(.problem(error.status, error.problem), isLast: true)
        return await peer.linger()
      }
    }
  }

  /// The next head; nil when the peer ends.
  private mutating func nextHead() async throws(HTTPFault) -> HTTPHead? {
    var searched = 0
    let end: [UInt8] = [13, 10, 13, 10]
    var deadline: ContinuousClock.Instant?
    while true {
      // Empty lines before a request are allowed (RFC 9112, section 2.2).
      while searched == 0, buffer.starts(with: [13, 10]) { buffer.removeFirst(2) }
      if let range = buffer[max(0, searched - 3)...].firstRange(of: end) {
        guard range.lowerBound <= limits.head else { throw HTTPFault(.headTooLarge, "the head is too long") }
        let head = try HTTPHead(parsing: buffer[..<(range.lowerBound + 2)].dropLast(1), limits: limits)
        buffer.removeSubrange(..<range.upperBound)
        return head
      }
      searched = buffer.count
      guard searched <= limits.head else { throw HTTPFault(.headTooLarge, "the head is too long") }
      if searched > 0, deadline == nil { deadline = .now + limits.headTime }
      let time = deadline.map { $0 - .now } ?? limits.idle
      guard let bytes = await peer.read(within: time) else { return nil }
      buffer += bytes
    }
  }

  /// Answers a request; false when the connection ends with it.
  private mutating func answer(_ head: HTTPHead) async throws(HTTPFault) -> Bool {
    let length = head.contentLength ?? 0
    switch service.admit(head) {
    case .refused(let response):
      let hasBody = length > 0
      guard await send(response, isLast: hasBody || !head.isPersistent, isBodiless: head.method == "HEAD") else {
        return false
      }
      // A body that nobody reads would be taken for the next request.
      if hasBody { await peer.linger() }
      return !hasBody && head.isPersistent
    case .accepted(let bodyLimit, let answer):
      guard length <= bodyLimit else {
        throw HTTPFault(.tooLarge, "the body has \(length) bytes; at most \(bodyLimit) are read here")
      }
      if head["expect"] != nil, buffer.isEmpty, length > 0 {
        guard await peer.write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), within: limits.writeTime) else {
          return false
        }
      }
      guard let body = await body(length) else { return false }
      let response = await answer(HTTPRequest(head: head, body: body))
      return await send(response, isLast: !head.isPersistent, isBodiless: head.method == "HEAD") && head.isPersistent
    }
  }

  private mutating func body(_ length: Int) async -> [UInt8]? {
    let deadline = ContinuousClock.now + limits.bodyTime(bytes: length)
    while buffer.count < length {
      guard let bytes = await peer.read(within: deadline - .now) else { return nil }
      buffer += bytes
    }
    defer { buffer.removeSubrange(..<length) }
    return Array(buffer[..<length])
  }

  /// Sends an answer; false when the connection ends with it.
  private func send(_ response: HTTPResponse, isLast: Bool, isBodiless: Bool = false) async -> Bool {
    switch response.body {
    case .bytes(let bytes):
      let head = response.head(isLast: isLast)
      return await peer.write(isBodiless ? head : head + bytes, within: limits.writeTime)
    case .stream(let pieces):
      guard await peer.write(response.head(isLast: true), within: limits.writeTime) else { return false }
      if isBodiless { return false }
      for await piece in pieces {
        guard await peer.write(piece, within: limits.writeTime) else { return false }
      }
      return false
    }
  }
}

/// How fast requests of a connection are answered: so many a second, and as many at once after a rest.
struct HTTPPace {
  private let perSecond: Double
  private var credit: Double
  private var last = ContinuousClock.now

  init(perSecond: Double) { (self.perSecond, credit) = (perSecond, perSecond) }

  /// Waits where the peer is too fast.
  mutating func wait() async {
    let now = ContinuousClock.now
    credit = min(perSecond, credit + (now - last) / .seconds(1) * perSecond) - 1
    last = now
    if credit < 0 { try? await Task.sleep(for: .seconds(-credit / perSecond)) }
  }
}
