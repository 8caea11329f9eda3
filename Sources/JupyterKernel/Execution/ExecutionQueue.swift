import JupyterProtocol
import Synchronization

/// The cells and comm messages of one subshell, worked through strictly one after the other.
final class ExecutionQueue: Sendable {
  /// What waits in the queue.
  enum Item: Sendable {
    case cell(Request, ExecuteRequest)
    case comm(Request)
  }

  private struct Entry {
    var item: Item
    var isAborted = false
    var isPrepared = false
  }

  private struct State {
    var waiting: [Entry] = []
    var isWorking = false
    var isClosed = false
  }

  /// The subshell's identifier, nil for the main one.
  let subshell: String?
  let counter: ExecutionCounter
  private let state = Mutex(State())
  private let runner: CellRunner
  private let prepare: @Sendable (String) async -> Void
  private let preparations = SerialWork()

  init(
    subshell: String?, counter: ExecutionCounter, runner: CellRunner,
    prepare: @escaping @Sendable (String) async -> Void
  ) {
    self.subshell = subshell
    self.counter = counter
    self.runner = runner
    self.prepare = prepare
  }

  func add(_ item: Item) {
    let starts = state.withLock { state in
      state.waiting.append(Entry(item: item, isAborted: state.isClosed))
      defer { state.isWorking = true }
      return !state.isWorking
    }
    if starts {
      Task { await self.workThrough() }
    } else {
      prepareNextCell()
    }
  }

  /// Ends every cell that waits now, each with a full reply.
  func abortWaitingCells() {
    state.withLock { state in
      for place in state.waiting.indices { state.waiting[place].isAborted = true }
    }
  }

  /// Ends every cell that waits now or comes later.
  func close() {
    state.withLock { $0.isClosed = true }
    abortWaitingCells()
  }

  private func workThrough() async {
    while let entry = next() {
      prepareNextCell()
      switch entry.item {
      case .cell(let request, let content):
        if entry.isAborted {
          runner.abort(request, number: counter.current)
        } else {
          await runner.run(request, content, in: self)
        }
      case .comm(let request):
        await runner.handleComm(request, in: self)
      }
    }
  }

  private func next() -> Entry? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isWorking = false
        return nil
      }
      return state.waiting.removeFirst()
    }
  }

  /// Lets the language compile the next cell while the present one still runs.
  private func prepareNextCell() {
    let code = state.withLock { state -> String? in
      guard let place = state.waiting.indices.first, !state.waiting[place].isPrepared, !state.waiting[place].isAborted,
        case .cell(_, let content) = state.waiting[place].item
      else { return nil }
      state.waiting[place].isPrepared = true
      return content.code
    }
    guard let code else { return }
    let prepare = prepare
    preparations.add { await prepare(code) }
  }
}
