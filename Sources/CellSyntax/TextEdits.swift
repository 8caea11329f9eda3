/// Replacements in a text, and the way back: which place of the original a place of the result came from.
public struct TextEdits: Sendable, Equatable {
  public struct Edit: Sendable, Equatable {
    public var range: Range<Int>
    public var replacement: String
    /// Whether the text goes before other edits at the same place, as the opening of something that encloses them does.
    var isOpening = false
  }

  private var edits: [Edit] = []

  public init() {}

  public var isEmpty: Bool { edits.isEmpty }

  public mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append(Edit(range: range, replacement: text))
  }

  /// Inserts a text that encloses whatever other edits put at the same place.
  public mutating func open(_ text: String, at offset: Int) {
    edits.append(Edit(range: offset..<offset, replacement: text, isOpening: true))
  }

  public mutating func insert(_ text: String, at offset: Int) {
    replace(offset..<offset, with: text)
  }

  /// The edits in the order of the text. Insertions at one place keep the order in which they were made; a replacement
  /// that lies inside an earlier one is dropped.
  private var ordered: [Edit] {
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.isOpening ? 0 : 1, $0.offset)
        < ($1.element.range.lowerBound, $1.element.isOpening ? 0 : 1, $1.offset)
    }
    var result: [Edit] = []
    var end = 0
    for (_, edit) in sorted where edit.range.lowerBound >= end {
      result.append(edit)
      end = max(end, edit.range.upperBound)
    }
    return result
  }

  /// The edited text with its map.
  public func applied(to text: String) -> EditedText {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var segments: [EditedText.Segment] = []
    var position = 0
    for edit in ordered where edit.range.upperBound <= bytes.count {
      if position < edit.range.lowerBound {
        segments.append(.init(start: result.count, original: position, isCopied: true))
        result += bytes[position..<edit.range.lowerBound]
      }
      if !edit.replacement.isEmpty {
        segments.append(.init(start: result.count, original: edit.range.lowerBound, isCopied: false))
        result += edit.replacement.utf8
      }
      position = edit.range.upperBound
    }
    if position < bytes.count {
      segments.append(.init(start: result.count, original: position, isCopied: true))
      result += bytes[position...]
    }
    return EditedText(text: String(decoding: result, as: UTF8.self), originalCount: bytes.count, segments: segments)
  }
}
