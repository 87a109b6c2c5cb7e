public import Units

/// Why a fetch came to its end too early: which tile, what, and what to do.
public typealias FetchError = Fault<FetchFault>
