/// The kernel's end of a channel to an object in the front ends.
public struct Comm: Sendable {
  public let identifier: String
  public let target: String
  let comms: OpenComms

  /// Sends data to the other end.
  ///
  /// - Parameter parent: The request that causes the message.
  public func send(
    _ data: [String: JSONValue], metadata: [String: JSONValue] = [:], buffers: [[UInt8]] = [],
    parent: ParentHeader = .none
  ) {
    comms.send(data, metadata: metadata, buffers: buffers, over: self, parent: parent)
  }

  /// Closes the channel.
  public func close(_ data: [String: JSONValue] = [:], parent: ParentHeader = .none) {
    comms.close(self, data: data, parent: parent)
  }
}
