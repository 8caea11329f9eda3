import FoundationEssentials
import JupyterProtocol
import Synchronization

/// The comms that are open at this moment, whichever side has opened them.
final class OpenComms: Sendable {
  private let targets = Mutex<[String: String]>([:])
  private let publisher: Publisher

  init(publisher: Publisher) {
    self.publisher = publisher
  }

  func open(
    target: String, identifier: String?, data: [String: JSONValue], metadata: [String: JSONValue], buffers: [[UInt8]],
    parent: ParentHeader
  ) -> Comm {
    let comm = Comm(identifier: identifier ?? UUID().uuidString.lowercased(), target: target, comms: self)
    register(comm)
    publisher.publish(
      CommOpen(commID: comm.identifier, targetName: target, data: data), parent: parent, metadata: metadata,
      buffers: buffers)
    return comm
  }

  func register(_ comm: Comm) {
    targets.withLock { $0[comm.identifier] = comm.target }
  }

  /// The open comm of this name.
  func comm(_ identifier: String) -> Comm? {
    targets.withLock { $0[identifier] }.map { Comm(identifier: identifier, target: $0, comms: self) }
  }

  /// Forgets a comm that the front end has closed.
  func forget(_ comm: Comm) {
    targets.withLock { _ = $0.removeValue(forKey: comm.identifier) }
  }

  func send(
    _ data: [String: JSONValue], metadata: [String: JSONValue], buffers: [[UInt8]], over comm: Comm,
    parent: ParentHeader
  ) {
    publisher.publish(
      CommMessage(commID: comm.identifier, data: data), parent: parent, metadata: metadata, buffers: buffers)
  }

  func close(_ comm: Comm, data: [String: JSONValue], parent: ParentHeader) {
    forget(comm)
    publisher.publish(CommClose(commID: comm.identifier, data: data), parent: parent)
  }

  /// What is told about the comms of one target, or of all.
  func info(target: String?) -> CommInfoReply {
    let open = targets.withLock { $0 }
    return CommInfoReply(
      comms: open.filter { target == nil || $0.value == target }.mapValues { CommInfoReply.Entry(targetName: $0) })
  }
}
