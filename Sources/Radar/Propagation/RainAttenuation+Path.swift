internal import Foundation
public import Units

extension RainAttenuation {
  /// The loss of a path through rain, one way: every part of the way below the rain's height is in it.
  ///
  /// Real showers are a few kilometres wide: for a long path it is the most that rain of the rate takes.
  /// - Parameters:
  ///   - groundDistance: Along the Earth's surface.
  ///   - antenna: Above mean sea level.
  ///   - target: Above mean sea level.
  /// - Throws: ``PropagationError`` with code `frequencyOutOfRange`.
  /// - Source: ITU-R P.838-3.
  public static func loss(
    in rain: Rain, frequency: Frequency, polarization: Polarization, groundDistance: Length, from antenna: Length,
    to target: Length, over earth: EffectiveEarth
  ) throws(PropagationError) -> Decibels {
    let way = rain.way(groundDistance: groundDistance, from: antenna, to: target, over: earth)
    let slant = earth.slantRange(groundDistance: groundDistance, from: antenna, to: target)
    guard way > .zero else { return Decibels(0) }
    // The tilt of the straight line, which is the same from both ends.
    let tilt = Angle.radians(asin(min(abs(target - antenna) / slant, 1)))
    let attenuation = try RainAttenuation(frequency: frequency, elevation: tilt, tilt: polarization.tilt)
    return Decibels(try attenuation.specific(rate: rain.rate.millimetresPerHour) * way.kilometres)
  }
}

/// The amount of a length without its sign.
private func abs(_ length: Length) -> Length { length.magnitude }
