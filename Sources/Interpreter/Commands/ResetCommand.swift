/// `%reset`: a fresh start.
struct ResetCommand: Command {
  let name = "reset"
  let usage = ["%reset"]
  let summary = "Forgets all variables, functions and types, and starts afresh."
  let details = "Compiled cells stay in the cache, so that running them again is quick."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    await session.reset()
    call.print("Everything is forgotten.")
    return CellResult(ending: .success)
  }
}
