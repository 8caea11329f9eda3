import FoundationEssentials
internal import Interruption
import Synchronization

/// The comms that are open, and what to do when the page opens one.
final class CommRegistry: Sendable {
  static let shared = CommRegistry()

  private struct State {
    var comms: [String: Comm] = [:]
    var targets: [String: @Sendable (Comm, CommMessage) -> Void] = [:]
  }

  private let state = Mutex(State())

  func add(_ comm: Comm) { state.withUninterruptedLock { $0.comms[comm.identifier] = comm } }

  func remove(_ identifier: String) { _ = state.withUninterruptedLock { $0.comms.removeValue(forKey: identifier) } }

  func register(target: String, opened: @escaping @Sendable (Comm, CommMessage) -> Void) {
    state.withUninterruptedLock { $0.targets[target] = opened }
  }

  /// Hands a message of the page to the comm that it names.
  ///
  /// - Returns: Whether the message was understood and somebody was there to take it.
  func receive(_ json: JSON) -> Bool {
    guard let kind = json["kind"]?.stringValue, let identifier = json["comm_id"]?.stringValue,
      let message = CommMessage(json)
    else { return false }
    let comm = state.withUninterruptedLock { $0.comms[identifier] }
    switch (kind, comm) {
    case ("open", nil): return open(identifier, target: json["target_name"]?.stringValue ?? "", message)
    case ("message", let comm?): comm.receive(message)
    case ("close", let comm?): comm.receiveClose(message)
    default: return false
    }
    return true
  }

  private func open(_ identifier: String, target: String, _ message: CommMessage) -> Bool {
    let comm = Comm(identifier: identifier, target: target)
    guard let opened = state.withUninterruptedLock({ $0.targets[target] }) else {
      // The page must not wait for an end that is not there.
      comm.close()
      return false
    }
    add(comm)
    opened(comm, message)
    return true
  }
}

extension CommMessage {
  /// Reads the parts of a message, or returns `nil` if a buffer is not base64.
  fileprivate init?(_ json: JSON) {
    var buffers: [Data] = []
    for buffer in json["buffers"]?.arrayValue ?? [] {
      guard let text = buffer.stringValue, let data = Data(base64Encoded: text) else { return nil }
      buffers.append(data)
    }
    self.init(json["data"] ?? [:], metadata: json["metadata"] ?? [:], buffers: buffers)
  }
}
