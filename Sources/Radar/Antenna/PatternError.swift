public import Units

/// Why a table is not an antenna pattern.
public typealias PatternError = Fault<PatternFault>
