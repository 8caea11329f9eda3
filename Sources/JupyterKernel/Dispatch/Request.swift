import JupyterProtocol

/// A message that waits to be answered, and the channel on which the answer goes back.
struct Request: Sendable {
  let message: IncomingMessage
  let channel: Channel

  var type: MessageType { message.header.messageType }
  var parent: ParentHeader { message.asParent }
}
