public import Units

/// What to bear in mind about a comparison of a radar's model with observations.
public typealias FitWarning = Warning<FitWarningCode>
