internal import Foundation
internal import Geodesy
internal import Radar
internal import Scenario
internal import Units

/// What of a file of observations is evidence about one radar, and of what kind.
struct FitEvidence {
  /// An observation and whether the radar saw it.
  struct Item {
    var observation: Observation
    var isSeen: Bool
    var evidence: FitLook.Evidence
  }

  var items: [Item] = []
  var warnings: [FitWarning] = []
  /// Whether traffic is known, so that absence counts.
  var isTrafficKnown: Bool { items.contains { $0.evidence != .plot } }

  /// How far an edge is looked at on both sides, as a share of its distance.
  static let edgeStep = 0.01
  /// Without a stated revisit.
  private static let usualRevisit = 10.0
  /// A radar that reports nothing for so long may be switched off, seconds.
  private static let silence = 300.0
  /// How far apart in time the points of a reference may be for what lies between them to be told by it, seconds.
  private static let spacing = 60.0
  /// How far a plot may lie from the reference, metres, and how fast the aircraft may have gone in between, m/s.
  private static let (nearness, fastest) = (2000.0, 350.0)

  /// - Parameters:
  ///   - own: What the radar reported.
  ///   - others: What others reported: traffic that is known.
  /// - Throws: ``FitError`` where plots and reference name the same tracks, at other times or elsewhere.
  init(
    _ question: FitQuestion, own: [Observation], others: [Observation], antenna: Position, revisit: Duration?
  ) throws(FitError) {
    try FitTracks(own, others).check(question.observed.name)
    switch question.observed.form {
    case .rings: edges(own, antenna)
    case .outline where question.isOutlineEdge: edges(own, antenna)
    case .outline, .plots: items = own.map { Item(observation: $0, isSeen: true, evidence: .plot) }
    }
    if !others.isEmpty { look(at: others, own, revisit?.inSeconds ?? Self.usualRevisit) }
  }

  /// Each point of an edge is seen a little nearer and not seen a little farther.
  private mutating func edges(_ points: [Observation], _ antenna: Position) {
    for point in points {
      let way = Ellipsoid.wgs84.inverse(from: antenna, to: point.position)
      for (isSeen, factor) in [(true, 1 - Self.edgeStep), (false, 1 + Self.edgeStep)] {
        var moved = point
        moved.position =
          Ellipsoid.wgs84.direct(
            from: antenna, azimuth: way.azimuth, distance: way.distance * factor
          ).position.normalized
        items.append(Item(observation: moved, isSeen: isSeen, evidence: .edge))
      }
    }
  }

  /// Looks for each point of the reference among the radar's own plots.
  ///
  /// The antenna looks once a revisit, so that a point stands for the one look within half a revisit of it, and a plot
  /// answers for the one point it is nearest to: were the looks before and after counted too, they would vouch for one that
  /// was missed.
  private mutating func look(at others: [Observation], _ own: [Observation], _ revisit: Double) {
    let plots = own.filter { $0.seconds != nil }.sorted { ($0.seconds ?? 0) < ($1.seconds ?? 0) }
    let timed = others.filter { $0.seconds != nil }
    guard let first = plots.first?.seconds, let last = plots.last?.seconds, !timed.isEmpty else {
      let side = plots.isEmpty ? "the radar’s plots have no times" : "the reference has no times"
      warnings.append(
        FitWarning(.times, "\(side): what the radar did not see cannot be told from what was not there"))
      return
    }
    let isClock = first < 86_400
    if isClock != ((timed[0].seconds ?? 0) < 86_400) {
      warnings.append(
        FitWarning(.times, "one file has dates and the other times of day: they cannot be compared"))
      return
    }
    let times = plots.map { $0.seconds ?? 0 }
    let known = timed.sorted { ($0.seconds ?? 0) < ($1.seconds ?? 0) }
    let window = revisit / 2
    var matched = Set<Int>()
    var lastLook: [String: Double] = [:]
    var silent = 0
    for other in known {
      let time = other.seconds ?? 0
      guard time >= first - window, time <= last + window else {
        silent += 1
        continue
      }
      // One look a revisit: more of one track would count the same look several times.
      if let track = other.track {
        if let before = lastLook[track], time - before < revisit { continue }
        lastLook[track] = time
      }
      let from = Self.index(times, time - Self.silence)
      guard from < times.count, times[from] <= time + Self.silence else {
        silent += 1
        continue
      }
      var found: (index: Int, far: Double)?
      var index = Self.index(times, time - window)
      while index < times.count, times[index] < time + window {
        defer { index += 1 }
        guard !matched.contains(index) else { continue }
        let plot = plots[index]
        let isNamed = plot.track != nil && plot.track == other.track
        let far =
          isNamed ? -1 : Ellipsoid.wgs84.distance(from: plot.position, to: other.position).metres
        guard far <= Self.nearness + Self.fastest * abs(times[index] - time) else { continue }
        if far < found?.far ?? .infinity { found = (index, far) }
      }
      if let found { matched.insert(found.index) }
      items.append(Item(observation: other, isSeen: found != nil, evidence: .reference))
    }
    // A plot of an aircraft that the reference follows is told by the reference: the looks that were missed between its
    // points are not in the files, and sightings without them would move every edge outwards.
    let knownTimes = known.map { $0.seconds ?? 0 }
    let plain =
      own.filter { $0.seconds == nil }
      + plots.enumerated().filter { index, plot in
        !matched.contains(index) && !Self.isFollowed(plot, times[index], known, knownTimes)
      }.map(\.element)
    items.removeAll { $0.evidence == .plot }
    items += plain.map { Item(observation: $0, isSeen: true, evidence: .plot) }
    if silent > 0 {
      warnings.append(
        FitWarning(
          .leftOut,
          "\(silent) of \(timed.count) points of the reference are left out: the radar reported nothing within "
            + "\(Int(Self.silence / 60)) min of them and may have been off"))
    }
  }

  /// Whether the reference follows the aircraft of a plot.
  private static func isFollowed(_ plot: Observation, _ time: Double, _ known: [Observation], _ times: [Double]) -> Bool
  {
    var index = index(times, time - spacing)
    while index < times.count, times[index] <= time + spacing {
      let other = known[index]
      if plot.track != nil, plot.track == other.track { return true }
      let far = Ellipsoid.wgs84.distance(from: plot.position, to: other.position).metres
      if far <= nearness + fastest * abs(times[index] - time) { return true }
      index += 1
    }
    return false
  }

  /// The first index whose time is not before a time.
  static func index(_ times: [Double], _ time: Double) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
