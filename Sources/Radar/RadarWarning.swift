public import Units

/// What limits an answer about a radar or a path.
public typealias RadarWarning = Warning<RadarWarningCode>
