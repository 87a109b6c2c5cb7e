public import Units

/// The kinds of warning about transformed points.
public enum GeodesyWarningCode: String, WarningCode {
  /// A place lies outside the area of use of its reference system.
  case outsideAreaOfUse
  /// The operation is a ballpark one: the change of datum is left out.
  case datumLeftOut
  /// A better operation needs a grid that is not on this machine.
  case gridMissing
  /// Two numbers whose order had to be guessed.
  case axisOrder
}
