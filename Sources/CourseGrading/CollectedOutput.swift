import Foundation
import Interpreter
import Synchronization
import WorkerProtocol

/// Collects what code writes and shows, as text.
public final class CollectedOutput: CellOutput {
  /// The most bytes that are kept.
  private static let limit = 1 << 20

  /// Something that was written, or a value that was shown and may be shown anew in its place.
  private struct Piece {
    var identifier = ""
    var text: String
  }

  private let pieces = Mutex<(list: [Piece], bytes: Int)>(([], 0))

  public init() {}

  /// Everything so far, in order. Of what was shown again and again it holds the last: a bar of progress is one line.
  public var text: String { pieces.withLock { $0.list.map(\.text).joined() } }

  private func add(_ text: String) {
    pieces.withLock { pieces in
      guard pieces.bytes < Self.limit else { return }
      pieces.bytes += text.utf8.count
      if let last = pieces.list.last, last.identifier.isEmpty {
        pieces.list[pieces.list.count - 1].text += text
      } else {
        pieces.list.append(Piece(text: text))
      }
    }
  }

  public func write(_ text: String, to stream: WorkerProtocol.OutputStream) { add(text) }

  public func display(_ message: String) {
    guard let shown = ShownValue(message), !shown.text.isEmpty else { return }
    let text = shown.text + (shown.text.hasSuffix("\n") ? "" : "\n")
    pieces.withLock { pieces in
      let place = pieces.list.lastIndex { !shown.identifier.isEmpty && $0.identifier == shown.identifier }
      if let place {
        let needsBreak = pieces.list[place].text.hasPrefix("\n") && !text.hasPrefix("\n")
        pieces.list[place].text = (needsBreak ? "\n" : "") + text
      } else if pieces.bytes < Self.limit {
        pieces.bytes += text.utf8.count
        let needsBreak = pieces.list.last.map { !$0.text.hasSuffix("\n") } ?? false
        pieces.list.append(Piece(identifier: shown.identifier, text: (needsBreak ? "\n" : "") + text))
      }
    }
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
