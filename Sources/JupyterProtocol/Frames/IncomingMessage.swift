/// A message that has arrived, with a checked signature and a readable header.
package struct IncomingMessage: Sendable {
  package let identities: [[UInt8]]
  package let header: MessageHeader
  /// This message's header as the parent of whatever answers it.
  package let asParent: ParentHeader
  /// The identifier of the message that this one answers, where there is one.
  package let parentMessageID: String?
  package let buffers: [[UInt8]]
  private let metadataJSON: [UInt8]
  private let contentJSON: [UInt8]

  /// Reads the header of a message whose signature has been checked.
  package init(_ framed: FramedMessage) throws(MessageProblem) {
    do {
      header = try JSONCoding.value(MessageHeader.self, from: framed.header)
    } catch {
      throw .unreadableHeader(JSONCoding.explanation(of: error))
    }
    identities = framed.identities
    asParent = ParentHeader(json: framed.header)
    parentMessageID = (try? JSONCoding.value(MessageHeader.self, from: framed.parentHeader))?.messageID
    buffers = framed.buffers
    metadataJSON = framed.metadata
    contentJSON = framed.content
  }

  /// What the message carries, read as the given type.
  package func content<Content: MessageContent>(_ type: Content.Type = Content.self) throws -> Content {
    try JSONCoding.value(type, from: contentJSON)
  }

  /// The message's metadata, read as the given type.
  package func metadata<Metadata: Decodable>(_ type: Metadata.Type = Metadata.self) throws -> Metadata {
    try JSONCoding.value(type, from: metadataJSON)
  }
}
