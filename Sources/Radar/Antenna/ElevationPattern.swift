internal import Foundation
public import Units

/// How the gain of an antenna varies with the elevation angle, relative to its greatest gain.
///
/// One-way patterns; an echo feels them twice.
public indirect enum ElevationPattern: Sendable, Hashable {
  /// The same gain at all elevations.
  case flat
  /// A Gaussian beam: a fit to the main lobe, without side lobes.
  /// - Parameters:
  ///   - axis: Elevation of the greatest gain.
  ///   - beamwidth: Between its half-power points.
  case gaussian(axis: Angle, beamwidth: Angle)
  /// The pattern of a line aperture that is fed by a power of a cosine, side lobes included.
  case aperture(axis: Angle, beamwidth: Angle, ApertureTaper)
  /// A Gaussian beam whose upper side falls as the square of the cosecant, so that a target at one height gives the same
  /// echo at every range.
  ///
  /// Up to the beam's upper half-power point it is the Gaussian; from there to `highest` the gain falls with
  /// (sin θ₁ / sin θ)² from that at the point; above it there is none. The half-power point must lie above the horizontal.
  case cosecantSquared(axis: Angle, beamwidth: Angle, highest: Angle)
  /// A line aperture whose side lobes are covered by a mask, without zeros between: ITU-R M.1851’s peak pattern.
  case mask(axis: Angle, beamwidth: Angle, ApertureTaper)
  /// ITU-R M.1851’s ground radar: an evenly fed beam up to its upper half-power point, from there to `highest` the square of
  /// the cosecant, and 55 dB below the greatest gain elsewhere.
  case cosecantFloor(axis: Angle, beamwidth: Angle, highest: Angle)
  /// A table of gains by elevation, joined by straight lines in decibels; nothing outside it.
  case table(PatternTable)
  /// Beams one above the other, each with its own receiver: a target is seen by the one with the greatest gain towards it.
  case stack([ElevationPattern])
  /// One pattern transmits and another receives, as where a wide beam illuminates and a stack of narrow ones listens: one way the
  /// mean of both in decibels counts, which an echo feels twice. Where their axes differ both are below their greatest gain.
  case pair(transmit: ElevationPattern, receive: ElevationPattern)

  /// The gain at an elevation relative to the greatest, one way.
  /// - Returns: Zero decibels and less; minus infinity where there is no gain.
  /// - Accuracy: closed forms; the aperture's against numerical integration of its feed (`aperture patterns are the
  ///   transforms of their feeds`).
  /// - Source: ITU-R M.1851-1, Table 1 and § 2.1.3; Skolnik, Introduction to Radar Systems, 3rd ed., § 2.11.
  public func gain(at elevation: Angle) -> Decibels {
    switch self {
    case .flat: Decibels(0)
    case .gaussian(let axis, let width): Self.gaussian(elevation, axis, width)
    case .aperture(let axis, let width, let taper): taper.gain(offAxis: elevation - axis, beamwidth: width)
    case .cosecantSquared(let axis, let width, let highest):
      Self.cosecantSquared(elevation, axis, width, highest)
    case .mask(let axis, let width, let taper): taper.maskedGain(offAxis: elevation - axis, beamwidth: width)
    case .cosecantFloor(let axis, let width, let highest): Self.cosecantFloor(elevation, axis, width, highest)
    case .table(let table): table.gain(at: elevation)
    case .stack(let beams): beams.map { $0.gain(at: elevation) }.max() ?? Decibels(-.infinity)
    case .pair(let transmit, let receive):
      Decibels((transmit.gain(at: elevation).value + receive.gain(at: elevation).value) / 2)
    }
  }

  /// Half the power at half the width.
  private static func gaussian(_ elevation: Angle, _ axis: Angle, _ width: Angle) -> Decibels {
    let offset = (elevation - axis) / width
    return Decibels(-10 * log10(16) * offset * offset)
  }

  /// - Source: ITU-R M.1851-2, eq. 22, 26 and 27; half the beam between zeros is θ₃/0.88.
  private static func cosecantFloor(
    _ elevation: Angle, _ axis: Angle, _ width: Angle, _ highest: Angle
  ) -> Decibels {
    let (floor, edge) = (Decibels(-55), axis + width / 2)
    if elevation <= edge {
      guard elevation >= axis - width / 0.88 else { return floor }
      return max(ApertureTaper.uniform.gain(offAxis: elevation - axis, beamwidth: width), floor)
    }
    guard elevation <= highest, edge > .zero else { return floor }
    return max(Decibels(-10 * log10(2) + 20 * log10(sin(edge.radians) / sin(elevation.radians))), floor)
  }

  private static func cosecantSquared(
    _ elevation: Angle, _ axis: Angle, _ width: Angle, _ highest: Angle
  ) -> Decibels {
    let edge = axis + width / 2
    guard elevation > edge else { return gaussian(elevation, axis, width) }
    guard elevation <= highest, edge > .zero else { return Decibels(-.infinity) }
    return Decibels(-10 * log10(2) + 20 * log10(sin(edge.radians) / sin(elevation.radians)))
  }
}

extension ElevationPattern {
  /// The elevation of the greatest gain, the lowest one of several; nil where it is the same everywhere.
  public var axis: Angle? {
    switch self {
    case .flat: nil
    case .gaussian(let axis, _), .aperture(let axis, _, _), .cosecantSquared(let axis, _, _), .mask(let axis, _, _),
      .cosecantFloor(let axis, _, _):
      axis
    case .table(let table):
      table.gainDecibels.firstIndex(of: 0).map { .degrees(table.elevationDegrees[$0]) }
    case .stack(let beams): beams.first?.axis
    case .pair(let transmit, let receive): transmit.axis ?? receive.axis
    }
  }

  /// What it is, in a few words.
  public var text: String {
    switch self {
    case .flat: "flat"
    case .gaussian(let axis, let width): "Gaussian, \(width.text) wide around \(axis.text)"
    case .aperture(let axis, let width, let taper): "\(taper.text), \(width.text) wide around \(axis.text)"
    case .cosecantSquared(let axis, let width, let highest):
      "cosecant-squared to \(highest.text), beam \(width.text) wide around \(axis.text)"
    case .mask(let axis, let width, let taper):
      "\(taper.text) under a mask, \(width.text) wide around \(axis.text)"
    case .cosecantFloor(let axis, let width, let highest):
      "cosecant-squared of ITU-R M.1851 to \(highest.text), beam \(width.text) wide around \(axis.text)"
    case .table(let table): "table of \(table.elevationDegrees.count) rows"
    case .stack(let beams): "\(beams.count) beams: \(beams.map(\.text).joined(separator: "; "))"
    case .pair(let transmit, let receive): "transmitting \(transmit.text); receiving \(receive.text)"
    }
  }
}

extension ApertureTaper {
  /// What it is, in a few words.
  public var text: String {
    switch self {
    case .uniform: "uniform aperture"
    case .cosine: "cosine aperture"
    case .cosineSquared: "cosine-squared aperture"
    case .cosineCubed: "cosine-cubed aperture"
    }
  }
}
