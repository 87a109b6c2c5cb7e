internal import Geodesy
internal import Units

/// An answer about a route as words of 64 bits, each number with all its digits.
struct RouteWords {
  private(set) var words: [UInt64] = []
  private var next = 0

  /// Faults that are answers; others are failures, and are not kept.
  private static let faults: [RouteFault] = [.unknownGround, .aboveCeiling, .insideArea, .enclosed, .closed, .wind]

  /// Words to read.
  init(_ words: [UInt64]) { self.words = words }

  /// The words of an answer; nil for a failure.
  init?(_ answer: Result<Route, RouteError>) {
    switch answer {
    case .failure(let error):
      guard let index = Self.faults.firstIndex(of: error.code) else { return nil }
      add(UInt64(index + 1))
    case .success(let route):
      add(0)
      add(UInt64(route.points.count))
      for point in route.points {
        add(point.position)
        add(point.altitude)
        add(point.time)
        add(point.distance)
        add(point.ground) { $0.add($1) }
      }
      add(UInt64(route.corners.count))
      for corner in route.corners { add(corner) }
      for length in [route.distance, route.straightDistance] { add(length) }
      for time in [route.time, route.takeOff, route.landing, route.leastTime] { add(time) }
      for time in [route.straightTime, route.straightTimeOverGround] { add(time) { $0.add($1) } }
      add(route.excess.bitPattern)
    }
  }

  private mutating func add(_ word: UInt64) { words.append(word) }
  private mutating func add(_ length: Length) { add(length.metres.bitPattern) }
  private mutating func add(_ time: Duration) {
    let (seconds, attoseconds) = time.components
    add(UInt64(bitPattern: seconds))
    add(UInt64(bitPattern: attoseconds))
  }
  private mutating func add(_ place: Position) {
    add(place.latitudeDegrees.bitPattern)
    add(place.longitudeDegrees.bitPattern)
  }
  private mutating func add<Value>(_ value: Value?, _ write: (inout RouteWords, Value) -> Void) {
    add(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  /// The answer; nil where the words are none.
  mutating func takeAnswer() -> Result<Route, RouteError>? {
    guard let kind = take() else { return nil }
    if kind > 0 {
      guard kind <= UInt64(Self.faults.count), next == words.count else { return nil }
      return .failure(RouteError(Self.faults[Int(kind) - 1], "no route was found in an earlier run"))
    }
    guard let points = takeList({ $0.takePoint() }), let corners = takeList({ $0.takePlace() }),
      let distance = takeLength(), let straight = takeLength(), let time = takeTime(), let takeOff = takeTime(),
      let landing = takeTime(), let least = takeTime(), let free = takeOptional({ $0.takeTime() }),
      let direct = takeOptional({ $0.takeTime() }), let excess = take(), next == words.count
    else { return nil }
    return .success(
      Route(
        points: points, corners: corners, distance: distance, time: time, takeOff: takeOff, landing: landing,
        straightDistance: straight, straightTime: free, straightTimeOverGround: direct, leastTime: least,
        excess: Double(bitPattern: excess)))
  }

  private mutating func take() -> UInt64? {
    guard next < words.count else { return nil }
    defer { next += 1 }
    return words[next]
  }
  private mutating func takeLength() -> Length? { take().map { .metres(Double(bitPattern: $0)) } }
  private mutating func takeTime() -> Duration? {
    guard let seconds = take(), let attoseconds = take() else { return nil }
    return Duration(
      secondsComponent: Int64(bitPattern: seconds), attosecondsComponent: Int64(bitPattern: attoseconds))
  }
  private mutating func takePlace() -> Position? {
    guard let latitude = take(), let longitude = take() else { return nil }
    return Position(
      latitudeDegrees: Double(bitPattern: latitude), longitudeDegrees: Double(bitPattern: longitude))
  }
  private mutating func takePoint() -> Route.Point? {
    guard let place = takePlace(), let altitude = takeLength(), let time = takeTime(), let distance = takeLength(),
      let ground = takeOptional({ $0.takeLength() })
    else { return nil }
    return Route.Point(position: place, altitude: altitude, time: time, distance: distance, ground: ground)
  }
  /// A value that may be none; nil where the words end.
  private mutating func takeOptional<Value>(_ read: (inout RouteWords) -> Value?) -> Value?? {
    guard let isThere = take() else { return nil }
    guard isThere == 1 else { return .some(nil) }
    return read(&self).map { .some($0) }
  }
  private mutating func takeList<Value>(_ read: (inout RouteWords) -> Value?) -> [Value]? {
    guard let count = take(), count <= UInt64(words.count) else { return nil }
    var values: [Value] = []
    for _ in 0..<count {
      guard let value = read(&self) else { return nil }
      values.append(value)
    }
    return values
  }
}
