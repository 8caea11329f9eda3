/// `%history`: the cells that were run.
struct HistoryCommand: Command {
  let name = "history"
  let usage = ["%history", "%history COUNT"]
  let summary = "Shows the cells of this session, or the last few."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    var entries = session.history.dropLast()
    if !call.arguments.isEmpty {
      guard let count = Int(call.arguments), count > 0 else {
        return call.failure("%history takes a number of cells: %history 5")
      }
      entries = entries.suffix(count)
    }
    call.print(
      entries.isEmpty
        ? "No cell was run before this one."
        : entries.map { "[\($0.number)]\n\($0.code)" }.joined(separator: "\n\n"))
    return CellResult(ending: .success)
  }
}
