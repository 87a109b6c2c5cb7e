internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Scenario
public import Units

/// `atalaya live`: a scenario that is planned by hand, on a page that this machine serves.
public final class LiveServer: Sendable {
  /// How a session is served.
  public struct Options: Sendable {
    /// Where to listen; the loopback on a port that is free unless stated.
    public var address = LiveAddress(port: 0)
    /// What readers must know; nil: nothing besides the address. Without it only the loopback is served.
    public var password: String?
    /// Whether floors and terrain are kept on the disk.
    public var keepsFloors = true
    /// Units of texts for people; nil for what the scenario states.
    public var units: UnitSystem?
    /// The purchase that counts as made, of the scenario and of new variants; nil for existing radars only.
    public var purchase: String?
    /// Whether variants of an earlier session are put aside.
    public var isFresh = false
    /// The folder of what is kept of sessions; nil for `atalaya/live` in `$XDG_CACHE_HOME` or, without it, in `~/.cache`.
    public var folder: String?

    /// The usual ones.
    public init() {}
  }

  /// The address of the page, with its token.
  public let url: String
  /// How many variants came back from an earlier session.
  public let restored: Int
  /// What could not be brought back, for people.
  public let notes: [String]
  let session: LiveSession
  let server: HTTPServer

  /// Opens a scenario and listens.
  /// - Throws: `ScenarioError` when the scenario cannot be used; ``LiveError`` when the address is taken, is not of this
  ///   machine or lacks a password, or when another session has the scenario open.
  public convenience init(scenario path: String, _ options: Options = Options()) async throws {
    try await self.init(
      scenario: path, options, planner: KeeperPlanner(cache: options.keepsFloors ? FloorCache() : nil),
      limits: HTTPLimits())
  }

  init(scenario path: String, _ options: Options, planner: any LivePlanner, limits: HTTPLimits) async throws {
    try Self.check(options)
    let cache = FloorCache()
    let session = try LiveSession(
      path, planner: planner,
      options: LiveSession.Options(
        cache: options.keepsFloors ? cache : nil, units: options.units,
        journals: options.folder ?? FilePath.join(FilePath.folder(of: cache.folder), "live"), isFresh: options.isFresh,
        purchase: options.purchase))
    self.session = session
    (restored, notes) = (await session.restored, await session.notes)
    let password = options.password.map(LiveSecret.init)
    let token = LiveSecret.random()
    server = try HTTPServer(options.address, limits: limits) { address in
      LiveAPI(session, LiveGuard(address, token: token, password: password))
    }
    url = LiveGuard(server.address, token: token).url
  }

  private static func check(_ options: Options) throws(LiveError) {
    guard !options.address.isLoopback else { return }
    guard options.address.isOfOneMachine else {
      throw LiveError(
        .address, "“\(options.address.host)” is not an address of one machine",
        remedy: "name the address by which others reach this machine, as in --listen 192.168.1.20")
    }
    guard let password = options.password, password.count >= 12 else {
      throw LiveError(
        .password, "others than this machine can reach \(options.address.host)",
        remedy: "give a password of 12 characters or more with --password-file")
    }
  }

  /// Serves until ``stop()``, or until its task is cancelled.
  /// - Throws: ``LiveError`` when the server ends by itself.
  public func run() async throws {
    await session.start()
    let beat = Task { [session] in
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(15))
        await session.hub.beat()
      }
    }
    defer { beat.cancel() }
    do {
      try await server.run()
      await session.end()
    } catch {
      await session.end()
      throw error
    }
  }

  /// A file that leads a browser to the page, and that only this user can read.
  /// - Returns: Its path; the next session replaces it.
  /// - Throws: ``LiveError`` when it cannot be written.
  public func openingFile() throws -> String {
    let path = FilePath.join(FilePath.folder(of: session.journal.path), "open.html")
    try? FileManager.default.removeItem(atPath: path)
    let page = "<!DOCTYPE html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url=\(url)\">\n"
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(page.utf8), attributes: [.posixPermissions: 0o600])
    guard isMade else { throw LiveError(.unwritable, "\(path) cannot be written") }
    return path
  }

  /// Ends the server and all connections. What was edited is kept.
  public func stop() { server.stop() }
}
