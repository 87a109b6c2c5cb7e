public import Units

/// What to bear in mind about coverage over terrain.
public typealias CoverageWarning = Warning<CoverageWarningCode>
