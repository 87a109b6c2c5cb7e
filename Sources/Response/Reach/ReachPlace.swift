package import Geodesy
package import Units

/// A place that assets are to reach, as ``ResponseTime`` asks for it.
package struct ReachPlace: Sendable {
  /// Where it is.
  package var position: Position
  /// Elevation of the ground above mean sea level; nil when unknown.
  package var elevation: Length?

  /// A place.
  package init(position: Position, elevation: Length?) {
    self.position = position
    self.elevation = elevation
  }

  /// The place as a destination of unknown length: a helicopter lands there, an aeroplane circles overhead.
  var strip: Strip {
    Strip(id: "", name: "", position: position, elevation: elevation, length: nil, isApproximate: false)
  }
}
