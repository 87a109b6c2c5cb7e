public import Units

/// What is odd about a file and was read nevertheless.
public typealias GeoFileWarning = Warning<GeoFileWarningCode>
