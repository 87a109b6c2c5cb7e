public import Units

/// What the search for the least-observed routes leaves open.
public typealias LeakWarning = Warning<LeakWarningCode>
