import Synchronization

/// Keeps what a program writes while it runs.
final class OutputLog: Sendable {
  private let pieces = Mutex<[(bytes: [UInt8], isError: Bool)]>([])

  func append(_ bytes: [UInt8], isError: Bool) { pieces.withLock { $0.append((bytes, isError)) } }

  /// Everything, in the order in which it came.
  var text: String { String(decoding: pieces.withLock { $0.flatMap(\.bytes) }, as: UTF8.self) }

  var standardOutput: String {
    String(decoding: pieces.withLock { $0.filter { !$0.isError }.flatMap(\.bytes) }, as: UTF8.self)
  }
}
