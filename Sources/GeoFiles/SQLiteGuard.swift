internal import CGDAL
internal import CSQLite
internal import Foundation

/// Bounds what a database may do while it is read.
///
/// A layer of a GeoPackage may be a view, which is a program: one that never comes to a row cannot be stopped between rows.
/// SQLite asks a function of ours every so many of its steps whether to go on.
enum SQLiteGuard {
  /// Steps of SQLite’s machine for one database; two to four seconds. A row takes two for each column, and a few.
  static let stepLimit = 150_000_000
  private static let stepsBetween = 2000
  /// Processor time that goes by in steps that take long by themselves, such as functions of large values, seconds.
  private static let slowLimit = 30.0

  /// What a thread's database has taken.
  private struct State {
    var calls = 0
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
        isInterrupted || calls > stepLimit / stepsBetween || slowSeconds > slowLimit
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
      guard SQLiteGuard.state != nil else { return SQLITE_OK }
      sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 64 << 20)
      sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000)
      sqlite3_progress_handler(
        connection, Int32(SQLiteGuard.stepsBetween),
        { _ in SQLiteGuard.state?.pointee.mayGoOn() == false ? 1 : 0 }, nil)
      return SQLITE_OK
    }
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
    defer {
      pthread_setspecific(key, outer)
      state.deallocate()
    }
    return try body()
  }

  /// Whether a database of this reading was stopped.
  static var isInterrupted: Bool { state?.pointee.isInterrupted ?? false }
}
