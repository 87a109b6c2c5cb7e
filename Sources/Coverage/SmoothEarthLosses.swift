internal import Foundation
internal import Radar
internal import Synchronization
internal import Units

/// What ways over a smooth Earth take from looks; what each antenna needs for that is made once.
final class SmoothEarthLosses: Sendable {
  private let ground: Length
  private let earth: EffectiveEarth

  private struct Antenna: Hashable {
    let wave: LookWave
    let height: Length
  }
  private struct Ways: Sendable {
    let air: RayLoss?
    let diffraction: SmoothDiffraction?
  }
  private let made = Mutex<[Antenna: Ways]>([:])

  private struct Question: Hashable {
    let station: RadarStation
    let height: Length
    let target: Target
    let masked: Angle?
  }
  /// Flights at one height ask for the same edges over and over.
  private let edges = Mutex<[Question: RingEdges]>([:])
  private static let most = 5000

  init(ground: Length, earth: EffectiveEarth) {
    self.ground = ground
    self.earth = earth
  }

  /// There and back; nothing where no loss counts.
  func loss(
    of station: RadarStation, antenna: Length, groundDistance: Length, height: Length, slantRange slant: Length,
    elevation: Angle
  ) -> Decibels {
    guard let wave = station.type.looks?.wave else { return Decibels(0) }
    let ways = ways(wave, antenna)
    let air = ways.air?.twoWay(slantRange: slant, elevation: elevation).value ?? 0
    let edge = ways.diffraction?.loss(distance: groundDistance, from: antenna, to: height).value ?? 0
    return Decibels(air + 2 * edge)
  }

  /// The edges of what a station sees, made once.
  func edges(
    of station: RadarStation, _ height: Length, _ target: Target, above masked: Angle?, _ make: () -> RingEdges
  ) -> RingEdges {
    let question = Question(station: station, height: height, target: target, masked: masked)
    if let edges = edges.withLock({ $0[question] }) { return edges }
    let made = make()
    edges.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[question] = made
    }
    return made
  }

  private func ways(_ wave: LookWave, _ height: Length) -> Ways {
    let key = Antenna(wave: wave, height: height)
    if let ways = made.withLock({ $0[key] }) { return ways }
    let ways = Ways(
      air: wave.air(from: ground + height, over: earth), diffraction: wave.smoothDiffraction(over: earth))
    made.withLock { $0[key] = ways }
    return ways
  }
}
