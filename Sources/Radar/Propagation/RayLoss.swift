internal import Foundation
public import Units

/// What air and rain take from a wave along straight rays over an effective Earth.
public struct RayLoss: Sendable {
  /// The height of the antenna above mean sea level.
  public let antenna: Length
  /// The Earth over which rays are straight.
  public let earth: EffectiveEarth
  /// The air and the rain.
  public let weather: Weather
  /// Nil where the frequency is unknown: no loss is counted.
  private let gas: GasProfile?
  private let frequency: Frequency?
  private let tilt: Angle

  /// The losses of an antenna.
  /// - Parameters:
  ///   - frequency: Nil where it is unknown: no loss is counted.
  ///   - polarization: On which rain depends.
  ///   - countsGas: Whether gases count.
  /// - Throws: ``PropagationError`` for a frequency above 1,000 GHz, rain below 1 GHz, and a rate that is negative.
  public init(
    frequency: Frequency?, polarization: Polarization = .horizontal, weather: Weather = Weather(),
    countsGas: Bool = true, antenna: Length, earth: EffectiveEarth
  ) throws(PropagationError) {
    self.antenna = antenna
    self.earth = earth
    self.weather = weather
    self.frequency = frequency
    tilt = polarization.tilt
    if let frequency {
      gas = countsGas ? try GasProfile(frequency: frequency, surface: weather.air) : nil
      if weather.rainRate != 0 {
        _ = try RainAttenuation(frequency: frequency, elevation: .zero, tilt: tilt).specific(rate: weather.rainRate)
      }
    } else {
      gas = nil
    }
  }

  /// The altitude above mean sea level of a place on a ray.
  public func altitude(slantRange slant: Length, elevation: Angle) -> Length {
    let centre = (earth.radius + antenna).metres
    let s = slant.metres
    let square = centre * centre + s * s + 2 * centre * s * sin(elevation.radians)
    return .metres(square.squareRoot()) - earth.radius
  }

  /// What the air takes on a ray, one way.
  ///
  /// By Simpson's rule on segments of which none spans more than 500 m of height or 5 km of way.
  public func gas(slantRange slant: Length, elevation: Angle) -> Decibels {
    guard slant > .zero, slant.isFinite else { return Decibels(0) }
    return Decibels(gas(from: .zero, to: slant, elevation: elevation))
  }

  /// The same between two places of a ray, dB.
  func gas(from start: Length, to end: Length, elevation: Angle) -> Double {
    guard let gas, end > start else { return 0 }
    let way = end - start
    let first = start == .zero ? antenna : altitude(slantRange: start, elevation: elevation)
    let rise = (altitude(slantRange: end, elevation: elevation) - first).magnitude.metres
    let steps = min(max(way.metres / 5000, rise / 500).rounded(.up), 10_000)
    let count = max(Int(exactly: steps) ?? 1, 1)
    let step = way / Double(count)
    func density(_ place: Double) -> Double {
      gas.specific(at: altitude(slantRange: start + step * place, elevation: elevation))
    }
    var (sum, begin) = (0.0, density(0))
    for index in 0..<count {
      let end = density(Double(index + 1))
      sum += (begin + 4 * density(Double(index) + 0.5) + end) / 6
      begin = end
    }
    return sum * step.kilometres
  }

  /// What the rain takes on a ray, one way: its specific attenuation times the length of the ray below the rain height.
  public func rain(slantRange slant: Length, elevation: Angle) -> Decibels {
    guard weather.rainRate > 0, let frequency,
      let rain = try? RainAttenuation(frequency: frequency, elevation: elevation, tilt: tilt),
      let specific = try? rain.specific(rate: weather.rainRate)
    else { return Decibels(0) }
    // Where |antenna + s·ray| is the radius of the rain's top.
    let (top, centre) = ((earth.radius + weather.rainHeight).metres, (earth.radius + antenna).metres)
    let along = centre * sin(elevation.radians)
    let root = along * along + (top - centre) * (top + centre)
    guard root > 0 else { return Decibels(0) }
    let entry = max(-along - root.squareRoot(), 0)
    let exit = min(-along + root.squareRoot(), slant.metres)
    let length = min(max(exit - entry, 0), weather.rainExtent?.metres ?? .infinity)
    return Decibels(specific * length / 1000)
  }

  /// What air and rain take there and back.
  public func twoWay(slantRange slant: Length, elevation: Angle) -> Decibels {
    Decibels(
      2 * (gas(slantRange: slant, elevation: elevation).value + rain(slantRange: slant, elevation: elevation).value))
  }
}
