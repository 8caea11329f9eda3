extension Session {
  /// The process has ended in the middle of a cell: says what is lost and starts another.
  func recover(from worker: Worker, request: CellRequest) async -> CellResult {
    let text = await replacement(of: worker)
    let failure = CellFailure(
      name: "WorkerEnded", message: text.firstLine,
      report: Notice(plain: text, colored: "\u{1B}[1m\(text)\u{1B}[0m"))
    return CellResult(ending: .failure(failure))
  }

  /// The process may also end between two cells, by another program's hand or a thread that goes on.
  func recoverIfEnded(output: any CellOutput) async {
    guard let worker, worker.endingStatus != nil else { return }
    output.notice(Notice(plain: await replacement(of: worker)))
  }

  /// Starts another process in the place of one that has ended, and loads the functions and types again.
  ///
  /// - Returns: What happened and what is lost, in words.
  func replacement(of ended: Worker) async -> String {
    let lost = cells.loseValues()
    var text = "The process that runs the cells has ended: \(EndingStatus(ended.endingStatus ?? 0))."
    text +=
      lost.isEmpty
      ? " No values were lost."
      : " These values are lost: \(lost.joined(separator: ", ")). Run the cells that made them again."
    if !cells.isEmpty { text += " Types and functions are still there." }
    do {
      let fresh = try liveWorker()
      await fresh.waitUntilReady()
      for library in packages.libraries + cells.modules.map(\.artifacts.library) {
        if let failure = await fresh.request({ .load(request: $0, library: library) }) { text += "\n\(failure)" }
      }
    } catch {
      text += "\n\(error)"
    }
    return text
  }

  /// Forgets all cells and starts afresh.
  func reset() async {
    worker?.stop()
    worker = nil
    cells = CellCollection()
    history = []
    shownWarnings = []
    if let worker = try? liveWorker() {
      await worker.waitUntilReady()
      for library in packages.libraries { _ = await worker.request { .load(request: $0, library: library) } }
    }
  }
}
