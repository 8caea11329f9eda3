/// A poem with its title and its author apart from its lines.
///
///     let poem = Poem(title: "静夜思", author: "李白", text: "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。")
///     poem.lines.count     // 4
///     poem.lineLength      // 5
public struct Poem: Sendable, Hashable {
  public let title: String
  public let author: String
  /// The poem as it is written, with its marks.
  public let text: String

  public init(title: String, author: String, text: String) {
    (self.title, self.author, self.text) = (title, author, text)
  }

  /// What stands between marks, without them.
  public var lines: [String] {
    text.split { $0.isPunctuation || $0.isWhitespace }.map(String.init)
  }

  /// How many characters each line has; `nil` if they differ, or there is none.
  public var lineLength: Int? {
    let lengths = Set(lines.map(\.count))
    return lengths.count == 1 ? lengths.first : nil
  }
}
