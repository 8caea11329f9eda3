import FoundationEssentials
import Glibc

/// Sends and receives messages over a stream, each with its length before it.
struct FrameChannel: Sendable {
  private static let greatestLength = 64 << 20

  /// The descriptor to read from.
  let input: Int32
  /// The descriptor to write to.
  let output: Int32

  /// Waits for the next message; `nil` at the end of the stream.
  func receive<Message: Decodable>(_ type: Message.Type) throws(CodeAnalysisError) -> Message? {
    guard let header = read(4) else { return nil }
    let length = header.reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.greatestLength else { throw .damagedMessage }
    guard let body = read(length) else { return nil }
    do {
      return try JSONDecoder().decode(type, from: Data(body))
    } catch {
      throw .damagedMessage
    }
  }

  /// Sends a message and waits until the system has taken it.
  func send(_ message: some Encodable) throws(CodeAnalysisError) {
    let body: Data
    do {
      body = try JSONEncoder().encode(message)
    } catch {
      throw .damagedMessage
    }
    guard body.count <= Self.greatestLength else { throw .damagedMessage }
    let header = (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (24 - 8 * $0)) }
    guard write(header + body) else { throw .helperEnded }
  }

  private func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let received = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(input, buffer.baseAddress.map { $0 + filled }, count - filled)
      }
      if received < 0, errno == EINTR { continue }
      guard received > 0 else { return nil }
      filled += received
    }
    return bytes
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      // MSG_NOSIGNAL: a reader that has gone is an error to report, not a signal to die of.
      let sent = rest.withUnsafeBytes { Glibc.send(output, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }
}
