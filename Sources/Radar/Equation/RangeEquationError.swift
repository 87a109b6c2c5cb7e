public import Units

/// Why a radar range cannot be computed.
public typealias RangeEquationError = Fault<RangeEquationFault>
