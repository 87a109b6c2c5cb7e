public import Units

/// Why a detection cannot be computed.
public typealias DetectionError = Fault<DetectionFault>
