internal import Coverage
internal import Units

/// Looks of one span of azimuths, ranges or altitudes, counted by what the radar and the model say of them.
public struct FitGroup: Sendable, Hashable {
  /// What looks are grouped by.
  public enum Key: String, Sendable, Hashable, CaseIterable {
    case all, azimuth, range, altitude, limit
  }

  /// What they are grouped by.
  public var key: Key
  /// Where the span begins, and where it ends, in degrees, kilometres or metres above mean sea level; nil for all, and for
  /// the limits of the model.
  public var span: ClosedRange<Double>?
  /// What the model says hides them, for the looks that only the radar sees; nil for other groups.
  public var cause: String?
  /// Both see them.
  public var both = 0
  /// The radar saw them, and the model does not.
  public var onlyRadar = 0
  /// The model sees them, and the radar did not; counted only where traffic is known.
  public var onlyModel = 0
  /// Neither sees them; counted only where traffic is known.
  public var neither = 0

  init(_ key: Key, span: ClosedRange<Double>? = nil, cause: String? = nil) {
    (self.key, self.span, self.cause) = (key, span, cause)
  }

  mutating func count(_ look: FitLook, fitted: Bool) {
    let isModelled = (fitted ? look.fittedCause : look.cause) == nil
    switch (look.isSeen, isModelled) {
    case (true, true): both += 1
    case (true, false): onlyRadar += 1
    case (false, true): onlyModel += 1
    case (false, false): neither += 1
    }
  }

  /// How many looks there are.
  public var count: Int { both + onlyRadar + onlyModel + neither }

  /// Groups of looks: all of them, by azimuth, by range, by altitude, and those that only the radar sees by the limit of the
  /// model that hides them.
  static func groups(_ looks: [FitLook], sector: Angle, fitted: Bool) -> [FitGroup] {
    func grouped(_ key: Key, step: Double, _ value: (FitLook) -> Double) -> [FitGroup] {
      var groups: [Int: FitGroup] = [:]
      for look in looks {
        guard let index = Int(exactly: (value(look) / step).rounded(.down)) else { continue }
        groups[
          index, default: FitGroup(key, span: Double(index) * step...Double(index + 1) * step)
        ].count(look, fitted: fitted)
      }
      return groups.sorted { $0.key < $1.key }.map(\.value)
    }
    var all = FitGroup(.all)
    var limits: [String: FitGroup] = [:]
    for look in looks {
      all.count(look, fitted: fitted)
      if look.isSeen, let cause = fitted ? look.fittedCause : look.cause {
        limits[cause.rawValue, default: FitGroup(.limit, cause: cause.rawValue)].count(look, fitted: fitted)
      }
    }
    let far = looks.map(\.distance.kilometres).max() ?? 0
    let high = looks.map(\.altitude.metres).max() ?? 0
    return [all]
      + grouped(.azimuth, step: sector.degrees) { look in
        let degrees = look.azimuth.degrees.truncatingRemainder(dividingBy: 360)
        return degrees < 0 ? degrees + 360 : degrees
      } + grouped(.range, step: round(far / 8)) { $0.distance.kilometres }
      + grouped(.altitude, step: round(high / 8)) { $0.altitude.metres }
      + limits.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The next of 1, 2, 5, 10, 20 … that is not smaller.
  private static func round(_ step: Double) -> Double {
    var unit = 1.0
    while unit * 10 < step, unit < 1e9 { unit *= 10 }
    return [1, 2, 5, 10].map { $0 * unit }.first { $0 >= step } ?? unit
  }
}
