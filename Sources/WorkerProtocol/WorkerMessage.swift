/// A message of the worker's protocol: it writes itself as bytes and is read back from them.
package protocol WorkerMessage: Sendable {
  func write(to writer: inout ByteWriter)
  init(from reader: inout ByteReader) throws(MalformedMessage)
}

extension WorkerMessage {
  package var encoded: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }

  package init(decoding bytes: [UInt8]) throws(MalformedMessage) {
    var reader = ByteReader(bytes)
    self = try Self(from: &reader)
    try reader.finish()
  }
}
