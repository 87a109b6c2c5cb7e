public import Geodesy

/// A geometry in WGS 84 longitude and latitude.
public enum Geometry: Sendable, Hashable {
  /// One place.
  case point(Position)
  /// Lines, each of two places or more.
  case lines([[Position]])
  /// Polygons: for each an outer ring, anticlockwise, then its holes, clockwise; rings closed, last place = first.
  case polygons([[[Position]]])
}
