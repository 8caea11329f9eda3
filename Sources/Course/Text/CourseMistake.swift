/// A mistake in a file of the course, with its place.
public struct CourseMistake: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    case unreadable(reason: String)
    /// The file does not begin with a line `---`.
    case noFrontMatter
    case frontMatterNotClosed
    /// A line between the two `---` is not `name: value`.
    case frontMatterLine(String)
    case missingField(String)
    case unknownField(String, known: [String])
    case repeatedField(String)
    case badNumber(field: String, value: String)
    case fenceNotClosed
    case unknownFence(String)
    /// An expected output without code above it.
    case outputWithoutCode
    case textBeforeFirstSection
    case noSections
    case unknownExercise(String)
    /// A question without choices, or without one that is right.
    case question(String)
    /// A choice that says nothing about why.
    case choiceWithoutReason(String)
    case noChecks
    /// Two checks with one name, or a check without a title.
    case check(String)
    case hints(found: Int)
    case missingFile(String)
    case header(field: String)
    case unknownCheck(String, known: [String])
    /// The folder's name and the header do not say the same.
    case nameMismatch(folder: String, header: String)
  }

  public var file: String
  public var line: Int
  public var kind: Kind

  public init(file: String, line: Int, _ kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }
}
