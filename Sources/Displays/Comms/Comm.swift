import FoundationEssentials
internal import Interruption
import Synchronization

/// A line between a cell and a widget in the notebook's page: both ends may send at any time.
///
///     let comm = Comm(target: "slider", data: ["maximum": 10])
///     comm.onMessage { message in print(message.data["value"] ?? .null) }
///     comm.send(["value": 3])
///     comm.close()
public final class Comm: Sendable {
  /// Names this comm at both ends.
  public let identifier: String
  /// Names the kind of widget at the other end.
  public let target: String

  private struct State {
    var isOpen = true
    var onMessage: (@Sendable (CommMessage) -> Void)?
    var onClose: (@Sendable (CommMessage) -> Void)?
  }

  private let state = Mutex(State())
  private let stage: Stage

  /// Opens a comm to the page.
  public convenience init(target: String, data: JSON = [:], metadata: JSON = [:], buffers: [Data] = []) {
    self.init(identifier: DisplayHandle().identifier, target: target)
    CommRegistry.shared.add(self)
    post("open", CommMessage(data, metadata: metadata, buffers: buffers))
  }

  init(identifier: String, target: String) {
    self.identifier = identifier
    self.target = target
    stage = Stage.current
  }

  /// Whether neither end has closed the comm.
  public var isOpen: Bool { state.withUninterruptedLock { $0.isOpen } }

  /// Sends to the page. After the comm is closed it does nothing.
  public func send(_ data: JSON, metadata: JSON = [:], buffers: [Data] = []) {
    guard isOpen else { return }
    post("message", CommMessage(data, metadata: metadata, buffers: buffers))
  }

  /// Sets what to do with a message of the page, in place of what was set before.
  public func onMessage(_ handle: @escaping @Sendable (CommMessage) -> Void) {
    state.withUninterruptedLock { $0.onMessage = handle }
  }

  /// Sets what to do when the page closes the comm.
  public func onClose(_ handle: @escaping @Sendable (CommMessage) -> Void) {
    state.withUninterruptedLock { $0.onClose = handle }
  }

  /// Closes the comm. The page learns of it; closing twice does nothing.
  public func close(data: JSON = [:]) {
    guard markClosed() else { return }
    post("close", CommMessage(data))
  }

  /// Says what to do when the page opens a comm to the named target.
  ///
  /// - Parameter opened: Gets the comm and the message that came with it; sets the comm's handlers.
  public static func register(target: String, opened: @escaping @Sendable (Comm, CommMessage) -> Void) {
    CommRegistry.shared.register(target: target, opened: opened)
  }

  func receive(_ message: CommMessage) {
    // The handler runs outside the lock: it may send, or set another handler.
    state.withUninterruptedLock { $0.onMessage }?(message)
  }

  func receiveClose(_ message: CommMessage) {
    guard markClosed() else { return }
    state.withUninterruptedLock { $0.onClose }?(message)
  }

  private func markClosed() -> Bool {
    CommRegistry.shared.remove(identifier)
    return state.withUninterruptedLock { state in
      defer { state.isOpen = false }
      return state.isOpen
    }
  }

  private func post(_ kind: String, _ message: CommMessage) {
    stage.sendComm?([
      "kind": .string(kind), "comm_id": .string(identifier), "target_name": .string(target), "data": message.data,
      "metadata": message.metadata, "buffers": .array(message.buffers.map { .string($0.base64EncodedString()) }),
    ])
  }
}
