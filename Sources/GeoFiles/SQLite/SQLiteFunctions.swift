internal import CSQLite
internal import Foundation

/// SQLite's own functions whose work grows faster than their values, kept from values that would take minutes.
///
/// One call of a function is one step, in which nothing stops SQLite: `instr` of two texts of 30 MB takes days. What such a
/// function is given is looked at; then another connection, which knows no file, works it out.
enum SQLiteFunctions {
  /// The functions and how many values they take; -1 for any number.
  private static let bounded: [(name: String, counts: [Int32])] = [
    ("instr", [2]), ("replace", [3]), ("trim", [2]), ("ltrim", [2]), ("rtrim", [2]), ("like", [2, 3]), ("glob", [2]),
    ("json_patch", [2]), ("printf", [-1]), ("format", [-1]),
  ]
  /// Comparisons of bytes in one call; about a second.
  private static let work = 1_000_000_000

  /// Puts the functions on a connection; their work is done under the lock of ``SQLiteGuard``.
  static func bound(_ connection: OpaquePointer?) {
    for (index, function) in bounded.enumerated() {
      for count in function.counts {
        _ = sqlite3_create_function_v2(
          connection, function.name, count, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
          UnsafeMutableRawPointer(bitPattern: index + 1),
          { context, count, values in SQLiteFunctions.call(context, count, values) }, nil, nil, nil)
      }
    }
  }

  private static func call(
    _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) {
    let name = bounded[Int(bitPattern: sqlite3_user_data(context)) - 1].name
    guard isBounded(name, count, values), let worker = worker(name, count) else {
      sqlite3_result_error(context, "\(name)() is not worked out for values as large as these", -1)
      return
    }
    defer {
      sqlite3_reset(worker)
      sqlite3_clear_bindings(worker)
    }
    for index in 0..<count { _ = sqlite3_bind_value(worker, index + 1, values?[Int(index)]) }
    if sqlite3_step(worker) == SQLITE_ROW {
      sqlite3_result_value(context, sqlite3_column_value(worker, 0))
    } else {
      sqlite3_result_error(context, sqlite3_errmsg(connection), -1)
    }
  }

  /// Whether a call ends soon.
  private static func isBounded(
    _ name: String, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) -> Bool {
    guard let values, count > 0 else { return true }
    if name == "printf" || name == "format" {
      return sqlite3_value_text(values[0]).map { isPlain(String(cString: $0)) } ?? true
    }
    guard count > 1 else { return true }
    let sizes = (0..<2).map { Int(sqlite3_value_bytes(values[$0])) }
    return sizes[0] * sizes[1] <= work
  }

  /// Whether a pattern of `printf` asks for no width or repetition of more than four digits, or of another value.
  private static func isPlain(_ pattern: String) -> Bool {
    var digits: Int?
    for byte in pattern.utf8 {
      switch byte {
      case UInt8(ascii: "%"): digits = digits == nil ? 0 : nil
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): digits = nil
      case UInt8(ascii: "*") where digits != nil: return false
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard let count = digits else { continue }
        if count == 4 { return false }
        digits = count + 1
      default: break
      }
    }
    return true
  }

  /// A connection without a file; not one that is guarded.
  private nonisolated(unsafe) static let connection: OpaquePointer? = SQLiteGuard.unguarded {
    var connection: OpaquePointer?
    guard sqlite3_open_v2(":memory:", &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK else {
      sqlite3_close(connection)
      return nil
    }
    return connection
  }

  private struct Call: Hashable {
    var name: String
    var count: Int32
  }

  /// Used only under the lock of ``SQLiteGuard``.
  private nonisolated(unsafe) static var workers: [Call: OpaquePointer] = [:]

  /// The statement that calls a function with some number of values.
  private static func worker(_ name: String, _ count: Int32) -> OpaquePointer? {
    let call = Call(name: name, count: count)
    if let known = workers[call] { return known }
    var statement: OpaquePointer?
    let places = Array(repeating: "?", count: Int(count)).joined(separator: ",")
    guard sqlite3_prepare_v2(connection, "SELECT \(name)(\(places))", -1, &statement, nil) == SQLITE_OK else {
      return nil
    }
    workers[call] = statement
    return statement
  }
}
