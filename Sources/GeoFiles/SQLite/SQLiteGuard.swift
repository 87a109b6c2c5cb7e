internal import CGDAL
internal import CSQLite
internal import Foundation
internal import Geodesy
internal import Units

/// Bounds what a database may do while it is read.
///
/// A layer of a GeoPackage may be a view, which is a program: one that never comes to a row cannot be stopped between rows.
/// SQLite asks a function of ours every so many of its steps whether to go on.
package enum SQLiteGuard {
  /// Steps of SQLite’s machine for one database; two to four seconds. A row takes two for each column, and a few. A test may
  /// set less for its own readings.
  @TaskLocal package static var stepLimit = 150_000_000
  private static let stepsBetween = 2000
  /// What SQLite may take of memory while a database is read.
  @TaskLocal package static var heapBytes: Int64 = 1 << 30
  /// Processor time that goes by in steps that take long by themselves, such as functions of large values, seconds.
  private static let slowLimit = 30.0

  /// Tables that are programs and that a GeoPackage needs: its spatial index, and SQLite's own of JSON. All others are not known
  /// to the databases that are read, above all those of SpatiaLite and GDAL that open files by their paths.
  private static let modules = ["rtree", "rtree_i32", "json_each", "json_tree"]
  private static let refusedFunctions: Set<String> = ["load_extension", "fts3_tokenizer"]
  private static let options: [(Int32, Int32)] = [
    (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
    (SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
  ]
  /// A value is a row's geometry at most.
  private static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_LENGTH, 64 << 20), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
    (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_TRIGGER_DEPTH, 10), (SQLITE_LIMIT_WORKER_THREADS, 0),
  ]

  /// What a thread's database has taken.
  private struct State {
    var calls = 0
    let mostCalls = stepLimit / stepsBetween
    let start = ReadingBudget.processorSeconds
    var lastSeconds = 0.0
    var slowSeconds = 0.0
    var isInterrupted = false

    mutating func mayGoOn() -> Bool {
      calls += 1
      let now = ReadingBudget.processorSeconds
      if lastSeconds > 0, now - lastSeconds > 1 { slowSeconds += now - lastSeconds }
      lastSeconds = now
      isInterrupted =
        isInterrupted || calls > mostCalls || slowSeconds > slowLimit
        || now - start > ReadingLimits.layerSeconds
      return !isInterrupted
    }
  }

  /// Where a thread that reads finds its state.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  private static var state: UnsafeMutablePointer<State>? {
    pthread_getspecific(key)?.assumingMemoryBound(to: State.self)
  }

  /// One reading at a time: GDAL takes all such functions away whenever it closes a database.
  private static let lock = NSRecursiveLock()

  /// Puts the guard on every connection that a thread opens in ``reading(_:)``, until GDAL closes a database.
  private static func install() {
    _ = atalaya_on_every_connection { connection, _, _ in
      guard SQLiteGuard.state != nil, !SQLiteGuard.isOfPROJ(connection) else { return SQLITE_OK }
      SQLiteGuard.bound(connection)
      sqlite3_progress_handler(
        connection, Int32(SQLiteGuard.stepsBetween),
        { _ in SQLiteGuard.state?.pointee.mayGoOn() == false ? 1 : 0 }, nil)
      return SQLITE_OK
    }
  }

  /// Bounds single values and statements, which no handler stops, and what a schema may reach.
  private static func bound(_ connection: OpaquePointer?) {
    for (limit, value) in limits { sqlite3_limit(connection, limit, value) }
    SQLiteFunctions.bound(connection)
    // A view that sorts would fill the disk.
    sqlite3_exec(connection, "PRAGMA temp_store = MEMORY", nil, nil, nil)
    guard !FileTrust.isEverythingTrusted else { return }
    for (option, value) in options { _ = atalaya_set_option(connection, option, value) }
    withCStrings(modules) { kept in
      let list = UnsafeMutableRawPointer(mutating: kept).assumingMemoryBound(to: UnsafePointer<CChar>?.self)
      _ = sqlite3_drop_modules(connection, list)
    }
    sqlite3_set_authorizer(
      connection,
      { _, action, _, name, _, _ in
        switch action {
        case SQLITE_ATTACH, SQLITE_DETACH, SQLITE_CREATE_VTABLE, SQLITE_DROP_VTABLE: return SQLITE_DENY
        case SQLITE_FUNCTION:
          return name.map { SQLiteGuard.refusedFunctions.contains(String(cString: $0).lowercased()) } ?? true
            ? SQLITE_DENY : SQLITE_OK
        default: return SQLITE_OK
        }
      }, nil)
  }

  /// Whether a connection is PROJ's to its own database, which outlives the reading.
  private static func isOfPROJ(_ connection: OpaquePointer?) -> Bool {
    sqlite3_db_filename(connection, "main").map { ProjFiles.holds(String(cString: $0)) } ?? false
  }

  /// Opens a database of ours without the guard.
  static func unguarded<Result>(_ body: () -> Result) -> Result {
    let state = pthread_getspecific(key)
    pthread_setspecific(key, nil)
    defer { pthread_setspecific(key, state) }
    return body()
  }

  /// Why a database was refused, where that is one of the bounds; else the error as it is.
  static func explained(_ error: GeoFileError, _ failures: [String]) -> GeoFileError {
    func rest(after mark: String) -> String? {
      failures.compactMap { text in text.firstRange(of: mark).map { String(text[$0.upperBound...]) } }.first
    }
    func refusal(_ problem: String) -> GeoFileError {
      GeoFileError(
        .notVector, path: error.path, layer: error.place.layer, problem: problem,
        remedy: "store the layer’s rows as a table, or trust the file: --trust")
    }
    if let module = rest(after: "no such module: ") {
      return refusal("has a virtual table of the kind \(module), which is not opened because it may read other files")
    }
    if let use = rest(after: "unsafe use of ") {
      return refusal("has a view or column that uses \(use), which files of others may not")
    }
    return error
  }

  /// Reads with the guard on what this thread opens.
  static func reading<Result: ~Copyable>(
    _ body: () throws(GeoFileError) -> Result
  ) throws(GeoFileError) -> Result {
    lock.lock()
    defer { lock.unlock() }
    install()
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    let outer = pthread_getspecific(key)
    pthread_setspecific(key, state)
    // Temporary tables, of a view that sorts, stay in memory.
    let heap = sqlite3_hard_heap_limit64(-1)
    if heap == 0 { sqlite3_hard_heap_limit64(heapBytes) }
    defer {
      if heap == 0 { sqlite3_hard_heap_limit64(0) }
      pthread_setspecific(key, outer)
      state.deallocate()
    }
    return try body()
  }

  /// Whether a database of this reading was stopped.
  static var isInterrupted: Bool { state?.pointee.isInterrupted ?? false }
}
