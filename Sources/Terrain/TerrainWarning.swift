public import Units

/// What to look at before a terrain is trusted.
public typealias TerrainWarning = Warning<TerrainWarningCode>
