import Foundation
import Interpreter
import Synchronization
import WorkerProtocol

/// Collects what code writes and shows, as text.
public final class CollectedOutput: CellOutput {
  /// The most bytes that are kept.
  private static let limit = 1 << 20

  private let state = Mutex("")

  public init() {}

  /// Everything so far, in order.
  public var text: String { state.withLock { $0 } }

  private func add(_ text: String) {
    state.withLock { kept in
      if kept.utf8.count < Self.limit { kept += text }
    }
  }

  public func write(_ text: String, to stream: WorkerProtocol.OutputStream) { add(text) }

  public func display(_ message: String) {
    guard let shown = ShownValue(message), !shown.text.isEmpty else { return }
    let needsBreak = !text.isEmpty && !text.hasSuffix("\n")
    add((needsBreak ? "\n" : "") + shown.text + (shown.text.hasSuffix("\n") ? "" : "\n"))
  }

  public func notice(_ notice: Notice) {}
  public func page(_ text: String) { add(text) }
  public func setNextInput(_ text: String, replace: Bool) {}
  public func readLine(prompt: String, isPassword: Bool) async -> InputReply? { .refused }
}

/// The text form of a message of module `Displays`.
public struct ShownValue: Decodable, Sendable {
  /// The words, without colours.
  public var text: String
  /// `result`, `display`, `update` or `clear`.
  public var kind: String
  /// Names a display that can be shown anew in its place; empty for one that cannot.
  public var identifier: String

  private enum CodingKeys: String, CodingKey {
    case kind, data
    case identifier = "display_id"
  }
  private struct Forms: Decodable {
    var text: String?
    private enum CodingKeys: String, CodingKey { case text = "text/plain" }
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    kind = try fields.decode(String.self, forKey: .kind)
    identifier = try fields.decodeIfPresent(String.self, forKey: .identifier) ?? ""
    text = try fields.decodeIfPresent(Forms.self, forKey: .data)?.text ?? ""
  }

  public init?(_ message: String) {
    guard let shown = try? JSONDecoder().decode(ShownValue.self, from: Data(message.utf8)) else { return nil }
    self = shown
  }
}
