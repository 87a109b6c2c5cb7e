public import Units

/// A span of azimuths, clockwise from its start to its end, from true north; it may run over north.
public struct AzimuthSector: Sendable, Hashable {
  /// Where it begins, 0° to 360°.
  public var begin: Angle
  /// Where it ends, 0° to 360°; below ``begin`` when the sector runs over north.
  public var end: Angle

  /// A span of azimuths, clockwise; one that ends where it begins is the whole circle.
  public init(begin: Angle, end: Angle) {
    self.begin = begin
    self.end = end
  }

  /// How far it reaches, above 0° and up to 360°.
  public var width: Angle {
    let width = (end - begin).degrees.truncatingRemainder(dividingBy: 360)
    return .degrees(width > 0 ? width : width + 360)
  }

  /// Whether an azimuth lies in it, its ends included.
  public func contains(_ azimuth: Angle) -> Bool {
    let turned = (azimuth - begin).degrees.truncatingRemainder(dividingBy: 360)
    return (turned < 0 ? turned + 360 : turned) <= width.degrees
  }

  /// Whether another holds for some of its azimuths, and not only at an end.
  public func overlaps(_ other: AzimuthSector) -> Bool {
    func begins(_ one: AzimuthSector, in other: AzimuthSector) -> Bool {
      let turned = (one.begin - other.begin).degrees.truncatingRemainder(dividingBy: 360)
      return (turned < 0 ? turned + 360 : turned) < other.width.degrees
    }
    return begins(self, in: other) || begins(other, in: self)
  }

  /// For people: `90°–120°`.
  public var text: String { "\(begin.text)–\(end.text)" }
}
