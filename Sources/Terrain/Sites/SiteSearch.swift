public import Geodesy
public import Units

/// What sites are looked for.
public struct SiteSearch: Sendable {
  /// Sites must lie within a distance of some features.
  public struct Nearness: Sendable {
    /// The features.
    public var features: MapFeatures
    /// The distance.
    public var distance: Length

    /// Within a distance of some features.
    public init(_ features: MapFeatures, within distance: Length) {
      self.features = features
      self.distance = distance
    }
  }

  /// A rectangle of longitudes and latitudes; it may cross the antimeridian.
  public struct Bounds: Sendable, Hashable {
    /// The corner in the south-west.
    public var southWest: Position
    /// The corner in the north-east.
    public var northEast: Position

    /// A rectangle.
    public init(southWest: Position, northEast: Position) {
      self.southWest = southWest
      self.northEast = northEast
    }

    var width: Double {
      let width = (northEast.longitudeDegrees - southWest.longitudeDegrees).truncatingRemainder(dividingBy: 360)
      return width <= 0 ? width + 360 : width
    }

    func contains(_ place: Position) -> Bool {
      let east = (place.longitudeDegrees - southWest.longitudeDegrees).truncatingRemainder(dividingBy: 360)
      return (southWest.latitudeDegrees...northEast.latitudeDegrees).contains(place.latitudeDegrees)
        && (east < 0 ? east + 360 : east) <= width
    }
  }

  /// The least distance between two sites.
  public var spacing: Length
  /// How many sites at most, the first in rank; nil for all.
  public var count: Int?
  /// The least prominence of a site, or fall on both sides of a ridge.
  public var minimumProminence: Length
  /// The highest elevation of a site above mean sea level; nil for any.
  public var maximumElevation: Length?
  /// The steepest ground of a site; nil for any.
  public var maximumSlope: Angle?
  /// Sites lie in this rectangle; nil for the whole terrain.
  public var bounds: Bounds?
  /// Sites lie near each of these.
  public var near: [Nearness]
  /// Sites lie inside a polygon of each of these.
  public var inside: [MapFeatures]
  /// Sites lie in no polygon of any of these.
  public var outside: [MapFeatures]
  /// Places from which sites keep the spacing as well: where radars stand or could stand already.
  public var apart: [Position]

  /// Sites at least 5 km apart with a prominence of 30 m, unless stated.
  public init(
    spacing: Length = .kilometres(5), count: Int? = nil, minimumProminence: Length = .metres(30),
    maximumElevation: Length? = nil, maximumSlope: Angle? = nil, bounds: Bounds? = nil, near: [Nearness] = [],
    inside: [MapFeatures] = [], outside: [MapFeatures] = [], apart: [Position] = []
  ) {
    self.spacing = spacing
    self.count = count
    self.minimumProminence = minimumProminence
    self.maximumElevation = maximumElevation
    self.maximumSlope = maximumSlope
    self.bounds = bounds
    self.near = near
    self.inside = inside
    self.outside = outside
    self.apart = apart
  }
}
