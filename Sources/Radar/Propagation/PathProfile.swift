public import Units

/// The ground beneath a path, from one antenna to the other.
public struct PathProfile: Sendable, Hashable {
  /// Distances along the ground from the first antenna, km: increasing, the first zero.
  public let kilometres: [Double]
  /// Heights of the bare ground above mean sea level, m, one for each distance.
  public let groundMetres: [Double]
  /// Heights with what stands on the ground, m: those of the ground at both ends, where antennas stand.
  public let surfaceMetres: [Double]

  /// The ground beneath a path.
  /// - Parameters:
  ///   - kilometres: Distances along the ground, km; increasing from zero, two at least.
  ///   - groundMetres: Heights above mean sea level, m.
  ///   - coverMetres: What stands on the ground (trees, houses), m above it; nil for none. Not counted at both ends.
  /// - Throws: ``PropagationError`` with code `badProfile`.
  public init(kilometres: [Double], groundMetres: [Double], coverMetres: [Double]? = nil) throws(PropagationError) {
    func refuse(_ what: String) -> PropagationError {
      PropagationError(.badProfile, "a path profile with \(what)")
    }
    let count = kilometres.count
    guard count >= 2 else { throw refuse("\(count) points: give two at least") }
    guard groundMetres.count == count, coverMetres.map({ $0.count == count }) ?? true else {
      throw refuse("\(count) distances and another number of heights: give one height for each")
    }
    guard kilometres[0] == 0 else { throw refuse("a first distance of \(kilometres[0]) km: begin with 0") }
    for index in 1..<count where !(kilometres[index] > kilometres[index - 1] && kilometres[index].isFinite) {
      throw refuse("the distance \(kilometres[index]) km at point \(index + 1): distances must increase")
    }
    for heights in [groundMetres, coverMetres ?? []] {
      if let index = heights.firstIndex(where: { !$0.isFinite }) {
        throw refuse("no height at point \(index + 1): fill unknown ground first")
      }
    }
    self.kilometres = kilometres
    self.groundMetres = groundMetres
    var surface = groundMetres
    if let coverMetres { for index in 1..<(count - 1) { surface[index] += coverMetres[index] } }
    surfaceMetres = surface
  }

  /// The whole path's length, km.
  public var length: Double { kilometres[kilometres.count - 1] }

  private init(_ kilometres: [Double], _ ground: [Double], _ surface: [Double]) {
    self.kilometres = kilometres
    groundMetres = ground
    surfaceMetres = surface
  }

  /// The part of the path up to one of its points, where an antenna stands.
  /// - Parameter index: The last point, 1 and more.
  public func prefix(through index: Int) -> PathProfile {
    var surface = Array(surfaceMetres[...index])
    surface[index] = groundMetres[index]
    return PathProfile(Array(kilometres[...index]), Array(groundMetres[...index]), surface)
  }
}
