public import Units

/// A figure of an aircraft by altitude: linear between the altitudes that are stated, unknown beyond them.
public struct AltitudeTable<Value: Quantity>: Sendable, Hashable {
  /// A value at one altitude.
  public struct Row: Sendable, Hashable {
    /// Density altitude, unless the owner of the table says otherwise.
    public var altitude: Length
    /// The figure there.
    public var value: Value

    /// A row.
    public init(altitude: Length, value: Value) {
      self.altitude = altitude
      self.value = value
    }
  }

  /// In the order of their altitudes; one or more, the one at zero where the figure is stated without altitudes.
  public let rows: [Row]
  /// Whether the figure is stated without altitudes and taken for all of them.
  public let isConstant: Bool

  /// One value for every altitude.
  /// - Throws: ``PerformanceFault/value`` where the value is not finite or not above zero.
  public init(constant value: Value) throws(PerformanceError) {
    rows = [Row(altitude: .zero, value: value)]
    isConstant = true
    guard value.isFinite, value > .zero else {
      throw PerformanceError(.value, "is not above zero", remedy: "state a value above zero")
    }
  }

  /// A table.
  /// - Parameter rows: In any order; one row is known at its altitude alone.
  /// - Throws: ``PerformanceFault/empty`` without a row, ``PerformanceFault/value`` where a number is not finite or a value
  ///   not above zero, ``PerformanceFault/order`` where two rows have one altitude.
  public init(_ rows: [Row]) throws(PerformanceError) {
    guard !rows.isEmpty else { throw PerformanceError(.empty, "has no rows", remedy: "state one row or more") }
    for row in rows {
      guard row.altitude.isFinite, row.value.isFinite else {
        throw PerformanceError(.value, "holds a number that is not finite", remedy: "state finite numbers")
      }
      guard row.value > .zero else {
        throw PerformanceError(
          .value, "holds a value of zero or less at \(row.altitude.heightText)", remedy: "state values above zero")
      }
    }
    let sorted = rows.sorted { $0.altitude < $1.altitude }
    for (a, b) in zip(sorted, sorted.dropFirst()) where a.altitude == b.altitude {
      throw PerformanceError(
        .order, "has two rows for \(a.altitude.heightText)", remedy: "state one value for each altitude")
    }
    self.rows = sorted
    isConstant = false
  }

  /// The lowest and the highest altitude at which the figure is known.
  public var known: ClosedRange<Length> {
    if isConstant { return .metres(-.infinity)...(.metres(.infinity)) }
    // A table has a row at least.
    return (rows.first?.altitude ?? .zero)...(rows.last?.altitude ?? .zero)
  }

  /// The figure at an altitude; nil below the first row and above the last.
  public func value(at altitude: Length) -> Value? {
    guard altitude.isFinite, known.contains(altitude) else { return nil }
    if isConstant { return rows[0].value }
    var low = 0
    var high = rows.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle].altitude <= altitude { low = middle } else { high = middle }
    }
    let (a, b) = (rows[low], rows[high])
    if altitude == a.altitude { return a.value }
    if altitude == b.altitude { return b.value }
    return a.value + (b.value - a.value) * ((altitude - a.altitude) / (b.altitude - a.altitude))
  }
}
