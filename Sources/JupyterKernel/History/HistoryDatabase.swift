import JupyterProtocol

/// The tables of the history, which several kernels may use at once.
final class HistoryDatabase {
  private let connection: SQLiteConnection

  init(path: String) throws(SQLiteError) {
    connection = try SQLiteConnection(path: path)
    // Write-ahead logging lets other kernels read while this one writes, and costs no disk flush for each cell.
    try connection.run("PRAGMA journal_mode = WAL")
    try connection.run("PRAGMA synchronous = NORMAL")
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS sessions (
        session INTEGER PRIMARY KEY AUTOINCREMENT,
        began TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)
      """)
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS cells (
        session INTEGER NOT NULL REFERENCES sessions,
        line INTEGER NOT NULL,
        input TEXT NOT NULL,
        output TEXT,
        PRIMARY KEY (session, line)) WITHOUT ROWID
      """)
  }

  /// Begins a session and returns its number.
  func beginSession() throws(SQLiteError) -> Int {
    try connection.run("INSERT INTO sessions DEFAULT VALUES")
    return connection.lastInsertedRow
  }

  func record(input: String, session: Int, line: Int) throws(SQLiteError) {
    try connection.run(
      "INSERT OR REPLACE INTO cells (session, line, input) VALUES (?, ?, ?)",
      [.integer(session), .integer(line), .text(input)])
  }

  func record(output: String, session: Int, line: Int) throws(SQLiteError) {
    try connection.run(
      "UPDATE cells SET output = ? WHERE session = ? AND line = ?", [.text(output), .integer(session), .integer(line)])
  }

  /// The last entries of all sessions, oldest first.
  func tail(_ count: Int) throws(SQLiteError) -> [HistoryEntry] {
    try entries("ORDER BY session DESC, line DESC LIMIT ?", [.integer(max(0, count))]).reversed()
  }

  /// The entries of one session from `start` up to and without `stop`.
  func range(session: Int, start: Int, stop: Int?) throws(SQLiteError) -> [HistoryEntry] {
    try entries(
      "WHERE session = ? AND line >= ? AND line < ? ORDER BY line",
      [.integer(session), .integer(start), .integer(stop ?? Int(Int64.max))])
  }

  /// The last entries whose input matches a glob pattern, oldest first.
  func search(_ pattern: String, count: Int?, unique: Bool) throws(SQLiteError) -> [HistoryEntry] {
    let limit = SQLiteConnection.Value.integer(count.map { max(0, $0) } ?? -1)
    guard unique else {
      return try entries(
        "WHERE input GLOB ? ORDER BY session DESC, line DESC LIMIT ?", [.text(pattern), limit]
      ).reversed()
    }
    // A row of its own for each input, the latest one: no later cell with the same input exists.
    return try entries(
      """
      AS cell WHERE input GLOB ? AND NOT EXISTS (
        SELECT 1 FROM cells AS later WHERE later.input = cell.input
          AND (later.session, later.line) > (cell.session, cell.line))
      ORDER BY session DESC, line DESC LIMIT ?
      """, [.text(pattern), limit]
    ).reversed()
  }

  /// The number of lines that a session has.
  func lastLine(ofSession session: Int) throws(SQLiteError) -> Int {
    var last = 0
    try connection.run("SELECT max(line) FROM cells WHERE session = ?", [.integer(session)]) { last = $0.integer(0) }
    return last
  }

  /// The session a number of steps before another one.
  func session(_ steps: Int, before session: Int?) throws(SQLiteError) -> Int? {
    var found: Int?
    try connection.run(
      "SELECT session FROM sessions WHERE session < ? ORDER BY session DESC LIMIT 1 OFFSET ?",
      [.integer(session ?? Int(Int64.max)), .integer(steps - 1)]
    ) { found = $0.integer(0) }
    return found
  }

  private func entries(_ condition: String, _ values: [SQLiteConnection.Value]) throws(SQLiteError) -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    try connection.run("SELECT session, line, input, output FROM cells \(condition)", values) { row in
      entries.append(
        HistoryEntry(session: row.integer(0), line: row.integer(1), input: row.text(2) ?? "", output: row.text(3)))
    }
    return entries
  }
}
