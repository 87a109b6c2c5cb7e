import Foundation
import TestSupport

/// A web server on loopback, in Python, that lives as long as a test.
final class LoopbackServer {
  struct Missing: Error {}

  private let process = Process()
  let url: String

  /// Starts a server.
  /// - Parameters:
  ///   - handler: Python that defines `Handler`; `root` is the folder's path, `options` the list of options.
  ///   - scratch: The folder in which it works. It must outlive the server.
  ///   - options: What the handler is told.
  init(_ handler: String, in scratch: Scratch, _ options: [String]) throws {
    try scratch.file("server.py", Self.head + handler + "\n" + Self.start)
    process.executableURL = URL(fileURLWithPath: try Program("python3").map(\.path) ?? { throw Missing() }())
    process.arguments = [scratch.path("server.py"), scratch.path] + options
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The port appears when it listens; a server that ends before that says so.
    var port = ""
    while port.isEmpty, process.isRunning {
      usleep(20_000)
      port = (try? String(contentsOfFile: scratch.path("port"), encoding: .utf8)) ?? ""
    }
    guard !port.isEmpty else { throw Missing() }
    url = "http://127.0.0.1:\(port)"
  }

  deinit { if process.isRunning { process.terminate() } }

  private static let head = """
    import http.server, os, sys, threading
    root, options = sys.argv[1], sys.argv[2:]

    """

  private static let start = """
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    # It ends by itself, whatever becomes of the test.
    threading.Timer(120, lambda: os._exit(0)).start()
    open(root + "/port.new", "w").write(str(server.server_port))
    os.rename(root + "/port.new", root + "/port")
    server.serve_forever()
    """
}
