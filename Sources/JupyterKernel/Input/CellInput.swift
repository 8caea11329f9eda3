import JupyterProtocol

/// The way from one cell to the person who runs it.
struct CellInput: Sendable {
  let isAllowed: Bool
  let identities: [[UInt8]]
  let parent: ParentHeader
  let requests: InputRequests

  func request(prompt: String, password: Bool) async throws(InputError) -> String? {
    guard isAllowed else { throw .notAllowed }
    return try await requests.ask(
      InputRequest(prompt: prompt, password: password), of: identities, parent: parent)
  }

  /// Ends what the cell still waits for.
  func end() {
    requests.end(.cellEnded) { $0.parent == parent }
  }
}
