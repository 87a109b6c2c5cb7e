internal import Units

/// Pairs of numbers by altitude and time of day, between which every state of the air is interpolated.
///
/// Linear between the altitudes of one time, constant below the lowest and above the highest; linear between times, the last
/// of which goes over into the first across midnight.
struct ProfileTable: Sendable, Hashable {
  /// The levels of one time, from the lowest.
  fileprivate struct Column: Sendable, Hashable {
    var seconds: Double
    var altitudes: [Double]
    var values: [SIMD2<Double>]
  }

  /// What is known at one altitude and time; without a time it holds all day.
  struct Level {
    var altitude: Length
    var time: Duration?
    var value: SIMD2<Double>
  }

  private var columns: [Column]

  /// One pair everywhere and always.
  init(_ value: SIMD2<Double>) { columns = [Column(seconds: 0, altitudes: [0], values: [value])] }

  /// A table of levels in any order.
  /// - Parameter subject: What they are levels of, for messages: `wind`.
  /// - Throws: ``ConditionsError`` with code `impossibleLevels` for no levels, two of one altitude and time, times at some
  ///   levels and not at others, times outside the day, and numbers that are not finite.
  init(_ levels: [Level], of subject: String) throws(ConditionsError) {
    func wrong(_ problem: String, _ remedy: String) -> ConditionsError {
      ConditionsError(.impossibleLevels, "levels of \(subject): \(problem)", remedy: remedy)
    }
    guard let first = levels.first else { throw wrong("there are none", "state one at least") }
    guard levels.allSatisfy({ ($0.time == nil) == (first.time == nil) }) else {
      throw wrong("some have a time of day and others have none", "state the time at every level, or at none")
    }
    var byTime: [Double: [Level]] = [:]
    for level in levels {
      let value = level.value
      guard level.altitude.isFinite, value.x.isFinite, value.y.isFinite else {
        throw wrong("one is not a finite number", "state altitude and value of every level")
      }
      let seconds = level.time?.inSeconds ?? 0
      guard (0...Double(Duration.secondsPerDay)).contains(seconds) else {
        throw wrong("a time of day is outside 00:00 to 24:00", "write times of day")
      }
      byTime[seconds == Double(Duration.secondsPerDay) ? 0 : seconds, default: []].append(level)
    }
    columns = []
    for (seconds, levels) in byTime.sorted(by: { $0.key < $1.key }) {
      let sorted = levels.sorted { $0.altitude < $1.altitude }
      for (lower, upper) in zip(sorted, sorted.dropFirst()) where lower.altitude == upper.altitude {
        throw wrong(
          "two are at \(lower.altitude.metres.significant(6)) m"
            + (lower.time == nil ? "" : " at \(Self.clock(seconds))"), "state each altitude once for each time")
      }
      columns.append(Column(seconds: seconds, altitudes: sorted.map(\.altitude.metres), values: sorted.map(\.value)))
    }
  }

  private static func clock(_ seconds: Double) -> String {
    let minutes = Int(clamping: seconds / 60)
    return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  /// Whether it changes in the course of the day.
  var changesWithTime: Bool { columns.count > 1 }

  fileprivate static func between(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ share: Double) -> SIMD2<Double> {
    // By components: the operators of SIMD take the compiler long to find.
    SIMD2(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
  }

  /// Whether every pair is zero.
  var isZero: Bool { columns.allSatisfy { $0.values.allSatisfy { $0.x == 0 && $0.y == 0 } } }

  /// Every altitude that is stated, m, from the lowest: between two of them all is linear.
  var altitudes: [Double] { Set(columns.flatMap(\.altitudes)).sorted() }

  /// The pair at an altitude and a time of day; times of other days are taken modulo 24 hours.
  func value(atMetres altitude: Double, seconds: Double) -> SIMD2<Double> {
    guard columns.count > 1 else { return columns[0].value(atMetres: altitude) }
    let day = Double(Duration.secondsPerDay)
    var time = seconds.truncatingRemainder(dividingBy: day)
    if time < 0 { time += day }
    let next = columns.firstIndex { $0.seconds > time } ?? columns.count
    let (before, after) = (columns[(next + columns.count - 1) % columns.count], columns[next % columns.count])
    let length = after.seconds - before.seconds + (after.seconds > before.seconds ? 0 : day)
    let passed = time - before.seconds + (time >= before.seconds ? 0 : day)
    let (a, b) = (before.value(atMetres: altitude), after.value(atMetres: altitude))
    return Self.between(a, b, passed / length)
  }
}

extension ProfileTable.Column {
  fileprivate func value(atMetres altitude: Double) -> SIMD2<Double> {
    let last = altitudes.count - 1
    // Not-a-number goes to the lowest.
    guard last > 0, altitude > altitudes[0] else { return values[0] }
    if altitude >= altitudes[last] { return values[last] }
    var (low, high) = (0, last)
    while high - low > 1 {
      let middle = (low + high) / 2
      if altitudes[middle] <= altitude { low = middle } else { high = middle }
    }
    let share = (altitude - altitudes[low]) / (altitudes[high] - altitudes[low])
    return ProfileTable.between(values[low], values[high], share)
  }
}
