internal import Coverage
internal import Foundation
internal import Geodesy
internal import Terrain
public import Units

/// The terrain below a leg and the altitudes of the aircraft over it, at even steps of at most half a post's spacing.
struct LegGround: Sendable {
  /// From one sample to the next, metres along the leg.
  let stepMetres: Double
  /// The places.
  let samples: [TerrainSample]
  /// Altitudes above mean sea level, metres; NaN where the ground is unknown and the height is above it.
  let altitudesMetres: [Double]
  /// Altitudes for ceilings: where ``altitudesMetres`` has none, those over a ground of the elevation that is assumed.
  private let assumedMetres: [Double]
  /// How much of the leg was stated to lie below the ground, by more than a metre.
  let belowGroundMetres: Double
  /// How much of the leg lies over unknown ground, where that matters.
  let unknownMetres: Double

  init(
    _ leg: FlightPath.Leg, from start: Altitude, to end: Altitude, over region: TerrainRegion, otherwise ground: Length
  ) throws(TerrainError) {
    let spacing = try region.postSpacing(near: leg.start)?.metres ?? 100
    // A leg of a continent's length over the finest terrain has a million samples.
    let count = max(1, min(1_000_000, Int(clamping: (leg.lengthMetres / (max(spacing, 0.01) / 2)).rounded(.up))))
    let step = leg.lengthMetres / Double(count)
    let positions = (0...count).map { FlightPath.state(on: leg, atMetres: Double($0) * step).position }
    let samples = try region.samples(at: positions)
    self.stepMetres = step
    self.samples = samples
    func altitude(_ altitude: Altitude, _ ground: Double) -> Double {
      switch altitude {
      case .aboveGround(let height): ground + height.metres
      case .aboveSeaLevel(let altitude): altitude.metres
      }
    }
    func isAboveGround(_ altitude: Altitude) -> Bool { if case .aboveGround = altitude { true } else { false } }
    let follows = isAboveGround(start) && isAboveGround(end)
    let first = samples.first?.groundMetres ?? .nan
    let last = samples.last?.groundMetres ?? .nan
    var (altitudes, assumed) = ([Double](), [Double]())
    var (below, unknown) = (0, 0)
    for (index, sample) in samples.enumerated() {
      let part = count > 0 ? Double(index) / Double(count) : 1
      func stated(_ here: Double, _ first: Double, _ last: Double) -> Double {
        let (a, b) = follows ? (here, here) : (first, last)
        let (low, high) = (altitude(start, a), altitude(end, b))
        return low + (high - low) * part
      }
      let value = stated(sample.groundMetres, first, last)
      if value < sample.groundMetres - 1 { below += 1 }
      if value.isNaN || sample.groundMetres.isNaN { unknown += 1 }
      // Comparisons with NaN are false: an altitude over unknown ground stays as stated.
      altitudes.append(value < sample.groundMetres ? sample.groundMetres : value)
      func known(_ value: Double) -> Double { value.isNaN ? ground.metres : value }
      assumed.append(value.isNaN ? stated(known(sample.groundMetres), known(first), known(last)) : altitudes[index])
    }
    altitudesMetres = altitudes
    assumedMetres = assumed
    belowGroundMetres = Double(below) * step
    unknownMetres = Double(unknown) * step
  }

  /// The altitude at a distance along the leg, metres; NaN where it is unknown on one side.
  func altitudeMetres(at along: Double) -> Double {
    let place = stepMetres > 0 ? max(along, 0) / stepMetres : 0
    let index = min(Int(clamping: place), altitudesMetres.count - 1)
    let (a, b) = (altitudesMetres[index], altitudesMetres[min(index + 1, altitudesMetres.count - 1)])
    return a + (b - a) * min(place - Double(index), 1)
  }

  /// The spans of the leg, in seconds, that are flown at or below an altitude.
  func spans(below ceiling: Double, of leg: TimedLeg) -> [(Double, Double)] {
    var spans: [(Double, Double)] = []
    var opened: Double? = assumedMetres[0] <= ceiling ? leg.begin : nil
    for index in assumedMetres.indices.dropFirst() {
      let (a, b) = (assumedMetres[index - 1], assumedMetres[index])
      guard (a <= ceiling) != (b <= ceiling) else { continue }
      let edge = leg.begin + (Double(index - 1) + (ceiling - a) / (b - a)) * stepMetres / leg.speed
      if let begin = opened {
        spans.append((begin, min(edge, leg.end)))
        opened = nil
      } else {
        opened = edge
      }
    }
    if let opened { spans.append((opened, leg.end)) }
    return spans
  }
}

extension FlightPath {
  /// Length of the path whose stated altitude is more than a metre below the terrain, where the aircraft counts as on the
  /// ground; zero over a smooth ground.
  public var lengthBelowGround: Length { .metres(legs.reduce(0) { $0 + ($1.ground?.belowGroundMetres ?? 0) }) }
  /// Length of the path over unknown terrain; zero over a smooth ground.
  public var lengthOverUnknown: Length { .metres(legs.reduce(0) { $0 + ($1.ground?.unknownMetres ?? 0) }) }
}
