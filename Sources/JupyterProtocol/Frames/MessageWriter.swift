import FoundationEssentials

/// Makes the messages of one kernel run: numbers, dates and signs them.
package final class MessageWriter: Sendable {
  /// The version of the protocol that the messages follow.
  package static let protocolVersion = "5.5"

  /// Identifies this run of the kernel; new at each start.
  package let session: String
  private let username: String
  private let signer: MessageSigner

  package init(signer: MessageSigner, session: String = UUID().uuidString.lowercased(), username: String) {
    self.signer = signer
    self.session = session
    self.username = username
  }

  /// A header for a new message.
  package func header(_ type: MessageType) -> MessageHeader {
    MessageHeader(
      messageID: UUID().uuidString.lowercased(), session: session, username: username, date: Timestamp.now(),
      messageType: type, version: Self.protocolVersion)
  }

  /// The signed frames of a new message.
  ///
  /// - Parameters:
  ///   - type: The message's type; left out, the one that the content names.
  ///   - identities: The addressee's identity frames, or the topic on iopub.
  /// - Throws: `EncodingError` where the content cannot be written as JSON.
  package func frames<Content: Encodable>(
    _ content: Content, type: MessageType, to identities: [[UInt8]], parent: ParentHeader,
    metadata: [String: JSONValue] = [:], buffers: [[UInt8]] = []
  ) throws -> [[UInt8]] {
    try frames(
      content, header: header(type), to: identities, parent: parent, metadata: metadata, buffers: buffers)
  }

  /// The signed frames of a new message with a header made before.
  package func frames<Content: Encodable>(
    _ content: Content, header: MessageHeader, to identities: [[UInt8]], parent: ParentHeader,
    metadata: [String: JSONValue] = [:], buffers: [[UInt8]] = []
  ) throws -> [[UInt8]] {
    var framed = FramedMessage(
      identities: identities, signature: [], header: try JSONCoding.bytes(of: header), parentHeader: parent.json,
      metadata: metadata.isEmpty ? Array("{}".utf8) : try JSONCoding.bytes(of: metadata),
      content: try JSONCoding.bytes(of: content), buffers: buffers)
    framed.signature = signer.signature(of: framed)
    return framed.frames
  }
}
