public import Units

/// What to bear in mind about a transformed point.
public typealias GeodesyWarning = Warning<GeodesyWarningCode>
