/// Which part of the history is wanted.
public enum HistoryAccess: Sendable, Hashable {
  /// The last entries, over all sessions.
  case tail(count: Int)
  /// The entries of one session from `start` up to and without `stop`. Session 0 is the current one, -1 the one before.
  case range(session: Int, start: Int, stop: Int?)
  /// The last entries that match a pattern with `*`, `?` and `[…]`, each text once if `unique`.
  case search(pattern: String, count: Int?, unique: Bool)
}
