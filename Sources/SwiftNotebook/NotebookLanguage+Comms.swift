import Foundation
import Interpreter
import JupyterKernel
import Synchronization

/// A comm message between the cells' module `Displays` and the front end.
private struct CommMessage: Codable {
  enum Kind: String, Codable {
    case open, message, close
  }

  var kind: Kind
  var identifier: String
  var target: String?
  var data: [String: JSONValue]?
  var metadata: [String: JSONValue]?
  var buffers: [String]?

  private enum CodingKeys: String, CodingKey {
    case kind, data, metadata, buffers
    case identifier = "comm_id"
    case target = "target_name"
  }
}

extension NotebookLanguage {
  /// Passes on what a cell sends.
  func relay(comm json: String, parent: ParentHeader = .none) {
    guard let host = currentHost, let message = try? JSONDecoder().decode(CommMessage.self, from: Data(json.utf8))
    else {
      return
    }
    let buffers = (message.buffers ?? []).map { Array(Data(base64Encoded: $0) ?? Data()) }
    let data = message.data ?? [:]
    let metadata = message.metadata ?? [:]
    switch message.kind {
    case .open:
      _ = host.openComm(
        target: message.target ?? "", identifier: message.identifier, data: data, metadata: metadata, buffers: buffers,
        parent: parent)
    case .message:
      host.comm(message.identifier)?.send(data, metadata: metadata, buffers: buffers, parent: parent)
    case .close: host.comm(message.identifier)?.close(data, parent: parent)
    }
  }

  public func receive(_ event: CommEvent) async -> CommReception {
    var message = CommMessage(
      kind: .message, identifier: event.comm.identifier, target: event.comm.target, data: event.data,
      metadata: event.metadata, buffers: event.buffers.map { Data($0).base64EncodedString() })
    switch event.kind {
    case .open(let target):
      message.kind = .open
      message.target = target
    case .message: message.kind = .message
    case .close: message.kind = .close
    }
    guard let data = try? JSONEncoder().encode(message) else { return .refused }
    let parent = event.output.parent
    // What answers an `open` waits until it is known whether anything takes it: who refuses it closes it too, and the
    // front end shall hear of that once.
    let answers = Mutex<[String]?>(message.kind == .open ? [] : nil)
    let output = NotebookOutput(event.output) { [weak self] answer in
      let isHeld = answers.withLock { answers in
        answers?.append(answer)
        return answers != nil
      }
      if !isHeld { self?.relay(comm: answer, parent: parent) }
    }
    let isTaken = await session.receive(comm: String(decoding: data, as: UTF8.self), output: output)
    let held = answers.withLock { answers in
      defer { answers = nil }
      return answers ?? []
    }
    if isTaken { for answer in held { relay(comm: answer, parent: parent) } }
    return isTaken ? .accepted : .refused
  }
}
