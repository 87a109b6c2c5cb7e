/// Where an antenna stands.
public enum AntennaPlace: Sendable, Hashable {
  /// At a place on the Earth.
  case position(latitudeDegrees: Double, longitudeDegrees: Double)
  /// At a column and a row of the terrain, whole numbers at posts.
  case post(column: Double, row: Double)
}
