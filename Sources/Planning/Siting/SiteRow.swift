internal import Coverage
internal import Interception
internal import Units

/// What one radar sees: of each flight, and of each cell of an area.
struct SiteRow: CandidateRow, Hashable {
  /// A span in which a flight is in view, in seconds since it left its origin or, on its way out, the strip.
  struct Span: Hashable {
    var begin: Double
    var end: Double
    var isOutbound: Bool
  }

  /// Spans of each flight.
  var flights: [[Span]]
  /// How likely looks detect each flight along its way, with the times of ``Span``; empty where looks do not count.
  var ways: [[WayPiece]]
  /// Cells that are seen.
  var cells: BitSet

  /// A piece of a way, with its times as those of a span.
  struct WayPiece: Hashable {
    var piece: LookWay.Piece
    var isOutbound: Bool
  }

  init(flights: [[Span]], ways: [[WayPiece]] = [], cells: BitSet) {
    self.flights = flights
    self.ways = ways
    self.cells = cells
  }

  /// - Parameters:
  ///   - views: The spans in view of each flight, whatever the radar's revisit.
  ///   - ways: How likely looks detect each flight; empty where looks do not count.
  init(views: [[TimeSpan]], ways: [LookWay] = [], of tracks: [FlightTrack], cells: BitSet) {
    self.ways = zip(ways, tracks).map { way, track in
      let timeline = track.timeline(of: [Timeline.Sighting](), alert: .none)
      return way.pieces.map { piece in
        let isOutbound = piece.begin >= timeline.landing.inSeconds
        let start = (isOutbound ? timeline.takeoff : timeline.departure).inSeconds
        var piece = piece
        (piece.begin, piece.end) = (piece.begin - start, piece.end - start)
        return WayPiece(piece: piece, isOutbound: isOutbound)
      }
    }
    flights = zip(views, tracks).map { views, track in
      let timeline = track.timeline(of: [Timeline.Sighting](), alert: .none)
      return views.map { view in
        let isOutbound = view.begin >= timeline.landing
        let start = isOutbound ? timeline.takeoff : timeline.departure
        return Span(
          begin: (view.begin - start).inSeconds, end: (view.end - start).inSeconds, isOutbound: isOutbound)
      }
    }
    self.cells = cells
  }

  /// What the radar sees of a flight, in time.
  func looks(at track: FlightTrack, _ flight: Int, by station: RadarStation, alert: AlertChain) -> RadarLooks {
    let timeline = track.timeline(of: [Timeline.Sighting](), alert: .none)
    let views = flights[flight].map { span in
      let start = span.isOutbound ? timeline.takeoff : timeline.departure
      return TimeSpan(begin: start + .seconds(clamping: span.begin), end: start + .seconds(clamping: span.end))
    }
    guard let settings = alert.detection, ways.indices.contains(flight) else {
      return RadarLooks(station, views: views)
    }
    let pieces = ways[flight].map { way in
      let start = (way.isOutbound ? timeline.takeoff : timeline.departure).inSeconds
      var piece = way.piece
      (piece.begin, piece.end) = (piece.begin + start, piece.end + start)
      return piece
    }
    return track.looks(of: station, views: views, along: LookWay(pieces: pieces), alert: alert, settings)
  }

  /// Number of flights; for each its number of spans, and of each begin, end and way; then the number of ways, and for each
  /// that of its pieces, of each begin, end, way, numbers of probabilities and margins and these; then the cells.
  var words: [UInt64] {
    var words: [UInt64] = [UInt64(flights.count)]
    for spans in flights {
      words.append(UInt64(spans.count))
      for span in spans { words += [span.begin.bitPattern, span.end.bitPattern, span.isOutbound ? 1 : 0] }
    }
    words.append(UInt64(ways.count))
    for pieces in ways {
      words.append(UInt64(pieces.count))
      for way in pieces {
        words += [way.piece.begin.bitPattern, way.piece.end.bitPattern, way.isOutbound ? 1 : 0]
        for numbers in [way.piece.probabilities, way.piece.margins] {
          words.append(UInt64(numbers.count))
          words += numbers.map(\.bitPattern)
        }
      }
    }
    return words + [UInt64(cells.count)] + cells.words
  }

  init?(words: [UInt64]) {
    var rest = words[...]
    func number(atMost limit: Int) -> Int? {
      guard let word = rest.popFirst(), word <= UInt64(limit) else { return nil }
      return Int(word)
    }
    guard let count = number(atMost: words.count) else { return nil }
    flights = []
    for _ in 0..<count {
      guard let spans = number(atMost: words.count), rest.count >= 3 * spans else { return nil }
      flights.append(
        (0..<spans).map { index in
          let word = rest.startIndex + 3 * index
          return Span(
            begin: Double(bitPattern: rest[word]), end: Double(bitPattern: rest[word + 1]),
            isOutbound: rest[word + 2] == 1)
        })
      rest = rest.dropFirst(3 * spans)
    }
    func numbers() -> [Double]? {
      guard let count = number(atMost: words.count), rest.count >= count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).map { Double(bitPattern: $0) }
    }
    guard let wayCount = number(atMost: words.count) else { return nil }
    ways = []
    for _ in 0..<wayCount {
      guard let count = number(atMost: words.count) else { return nil }
      var pieces: [WayPiece] = []
      for _ in 0..<count {
        guard let begin = rest.popFirst(), let end = rest.popFirst(), let isOutbound = rest.popFirst(),
          let probabilities = numbers(), let margins = numbers(), probabilities.count > 1,
          margins.isEmpty || margins.count == probabilities.count
        else { return nil }
        pieces.append(
          WayPiece(
            piece: LookWay.Piece(
              begin: Double(bitPattern: begin), end: Double(bitPattern: end), probabilities: probabilities,
              margins: margins), isOutbound: isOutbound == 1))
      }
      ways.append(pieces)
    }
    guard let size = number(atMost: .max), rest.count == (size + 63) / 64 else { return nil }
    cells = BitSet(count: size, words: Array(rest))
  }
}

extension AlertChain {
  /// No delay: for the marks of a flight only.
  fileprivate static let none = AlertChain(confirmation: .zero, decision: .zero)
}
