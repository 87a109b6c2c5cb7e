public import Units

/// Why a radar cannot be compared with what was measured.
public typealias FitError = Fault<FitFault>
