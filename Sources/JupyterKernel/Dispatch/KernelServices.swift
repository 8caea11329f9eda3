import JupyterProtocol

/// What the parts of a kernel share.
struct KernelServices: Sendable {
  let publisher: Publisher
  let replies: Replies
  let status: StatusBoard
  let inputs: InputRequests
  let comms: OpenComms
  let history: HistoryStore
  let log: KernelLog
  /// Ends once the language is ready for work.
  let started: Task<Void, Never>

  /// The way of output and input for one request.
  func output(for request: Request, record: CellRecord, allowsInput: Bool) -> CellOutput {
    CellOutput(
      parent: request.parent, publisher: publisher,
      input: CellInput(
        isAllowed: allowsInput, identities: request.message.identities, parent: request.parent, requests: inputs),
      record: record)
  }
}
