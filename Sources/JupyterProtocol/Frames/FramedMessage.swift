/// A message as it lies on the wire, cut at its seams: still unread, with its signature still unchecked.
package struct FramedMessage: Sendable, Equatable {
  /// Stands between the identities and the message proper.
  package static let delimiter = Array("<IDS|MSG>".utf8)
  /// More frames than any honest message has.
  package static let mostFrames = 10_000

  /// Where the message came from, or goes to; on iopub the topic. Returned whole on the reply.
  package var identities: [[UInt8]]
  /// The lower-case hexadecimal signature over the four JSON frames; empty when there is no key.
  package var signature: [UInt8]
  package var header: [UInt8]
  package var parentHeader: [UInt8]
  package var metadata: [UInt8]
  package var content: [UInt8]
  /// Binary attachments, which the signature does not cover.
  package var buffers: [[UInt8]]

  package init(
    identities: [[UInt8]], signature: [UInt8], header: [UInt8], parentHeader: [UInt8], metadata: [UInt8],
    content: [UInt8], buffers: [[UInt8]] = []
  ) {
    self.identities = identities
    self.signature = signature
    self.header = header
    self.parentHeader = parentHeader
    self.metadata = metadata
    self.content = content
    self.buffers = buffers
  }

  /// Cuts the frames of one message at the first delimiter.
  package init(frames: [[UInt8]]) throws(MessageProblem) {
    guard frames.count <= Self.mostFrames else { throw .tooManyFrames(frames.count) }
    guard let delimiter = frames.firstIndex(of: Self.delimiter) else { throw .noDelimiter(frames: frames.count) }
    let parts = frames[(delimiter + 1)...]
    guard parts.count >= 5 else { throw .framesMissing(after: parts.count) }
    let first = parts.startIndex
    self.init(
      identities: Array(frames[..<delimiter]), signature: parts[first], header: parts[first + 1],
      parentHeader: parts[first + 2], metadata: parts[first + 3], content: parts[first + 4],
      buffers: Array(parts[(first + 5)...]))
  }

  /// What the signature covers.
  var signedFrames: [[UInt8]] { [header, parentHeader, metadata, content] }

  /// The frames in the order in which they are sent.
  package var frames: [[UInt8]] {
    identities + [Self.delimiter, signature, header, parentHeader, metadata, content] + buffers
  }
}
