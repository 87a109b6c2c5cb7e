internal import CPROJ

/// A PROJ context that frees itself; one per worker, never shared.
///
/// What PROJ says goes through its log function into ``messages`` rather than to standard error. The network is off:
/// grids come from this machine's folders of PROJ (``ProjFiles``) or not at all.
struct ProjContext: ~Copyable {
  let handle: OpaquePointer
  private let log: ProjLog

  init() {
    handle = proj_context_create()
    log = ProjLog()
    ProjFiles.bound(handle)
    proj_context_set_enable_network(handle, 0)
    proj_log_level(handle, PJ_LOG_ERROR)
    proj_log_func(handle, Unmanaged.passUnretained(log).toOpaque()) { data, _, text in
      guard let data, let text else { return }
      Unmanaged<ProjLog>.fromOpaque(data).takeUnretainedValue().add(String(cString: text))
    }
  }

  deinit { proj_context_destroy(handle) }

  /// Adds to what PROJ said.
  mutating func note(_ text: String) { log.add(text) }

  /// What PROJ said since the last call, as one line.
  mutating func takeMessages() -> String {
    let text = log.messages.joined(separator: "; ")
    log.messages = []
    return text
  }
}

/// Collects PROJ's messages; used only inside the calls of the context that owns it.
private final class ProjLog {
  var messages: [String] = []
  func add(_ text: String) {
    if messages.count < 8, !messages.contains(text) { messages.append(text) }
  }
}
