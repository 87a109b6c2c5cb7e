public import Units

/// Why least-observed routes cannot be computed.
public typealias LeakError = Fault<LeakFault>
