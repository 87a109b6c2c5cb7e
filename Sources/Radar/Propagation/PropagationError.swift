public import Units

/// Why a loss on the way cannot be computed.
public typealias PropagationError = Fault<PropagationFault>
