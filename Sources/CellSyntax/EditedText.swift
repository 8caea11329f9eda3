/// A text after edits, which knows where each of its bytes came from.
public struct EditedText: Sendable, Equatable {
  struct Segment: Sendable, Equatable {
    var start: Int
    var original: Int
    var isCopied: Bool
  }

  public let text: String
  let originalCount: Int
  let segments: [Segment]

  /// The place in the original text that a byte of the edited text came from; inside inserted text, the place of the
  /// insertion.
  public func originalOffset(of offset: Int) -> Int {
    guard let segment = segments.last(where: { $0.start <= offset }) else { return min(offset, originalCount) }
    return min(segment.isCopied ? segment.original + (offset - segment.start) : segment.original, originalCount)
  }

  /// Whether a byte of the edited text was put in by an edit.
  public func isInserted(_ offset: Int) -> Bool {
    guard let segment = segments.last(where: { $0.start <= offset }) else { return false }
    return !segment.isCopied
  }

  /// The place in the edited text that a byte of the original text went to.
  public func editedOffset(of original: Int) -> Int {
    guard let segment = segments.last(where: { $0.isCopied && $0.original <= original }) else { return original }
    return segment.start + (original - segment.original)
  }
}
