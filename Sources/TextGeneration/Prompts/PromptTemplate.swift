/// A text with gaps that are filled in each time: an instruction, a few examples, and what it is to be done with.
///
///     let template = PromptTemplate(
///       instruction: "Give the capital.", examples: [("France", "Paris"), ("Peru", "Lima")])
///     print(template.prompt(for: "Kenya"))
///
/// The prompt ends where the model is to go on. What is filled in stays on its lines: line ends in it become spaces, so that
/// nobody adds an example of their own. Source: Brown and others, Language Models are Few-Shot Learners, 2020, section 2.
public struct PromptTemplate: Sendable, Equatable {
  public var instruction: String
  public var examples: [Example]
  /// What stands before each input and each output.
  public var inputLabel: String
  public var outputLabel: String
  /// How many words an answer should have at most, if that matters.
  public var maximumWords: Int?
  /// Words that should occur in the answer.
  public var keywords: [String]

  /// What goes in and what should come out.
  public struct Example: Sendable, Equatable {
    public var input: String
    public var output: String
  }

  public init(
    instruction: String, examples: [(input: String, output: String)] = [], inputLabel: String = "Input",
    outputLabel: String = "Output", maximumWords: Int? = nil, keywords: [String] = []
  ) {
    self.instruction = instruction
    self.examples = examples.map { Example(input: $0.input, output: $0.output) }
    self.inputLabel = inputLabel
    self.outputLabel = outputLabel
    self.maximumWords = maximumWords
    self.keywords = keywords
  }

  /// The whole text for an input.
  public func prompt(for input: String) -> String {
    var lines = instruction.isEmpty ? [] : [instruction]
    if let maximumWords { lines.append("Use at most \(maximumWords) words.") }
    if !keywords.isEmpty { lines.append("Use these words: \(keywords.joined(separator: ", ")).") }
    var parts = lines.isEmpty ? [] : [lines.joined(separator: "\n")]
    parts += examples.map { "\(inputLabel): \(oneLine($0.input))\n\(outputLabel): \(oneLine($0.output))" }
    parts.append("\(inputLabel): \(oneLine(input))\n\(outputLabel):")
    return parts.joined(separator: "\n\n")
  }

  private func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
  }
}
