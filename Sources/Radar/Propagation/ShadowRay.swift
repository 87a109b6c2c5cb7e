internal import Foundation

/// Diffraction along one ray from an antenna over the ground, point by point outwards: what the way to a target over each point
/// takes, and how low a target may be there for a loss.
///
/// The loss is that of ``DeltaBullington`` along the same profile, from what the ray remembers in place of a sum over all its
/// points. Slopes are those of the heights y = h − x²/2R, in which rays are straight. Of the points in sight only those count that
/// stand steeper than all before them: for a lower point farther away ν is less. Out of sight, and for the smooth surface that
/// fits the ground, the convex hull of the points is enough.
/// - Accuracy: of the loss 0.1 dB, by the smooth Earth's closed form (`a ray outwards has the loss of the whole profile`).
/// - Complexity: amortised O(log points) a point over rough ground.
package struct ShadowRay: Sendable {
  private let wave: SphericalEarthDiffraction
  /// Of the effective Earth, m.
  private let radius: Double
  private let antenna: Double
  private let antennaGround: Double
  /// √(λ/2): ν of an edge is the slope by which it stands above the way over ``fresnel``·√(1/x − 1/D).
  private let fresnel: Double

  /// The least ν that is followed: an edge takes nothing from −0.78 on, the smooth Earth's excess may ask for more clearance.
  private static let clearest = -4.0

  /// The points that stand steeper than all before them, and may still be the edge: 1/x and slope.
  private var records: [(inverse: Double, slope: Double)] = []
  private var surface = UpperHull()
  private var ground = UpperHull()
  private var groundSlope = -Double.infinity
  private var (sum, moment) = (0.0, 0.0)
  private var last: (x: Double, ground: Double)
  private var firstStep = 0.0
  private var count = 0

  /// A ray from an antenna.
  /// - Parameters:
  ///   - antenna: Above mean sea level, m.
  ///   - ground: Under it, m.
  package init(_ model: DeltaBullington, antennaMetres antenna: Double, groundMetres: Double) {
    wave = model.sphere
    radius = wave.radius * 1000
    (self.antenna, antennaGround) = (antenna, groundMetres)
    fresnel = (wave.wavelength / 2).squareRoot()
    last = (0, groundMetres)
  }

  /// Whether some ground lies between the antenna and the next point.
  package var hasGround: Bool { count > 0 }

  /// Passes a point.
  /// - Parameters:
  ///   - x: Distance along the ground, m; greater than that of the point before.
  ///   - h: The bare ground, m above mean sea level.
  ///   - g: The ground with what stands on it.
  package mutating func pass(_ x: Double, ground h: Double, surface g: Double) {
    (sum, moment) = sums(x, h)
    last = (x, h)
    if count == 0 { firstStep = x }
    count += 1
    groundSlope = max(groundSlope, (h - antenna) / x)
    ground.add(x, h)
    let y = g - x * x / (2 * radius)
    surface.add(x, y)
    let slope = (y - antenna) / x
    if slope > records.last?.slope ?? -.infinity {
      records.append((1 / x, slope))
      if records.count > 8 { prune(x) }
    }
  }

  /// Takes away the points that can be the edge no more: one that a later one beats by the widest clearance is beaten for good.
  private mutating func prune(_ x: Double) {
    let widest = -Self.clearest * fresnel
    var best = -Double.infinity
    var kept = records.count
    for index in records.indices.reversed() {
      let record = records[index]
      let value = record.slope + widest * max(record.inverse - 1 / x, 0).squareRoot()
      guard value > best else { continue }
      best = value
      kept -= 1
      records[kept] = record
    }
    records.removeFirst(kept)
  }

  /// The sums of the smooth surface up to a point.
  private func sums(_ x: Double, _ h: Double) -> (Double, Double) {
    let step = x - last.x
    return (
      sum + step * (h + last.ground),  // P.452 eq. 161
      moment + step * (h * (2 * x + last.x) + last.ground * (x + 2 * last.x))  // P.452 eq. 162
    )
  }

  /// 1/x of the nearest point that may still be the edge. From the farthest one inwards slopes fall and clearances widen, to no
  /// more than this one's: where that would not do, no nearer point is the edge.
  private var nearest: Double { records.first?.inverse ?? 0 }

  /// The slope of the straight way to a target.
  private func slope(_ x: Double, _ z: Double) -> Double { (z - x * x / (2 * radius) - antenna) / x }

  /// ν of the equivalent edge on the way to a target.
  private func nu(_ x: Double, _ direct: Double) -> Double {
    guard let steepest = records.last else { return -.infinity }
    guard steepest.slope >= direct else {
      let widest = fresnel * max(nearest - 1 / x, 1e-30).squareRoot()
      var nu = -Double.infinity
      for record in records.reversed() {
        let under = record.slope - direct
        guard under / widest > nu else { break }
        nu = max(nu, under / (fresnel * max(record.inverse - 1 / x, 1e-30).squareRoot()))  // eq. 15
      }
      return nu
    }
    let edge = edge(x, direct, steepest.slope)
    return (steepest.slope - direct) / (fresnel * max(1 / edge - 1 / x, 1e-30).squareRoot())  // eq. 19
  }

  /// Where the steepest lines from both ends meet.
  private func edge(_ x: Double, _ direct: Double, _ steepest: Double) -> Double {
    let y = antenna + direct * x
    let back = surface.slope(backFrom: x, y)  // eq. 17
    let edge = (y - antenna + back * x) / (steepest + back)  // eq. 18
    // Where one line grazes all, so that they meet nowhere or everywhere, the steepest point is the edge.
    guard edge.isFinite else { return min(max(1 / (records.last?.inverse ?? 1), firstStep), last.x) }
    return min(max(edge, firstStep), last.x)
  }

  /// What the smooth Earth takes beyond its own edge, dB.
  private func excess(_ x: Double, _ h: Double, _ z: Double) -> Double {
    let (sum, moment) = sums(x, h)
    let square = x * x
    var first = (2 * sum * x - moment) / square  // P.452 eq. 163
    var second = (moment - sum * x) / square  // P.452 eq. 164
    let line = (z - antenna) / x
    let highest = ground.height(over: antenna, slope: line)  // P.452 eq. 165a
    if highest > 0 {
      let steepFirst = groundSlope - line  // P.452 eq. 165b
      let steepSecond = ground.slope(backFrom: x, z) + line  // P.452 eq. 165c
      let share = steepFirst / (steepFirst + steepSecond)  // P.452 eq. 166e
      first -= highest * share  // P.452 eq. 166c
      second -= highest * (1 - share)  // P.452 eq. 166d
    }
    first = min(first, antennaGround)  // P.452 eq. 167
    second = min(second, h)
    let (d, step) = (x / 1000, firstStep / 1000)
    let (hte, hre) = (antenna - first, z - second)
    let sphere = wave.loss(kilometres: d, hte, hre)
    return sphere > 0 ? max(sphere - wave.bullington(kilometres: d, hte, hre, step: step), 0) : 0
  }

  /// What diffraction takes on the way to a target over the next point, one way, dB.
  /// - Parameters:
  ///   - x: Distance along the ground, m; beyond all points passed.
  ///   - h: The bare ground under the target, m above mean sea level.
  ///   - z: The target's altitude, m.
  package func loss(_ x: Double, ground h: Double, target z: Double) -> Double {
    edge(x, target: z) + excess(x, ground: h, target: z)
  }

  /// The part of ``loss(_:ground:target:)`` that the edges of the ground take.
  package func edge(_ x: Double, target z: Double) -> Double {
    hasGround ? KnifeEdge.corrected(nu(x, slope(x, z)), kilometres: x / 1000) : 0
  }

  /// The part of ``loss(_:ground:target:)`` that the smooth Earth takes beyond its own edge.
  package func excess(_ x: Double, ground h: Double, target z: Double) -> Double {
    hasGround ? excess(x, h, z) : 0
  }

  /// The lowest slope of the way to a target at a distance whose edge has no greater ν.
  private func slope(_ x: Double, nu: Double) -> Double {
    guard let steepest = records.last else { return -.infinity }
    if nu <= 0 {
      let widest = -nu * fresnel * max(nearest - 1 / x, 0).squareRoot()
      var slope = -Double.infinity
      for record in records.reversed() {
        guard record.slope + widest > slope else { break }
        slope = max(slope, record.slope - nu * fresnel * max(record.inverse - 1 / x, 0).squareRoot())
      }
      return slope
    }
    // The edge lies between the steepest point and the target, the farther the deeper the target.
    func under(_ place: Double) -> Double {
      steepest.slope - nu * fresnel * max(1 / place - 1 / x, 0).squareRoot()
    }
    var (low, high) = (under(1 / steepest.inverse), steepest.slope)
    guard low > -1e3 else { return -.infinity }
    for _ in 0..<40 where (high - low) * x > 0.02 {
      let middle = (low + high) / 2
      if middle >= under(edge(x, middle, steepest.slope)) { high = middle } else { low = middle }
    }
    return high
  }

  /// How low a target may be at a distance for the edge to have no greater ν.
  /// - Returns: Its altitude, m, minus infinity for any; and how much higher that is than the lowest in sight of the antenna,
  ///   of use where that one is known otherwise.
  package func lowest(_ x: Double, nu: Double) -> (altitude: Double, lift: Double) {
    guard let steepest = records.last else { return (-.infinity, 0) }
    let slope = slope(x, nu: nu)
    return (antenna + slope * x + x * x / (2 * radius), (slope - steepest.slope) * x)
  }

  /// ν of the edge on the way to the lowest target over the next point for which the whole loss is no more than there is to
  /// spare.
  /// - Parameters:
  ///   - h: The bare ground under the target, m above mean sea level.
  ///   - bottom: No target is lower, m.
  ///   - guess: That of a point before.
  ///   - spare: What the way may take at an altitude, one way, dB.
  /// - Returns: Where the lowest target of all is low enough, what its edge might have instead; where none is high enough, that
  ///   of an edge that takes nothing.
  package func nu(
    _ x: Double, ground h: Double, above bottom: Double, guess: Double, spare: (Double) -> Double
  ) -> Double {
    guard hasGround else { return .infinity }
    var (low, high) = (bottom, Double.infinity)
    // Whether an altitude is high enough. The lowest one that its spare and its excess leave to the edge lies on the other
    // side of the wanted one, since both of them grow and fall with the altitude.
    func isEnough(_ z: Double) -> (Bool, nu: Double) {
      let allowed = spare(z) - excess(x, h, z)
      guard allowed >= 0 else {
        low = max(low, z)
        return (false, KnifeEdge.clear)
      }
      let nu = KnifeEdge.nu(corrected: allowed, kilometres: x / 1000)
      let other = lowest(x, nu: nu).altitude
      if other <= z {
        (low, high) = (max(low, other), min(high, z))
      } else {
        (low, high) = (max(low, z), min(high, other))
      }
      return (other <= z, nu)
    }
    let first = isEnough(bottom)
    if first.0 { return first.nu }
    var step = 2.0
    var next = max(lowest(x, nu: guess).altitude, bottom + 0.1)
    while high - low > 0.05 {
      if next > low, next < high { _ = isEnough(next) }
      if high.isFinite {
        next = (low + high) / 2
      } else {
        // Nothing high enough is known yet.
        guard step < 1e5 else { return KnifeEdge.clear }
        next = max(next, low) + step
        step *= 2
      }
    }
    let found = nu(x, slope(x, high))
    return found > Self.clearest ? found : Self.clearest
  }
}
