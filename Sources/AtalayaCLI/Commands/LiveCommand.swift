import ArgumentParser
import Atalaya
import Foundation

/// `atalaya live`
struct LiveCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "live",
    abstract: "Edit variants of a scenario in the browser, and see at once what they change.",
    discussion: """
      Serves one page for this machine alone and prints its address, which holds a token: who has the address may edit. \
      What is edited is a variant; no file of the scenario changes until the page saves one, as a scenario folder, as a \
      purchase in scenario.yaml or as a report.

      Every edit is kept on the disk at once. The next run with the same scenario begins with the variants of the last one, \
      however that ended; --fresh begins without them. Ctrl-C ends the session.

      --listen serves other machines as well. It needs --password-file, whose first line is the password that browsers ask \
      for. The connection is not encrypted: use it in a network that you trust, or better an SSH tunnel to the loopback.

      Programs can ask what the page asks: see api/v1/openapi.json below the address.

      Exit code: 0 ended by Ctrl-C; 1 the scenario cannot be used, or the address not listened on; 64 wrong usage.

      Examples:
        atalaya live GeoData/vraem --open
        atalaya live GeoData/vraem --port 8080 --fresh
        atalaya live GeoData/vraem --listen 192.168.1.20 --port 8080 --password-file password.txt
      """)

  @OptionGroup var options: ScenarioOptions

  @Option(help: "The port, 1 to 65535 (default: one that is free).")
  var port: OptionValue<Int>?

  @Flag(help: "Open the page in the browser.")
  var open = false

  @Flag(help: "Begin without the variants of the last session, which are put aside.")
  var fresh = false

  @Option(help: "Serve other machines too, on this IP address of this machine; needs --password-file.")
  var listen: String?

  @Option(
    name: .customLong("password-file"),
    help: "A file whose first line is the password, 12 characters or more; only you may be able to read it.",
    completion: .file())
  var passwordFile: String?

  func check(_ usage: inout Usage) {
    options.check(&usage)
    usage.check("--port", port, in: 1...65_535)
    if let listen, !LiveAddress(host: listen, port: 0).isNumeric {
      usage.report("--listen: “\(listen)” is not an IP address; write one of this machine, as in --listen 192.168.1.20")
    }
    usage.require("--password-file", passwordFile != nil, for: ["--listen": listen != nil])
  }

  func run() async throws {
    let server: LiveServer
    do { server = try await LiveServer(scenario: try options.folder(), try served()) } catch {
      throw Console.failure(error)
    }
    if !options.quiet { tell(of: server) }
    Console.print(server.url)
    if open { show(server) }
    Interruption.once { server.stop() }
    do { try await server.run() } catch { throw Console.failure(error) }
  }

  private func served() throws -> LiveServer.Options {
    var served = LiveServer.Options()
    served.address = LiveAddress(host: listen ?? "127.0.0.1", port: UInt16(try port?.get() ?? 0))
    served.password = try passwordFile.map { try LivePassword.read($0) }
    (served.keepsFloors, served.units) = (!options.noCache, try options.units?.get())
    (served.isFresh, served.purchase) = (fresh, options.purchase)
    return served
  }

  private func tell(of server: LiveServer) {
    for note in server.notes { Console.note("note: \(note)") }
    if server.restored > 0 {
      let count = server.restored
      Console.note(
        "note: \(count) variant\(count == 1 ? "" : "s") of the last session came back; --fresh begins without")
    }
    if let listen {
      Console.note(
        """
        note: whoever reaches \(listen), and has the address below and the password, can read and edit this scenario and \
        save next to it; the connection is not encrypted
        """)
    }
    Console.note("note: Ctrl-C ends the session; its variants are kept")
  }

  /// Opens the page by way of a file that only this user can read: the arguments of a program are for all to see.
  private func show(_ server: LiveServer) {
    do {
      #if os(macOS)
        let opener = "/usr/bin/open"
      #else
        let opener = "/usr/bin/xdg-open"
      #endif
      let process = Process()
      process.executableURL = URL(fileURLWithPath: opener)
      process.arguments = [try server.openingFile()]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
    } catch { Console.note("note: the browser cannot be opened: open the address yourself") }
  }
}
