/// What a language can do outside of a cell.
public struct KernelSession: Sendable {
  /// Identifies this run of the kernel.
  public let identifier: String
  let publisher: Publisher
  let comms: OpenComms
  let inputs: InputRequests

  /// Opens a comm to whoever takes the target in the front ends.
  public func openComm(
    target: String, identifier: String? = nil, data: [String: JSONValue] = [:], metadata: [String: JSONValue] = [:],
    buffers: [[UInt8]] = [],
    parent: ParentHeader = .none
  ) -> Comm {
    comms.open(target: target, identifier: identifier, data: data, metadata: metadata, buffers: buffers, parent: parent)
  }

  /// The open comm with an identifier.
  public func comm(_ identifier: String) -> Comm? {
    comms.comm(identifier)
  }

  /// A way to send output under a request of the past, or under none.
  public func output(parent: ParentHeader) -> CellOutput {
    CellOutput(
      parent: parent, publisher: publisher,
      input: CellInput(isAllowed: false, identities: [], parent: parent, requests: inputs),
      record: CellRecord(number: 0, isSilent: false))
  }
}
