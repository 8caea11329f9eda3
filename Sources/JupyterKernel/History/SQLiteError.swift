/// A failure that SQLite has reported.
struct SQLiteError: Error, Sendable, Equatable {
  let code: Int32
  let message: String
}

extension SQLiteError: CustomStringConvertible {
  var description: String { message }
}
