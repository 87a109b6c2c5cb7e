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
  /// Cells that are seen.
  var cells: BitSet

  init(flights: [[Span]], cells: BitSet) {
    self.flights = flights
    self.cells = cells
  }

  /// - Parameter views: The spans in view of each flight, whatever the radar's revisit.
  init(views: [[TimeSpan]], of tracks: [FlightTrack], cells: BitSet) {
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

  /// The radar's sightings of a flight, in time; glimpses are left out.
  func sightings(of track: FlightTrack, _ flight: Int, by station: RadarStation) -> [Timeline.Sighting] {
    let timeline = track.timeline(of: [Timeline.Sighting](), alert: .none)
    let views = flights[flight].map { span in
      let start = span.isOutbound ? timeline.takeoff : timeline.departure
      return TimeSpan(begin: start + .seconds(clamping: span.begin), end: start + .seconds(clamping: span.end))
    }
    return RadarLooks(station, views: views).sightings
  }

  /// Number of flights; for each its number of spans, and of each begin, end and way; then the cells.
  var words: [UInt64] {
    var words: [UInt64] = [UInt64(flights.count)]
    for spans in flights {
      words.append(UInt64(spans.count))
      for span in spans { words += [span.begin.bitPattern, span.end.bitPattern, span.isOutbound ? 1 : 0] }
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
    guard let size = number(atMost: .max), rest.count == (size + 63) / 64 else { return nil }
    cells = BitSet(count: size, words: Array(rest))
  }
}

/// Which of some cells are seen.
struct BitSet: Sendable, Hashable {
  let count: Int
  private(set) var words: [UInt64]

  init(count: Int, words: [UInt64]) {
    self.count = count
    self.words = words
  }

  /// As many cells; those are in it that are said to be.
  init(_ isIn: some Collection<Bool>) {
    count = isIn.count
    words = [UInt64](repeating: 0, count: (isIn.count + 63) / 64)
    for (index, isIn) in isIn.enumerated() where isIn { words[index / 64] |= 1 << UInt64(index % 64) }
  }

  func contains(_ index: Int) -> Bool { words[index / 64] & (1 << UInt64(index % 64)) != 0 }
}

extension AlertChain {
  /// No delay: for the marks of a flight only.
  fileprivate static let none = AlertChain(confirmation: .zero, decision: .zero)
}
