public import Units

/// Why the reach of assets cannot be computed: everything at once.
public typealias ReachError = FaultList<ReachFault>
