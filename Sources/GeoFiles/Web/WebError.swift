public import Units

/// Why bytes did not come from a web server: what libcurl or the server said.
public typealias WebError = Fault<WebFault>
