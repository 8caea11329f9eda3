internal import CWorkerRuntime
import Synchronization
internal import WorkerProtocol

/// The way out of the worker: text and events in the order in which they happened.
enum EventQueue {
  /// Appends an event. It leaves after everything that was written before it.
  static func send(_ event: WorkerEvent, run: Int) {
    let bytes = event.encoded
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      gb_output_message(Int32(run), start, buffer.count)
    }
  }

  /// Sends what is in the queue, for ever. Runs on a thread of its own, which runs no code of the user's.
  static func deliver(over connection: WorkerConnection) {
    var unfinished: [TextStream: [UInt8]] = [:]
    while true {
      let piece = gb_output_next()
      let bytes = Array(UnsafeBufferPointer(start: piece.bytes, count: piece.count))
      gb_output_release(piece)
      do throws(WorkerConnection.Failure) {
        if let stream = OutputStream(rawValue: UInt8(piece.kind)), piece.kind != GB_MESSAGE {
          let key = TextStream(run: Int(piece.run), stream: stream)
          let (text, rest) = wholeCharacters((unfinished[key] ?? []) + bytes)
          unfinished[key] = rest.isEmpty ? nil : rest
          try sendText(text, of: key, over: connection)
        } else {
          // What is incomplete when the run says something else stays incomplete.
          for (key, rest) in unfinished where key.run == Int(piece.run) {
            unfinished[key] = nil
            try sendText(rest, of: key, over: connection)
          }
          try connection.send(encoded: bytes)
        }
      } catch {
        gb_end_process(0)
      }
    }
  }

  private struct TextStream: Hashable {
    var run: Int
    var stream: OutputStream
  }

  private static func sendText(
    _ bytes: [UInt8], of key: TextStream, over connection: WorkerConnection
  ) throws(WorkerConnection.Failure) {
    guard !bytes.isEmpty else { return }
    try connection.send(
      WorkerEvent.output(run: key.run, stream: key.stream, text: String(decoding: bytes, as: UTF8.self)))
  }

  /// Splits the beginning of a character that is still to come off the end.
  static func wholeCharacters(_ bytes: [UInt8]) -> (whole: [UInt8], rest: [UInt8]) {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      guard byte & 0xC0 != 0x80 else { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      guard length > back else { break }
      return (Array(bytes.dropLast(back)), Array(bytes.suffix(back)))
    }
    return (bytes, [])
  }
}
