import Tokenizers

/// The characters of texts that a tokenizer leaves out, because its vocabulary has neither them nor a token for the unknown.
///
/// Other programs leave them out without a word too. Then a model learns texts with holes, and whoever counts what a text
/// costs for each of its bytes finds it cheaper than it is.
struct UnreadText {
  private(set) var characters: [Unicode.Scalar] = []
  /// The texts without them.
  private(set) var read: [String] = []

  init(_ texts: [String], _ tokenizer: PipelineTokenizer) throws {
    func ids(_ text: String) throws -> [Int] { try tokenizer.encoding(of: text, addingSpecialTokens: false).ids }
    // White space that many tokenizers leave out between words is none of the text's own.
    let suspects = Set(texts.lazy.flatMap(\.unicodeScalars)).filter {
      !$0.properties.isWhitespace && (try? ids(String($0)).isEmpty) != false
    }
    guard !suspects.isEmpty else {
      read = texts
      return
    }
    for text in texts {
      let known = String(String.UnicodeScalarView(text.unicodeScalars.filter { !suspects.contains($0) }))
      // One that has no token alone may have one behind another: then the tokens are others without it.
      guard known.unicodeScalars.count < text.unicodeScalars.count, try ids(known) == ids(text) else {
        read.append(text)
        continue
      }
      read.append(known)
      characters += text.unicodeScalars.filter(suspects.contains)
    }
  }

  /// Says so if there are any.
  func tell() {
    guard let first = characters.first else { return }
    let count = characters.count
    Output.note(
      count == 1
        ? "1 character, \(first), has no token in this model, and is left out"
        : "\(Output.grouped(count)) characters, such as \(first), have no token in this model, and are left out")
  }
}
