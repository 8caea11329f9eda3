import CSQLite
import Dispatch
import FoundationEssentials
import Glibc
import JupyterProtocol
import Synchronization

/// Remembers the cells that were run, over sessions and kernels.
///
/// A history is a convenience: where its file is damaged, cannot be written or the disk is full, the kernel goes on with
/// what it can still remember in memory.
final class HistoryStore: Sendable {
  private struct State {
    var database: HistoryDatabase?
    var isOpened = false
    /// The session of each subshell that has run a cell; each counts for itself.
    var sessions: [String?: Int] = [:]
  }

  private let path: String
  private let log: KernelLog
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "history")

  /// - Parameter path: The database file; it and its folder are made when the first cell is run.
  init(path: String, log: KernelLog) {
    self.path = path
    self.log = log
  }

  /// Remembers a cell that begins to run.
  func record(input: String, line: Int, subshell: String?) {
    queue.async {
      self.withDatabase { database, sessions in
        let session = try sessions[subshell] ?? database.beginSession()
        sessions[subshell] = session
        try database.record(input: input, session: session, line: line)
      }
    }
  }

  /// Remembers the value of a cell.
  func record(output: String, line: Int, subshell: String?) {
    queue.async {
      self.withDatabase { database, sessions in
        guard let session = sessions[subshell] else { return }
        try database.record(output: output, session: session, line: line)
      }
    }
  }

  /// The entries that a front end asks for. Numbers not above zero count from the asking subshell's own session back.
  func entries(_ access: HistoryAccess, subshell: String?) async -> [HistoryEntry] {
    await withCheckedContinuation { continuation in
      queue.async {
        let found = self.withDatabase { database, sessions in
          switch access {
          case .tail(let count): try database.tail(count)
          case .search(let pattern, let count, let unique):
            try database.search(pattern, count: count, unique: unique)
          case .range(let session, let start, let stop):
            try Self.range(session, start, stop, current: sessions[subshell], in: database)
          }
        }
        continuation.resume(returning: found ?? [])
      }
    }
  }

  /// Waits until everything is written.
  func close() {
    queue.sync {}
    state.withLock { $0.database = nil }
  }

  private static func range(
    _ session: Int, _ start: Int, _ stop: Int?, current: Int?, in database: HistoryDatabase
  ) throws -> [HistoryEntry] {
    let wanted: Int?
    switch session {
    case 1...: wanted = session
    case 0: wanted = current
    default: wanted = try database.session(Int(clamping: session.magnitude), before: current)
    }
    guard let wanted else { return [] }
    let next = try database.lastLine(ofSession: wanted) + 1
    let counted = { (line: Int) in line < 0 ? line + next : line }
    return try database.range(session: wanted, start: counted(start), stop: stop.map(counted))
  }

  @discardableResult
  private func withDatabase<Result: Sendable>(
    _ body: (HistoryDatabase, inout [String?: Int]) throws -> Result
  ) -> Result? {
    state.withLock { state in
      if !state.isOpened {
        state.isOpened = true
        state.database = open()
      }
      guard let database = state.database else { return nil }
      do {
        return try body(database, &state.sessions)
      } catch {
        log.note("the history could not be used this time: \(error)")
        return nil
      }
    }
  }

  private func open() -> HistoryDatabase? {
    do {
      // Made before SQLite does it, so that nobody else can ever read it.
      try PrivateFile.create(at: path)
      return try openFile()
    } catch {
      log.note("the history at \(path) cannot be used (\(error)); this session's cells are remembered until it ends")
      return try? HistoryDatabase(path: ":memory:")
    }
  }

  private func openFile() throws -> HistoryDatabase {
    do {
      return try openShared()
    } catch {
      guard [SQLITE_NOTADB, SQLITE_CORRUPT].contains(error.code) else { throw error }
      let aside = "\(path).damaged-\(Int(Date.now.timeIntervalSince1970))"
      try FileManager.default.moveItem(atPath: path, toPath: aside)
      log.note("the history was damaged; it lies in \(aside) now, and a new one is begun")
      try PrivateFile.create(at: path)
      return try openShared()
    }
  }

  /// Opens the file, again and again while another kernel is just setting it up: in that moment SQLite refuses at once
  /// instead of waiting. Only the history's own queue waits here.
  private func openShared() throws(SQLiteError) -> HistoryDatabase {
    let deadline = ContinuousClock.now + .seconds(5)
    while true {
      do {
        return try HistoryDatabase(path: path)
      } catch {
        guard error.code & 0xFF == SQLITE_BUSY, ContinuousClock.now < deadline else { throw error }
        usleep(10_000)
      }
    }
  }
}
