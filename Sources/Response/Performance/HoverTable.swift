public import Units

/// Up to which density altitude a helicopter hovers, by its mass: linear between the masses that are stated, unknown beyond
/// them.
public struct HoverTable: Sendable, Hashable {
  /// The hover ceiling at one mass.
  public struct Row: Sendable, Hashable {
    /// Mass of the helicopter with all in it.
    public var mass: Mass
    /// Highest density altitude at which it hovers at this mass.
    public var ceiling: Length

    /// A row.
    public init(mass: Mass, ceiling: Length) {
      self.mass = mass
      self.ceiling = ceiling
    }
  }

  /// From the lightest to the heaviest; one or more. Ceilings never rise.
  public let rows: [Row]

  /// A table.
  /// - Parameter rows: In any order; one row is known at its mass alone.
  /// - Throws: ``PerformanceFault/empty`` without a row, ``PerformanceFault/value`` where a number is not finite or a mass
  ///   not above zero, ``PerformanceFault/order`` where two rows have one mass, ``PerformanceFault/upsideDown`` where a
  ///   heavier helicopter would hover higher.
  public init(_ rows: [Row]) throws(PerformanceError) {
    guard !rows.isEmpty else { throw PerformanceError(.empty, "has no rows", remedy: "state one row or more") }
    for row in rows {
      guard row.mass.isFinite, row.ceiling.isFinite else {
        throw PerformanceError(.value, "holds a number that is not finite", remedy: "state finite numbers")
      }
      guard row.mass > .zero else {
        throw PerformanceError(.value, "holds a mass of zero or less", remedy: "state masses above zero")
      }
    }
    let sorted = rows.sorted { $0.mass < $1.mass }
    for (light, heavy) in zip(sorted, sorted.dropFirst()) {
      guard light.mass != heavy.mass else {
        throw PerformanceError(.order, "has two rows for \(light.mass.text)", remedy: "state one ceiling for each mass")
      }
      guard heavy.ceiling <= light.ceiling else {
        throw PerformanceError(
          .upsideDown,
          "is upside down: \(heavy.mass.text) would hover up to \(heavy.ceiling.heightText), higher than "
            + "\(light.mass.text) with \(light.ceiling.heightText)",
          remedy: "a heavier helicopter hovers no higher; are masses and altitudes swapped?")
      }
    }
    self.rows = sorted
  }

  /// The hover ceiling, a density altitude, at a mass; nil for a mass below the lightest row or above the heaviest.
  public func ceiling(at mass: Mass) -> Length? {
    guard let last = rows.last, mass.isFinite, mass >= rows[0].mass, mass <= last.mass else { return nil }
    for (light, heavy) in zip(rows, rows.dropFirst()) where mass < heavy.mass {
      return light.ceiling + (heavy.ceiling - light.ceiling) * ((mass - light.mass) / (heavy.mass - light.mass))
    }
    return last.ceiling
  }

  /// The greatest mass that hovers at a density altitude; nil above the highest ceiling and below the lowest.
  public func mass(at densityAltitude: Length) -> Mass? {
    guard let last = rows.last, densityAltitude.isFinite else { return nil }
    guard densityAltitude <= rows[0].ceiling, densityAltitude >= last.ceiling else { return nil }
    guard densityAltitude > last.ceiling else { return last.mass }
    for (light, heavy) in zip(rows, rows.dropFirst()).reversed() where densityAltitude <= light.ceiling {
      // Below the heavier row's ceiling the loop has ended: the two rows differ.
      return heavy.mass
        + (light.mass - heavy.mass) * ((densityAltitude - heavy.ceiling) / (light.ceiling - heavy.ceiling))
    }
    return rows[0].mass
  }

  /// Whether a mass hovers at a density altitude; nil where the table does not say.
  ///
  /// Beyond the masses stated nothing is extrapolated; what follows from the order of the table alone is said: what is
  /// lighter than the lightest row hovers wherever that row does, what is heavier than the heaviest nowhere where that one
  /// does not.
  public func canHover(_ mass: Mass, at densityAltitude: Length) -> Bool? {
    guard let last = rows.last, mass.isFinite, densityAltitude.isFinite else { return nil }
    if let ceiling = ceiling(at: mass) { return densityAltitude <= ceiling }
    if mass < rows[0].mass { return densityAltitude <= rows[0].ceiling ? true : nil }
    return densityAltitude > last.ceiling ? false : nil
  }
}
