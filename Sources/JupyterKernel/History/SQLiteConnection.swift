import CSQLite

/// An open database file. Used by one thread at a time.
final class SQLiteConnection {
  /// A value that goes into a statement.
  enum Value {
    case integer(Int)
    case text(String)
  }

  /// A row of a statement's result.
  struct Row {
    fileprivate let statement: OpaquePointer

    func integer(_ column: Int32) -> Int {
      Int(sqlite3_column_int64(statement, column))
    }

    func text(_ column: Int32) -> String? {
      guard let bytes = sqlite3_column_text(statement, column) else { return nil }
      let count = Int(sqlite3_column_bytes(statement, column))
      return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
  }

  private let database: OpaquePointer

  /// Opens a file, or a database in memory for the path `:memory:`.
  init(path: String) throws(SQLiteError) {
    var database: OpaquePointer?
    let code = sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let database else {
      let message = String(cString: sqlite3_errstr(code))
      sqlite3_close_v2(database)
      throw SQLiteError(code: code, message: message)
    }
    self.database = database
    sqlite3_busy_timeout(database, 2_000)
  }

  deinit {
    sqlite3_close_v2(database)
  }

  var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(database)) }

  /// Runs one statement and hands each row of its result to a closure.
  func run(_ sql: String, _ values: [Value] = [], row: (Row) -> Void = { _ in }) throws(SQLiteError) {
    var prepared: OpaquePointer?
    try check(sqlite3_prepare_v2(database, sql, -1, &prepared, nil))
    guard let statement = prepared else { return }
    defer { sqlite3_finalize(statement) }
    for (position, value) in zip(Int32(1)..., values) {
      switch value {
      case .integer(let number): try check(sqlite3_bind_int64(statement, position, Int64(number)))
      case .text(let text): try check(bind(text, to: statement, at: position))
      }
    }
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw failure(code) }
      row(Row(statement: statement))
    }
  }

  private func bind(_ text: String, to statement: OpaquePointer, at position: Int32) -> Int32 {
    // SQLITE_TRANSIENT, which asks SQLite to copy the text, is a C macro that Swift cannot read.
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text64(
          statement, position, characters.baseAddress ?? UnsafePointer(bitPattern: 1), UInt64(characters.count), copies,
          UInt8(SQLITE_UTF8))
      }
    }
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func failure(_ code: Int32) -> SQLiteError {
    SQLiteError(code: code, message: String(cString: sqlite3_errmsg(database)))
  }
}
