public import Units

/// The horizon that a radar sees instead of its terrain's: by spans of azimuths, the elevation angle below which it sees
/// nothing.
///
/// It stands for what no elevation model has: buildings, trees, a mast nearby. It only ever hides; the terrain and the beam
/// hide as they did.
public struct HorizonMask: Sendable, Hashable {
  /// A span of azimuths with one lowest elevation angle.
  public struct Part: Sendable, Hashable {
    /// Where it holds, its ends included.
    public var sector: AzimuthSector
    /// Lowest elevation angle at the antenna under which something is seen; negative below its horizontal.
    public var lowest: Angle

    /// A part of a mask.
    public init(sector: AzimuthSector, lowest: Angle) {
      self.sector = sector
      self.lowest = lowest
    }
  }

  /// Its parts; where none holds, nothing is hidden.
  public var parts: [Part]

  /// A mask; without parts it hides nothing.
  public init(_ parts: [Part] = []) { self.parts = parts }

  /// Whether it hides nothing.
  public var isEmpty: Bool { parts.isEmpty }

  /// The lowest elevation angle under which something is seen at an azimuth: the highest of its parts there, nil where none
  /// holds.
  public func lowest(at azimuth: Angle) -> Angle? {
    var lowest: Angle?
    for part in parts where part.sector.contains(azimuth) { lowest = max(lowest ?? part.lowest, part.lowest) }
    return lowest
  }

  /// The first two parts that hold for the same azimuths and not only where one ends and the other begins; nil where none do.
  public var overlap: (one: Part, other: Part)? {
    for (index, one) in parts.enumerated() {
      for other in parts.dropFirst(index + 1) where one.sector.overlaps(other.sector) { return (one, other) }
    }
    return nil
  }

  /// For people, and to be read again: `0-30: 0.5; 30-60: 1.25`, degrees.
  public var text: String {
    parts.map(\.text).joined(separator: "; ")
  }

  /// Degrees to a thousandth, as short as can be.
  fileprivate static func digits(_ degrees: Double) -> String {
    let rounded = (degrees * 1000).rounded() / 1000
    guard rounded != rounded.rounded() || rounded.magnitude > 1e6 else { return "\(Int(rounded))" }
    return "\(rounded)"
  }
}

extension HorizonMask.Part {
  /// For people, and to be read again: `0-30: 0.5`, degrees.
  public var text: String {
    let ends = [sector.begin.degrees, sector.end.degrees].map(HorizonMask.digits)
    return "\(ends[0])-\(ends[1]): \(HorizonMask.digits(lowest.degrees))"
  }
}

extension HorizonMask {
  /// Reads spans of azimuths, each with an elevation angle behind a colon, in degrees: `0-30: 0.5; 350-10: -0.2°`.
  /// - Throws: ``QuantityError``: `notASpan` for anything else, `outOfRange` for azimuths beyond 0 to 360 and elevations
  ///   beyond −90 to 90 degrees.
  public static func parse(_ text: String) throws(QuantityError) -> HorizonMask {
    var parts: [Part] = []
    for part in text.split(separator: ";") where part.contains(where: { !$0.isWhitespace }) {
      let halves = part.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, let sector = try AzimuthSector.parse(list: String(halves[0])).first else {
        throw QuantityError(
          .notASpan, String(part),
          "write start-end: elevation in degrees, several separated by semicolons: 0-30: 0.5; 350-10: 1.2")
      }
      let number = halves[1].reversed().drop(while: \.isWhitespace)
      let degrees = try NumberText.parse(String((number.first == "°" ? number.dropFirst() : number).reversed()))
      guard (-90...90).contains(degrees) else {
        throw QuantityError(.outOfRange, String(halves[1]), "elevation angles go from -90 to 90 degrees")
      }
      parts.append(Part(sector: sector, lowest: .degrees(degrees)))
    }
    return HorizonMask(parts)
  }
}
