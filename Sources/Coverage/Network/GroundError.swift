internal import GeoFiles
internal import Units

/// How floors change when the ground stands higher for an antenna than the terrain says, or lower.
///
/// Ground that is raised under the rays of an antenna that is not is the ground as it is under an antenna that stands as much
/// lower, whose floors are then raised by as much: in the target's own place too. An antenna is never lowered into the
/// ground on which it stands, so that an error counts no more than the antenna's height.
struct GroundError: Sendable, Hashable {
  /// How much lower the antenna stands over the terrain as it is, and how much its floors are raised, metres.
  private let metres: Double

  static let none = GroundError(metres: 0)

  private init(metres: Double) { self.metres = metres }

  /// - Parameters:
  ///   - raised: How much higher the ground stands; negative for lower.
  ///   - antenna: The antenna's altitude.
  ///   - ground: The ground under it; nil where it is unknown.
  init(_ raised: Length, under antenna: Length, over ground: Length?) {
    let most = ground.map { max((antenna - $0).metres, 0) } ?? 0
    metres = min(raised.metres, most)
  }

  /// The altitude from which an antenna sees the terrain as it is.
  func seen(from antenna: Length) -> Length { metres == 0 ? antenna : antenna - .metres(metres) }

  /// The floors over the ground with its error, of those that ``seen(from:)`` has over the terrain.
  func floors(_ cells: [Float], over terrain: Grid<Float>) -> [Float] {
    if metres == 0 { return cells }
    let lift = Float(metres)
    // A floor is never below the ground; unknown ones stay so.
    return zip(cells, terrain.cells).map { floor, ground in floor.isNaN ? .nan : max(floor + lift, ground) }
  }

  /// What floors with the error are made of.
  func key(_ key: String) -> String { metres == 0 ? key : key + "\nraised \(metres)" }
}
