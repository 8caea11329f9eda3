import ArgumentParser
import Displays
import Tokenizers

struct TokenizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize", abstract: "Cut texts into tokens, or turn ids back into text.")

  @OptionGroup var folder: FolderOptions

  @Argument(help: "The texts; lines of the standard input without any.")
  var texts: [String] = []

  @Option(help: "A second text that belongs to the first.")
  var pair: String?

  @Option(help: ArgumentHelp("Ids to turn back into text, as 3,1,4.", valueName: "numbers"))
  var decode: String?

  @Flag(help: "Leave out the marks that a model wants around a text.")
  var plain = false

  func validate() throws {
    guard decode != nil else { return }
    if !texts.isEmpty { throw ValidationError("--decode turns ids into text, and texts become ids. Give one of them.") }
    if pair != nil { throw ValidationError("--pair belongs to a text, and --decode has none. Choose one.") }
  }

  func run() async throws {
    let tokenizer = try AutoTokenizer.load(from: folder.model)
    if let decode {
      let ids = try InputTexts.ids(decode, name: "--decode", below: tokenizer.vocabularySize)
      let text = tokenizer.decode(ids, skippingSpecialTokens: plain)
      folder.json ? Output.json(["ids": .array(ids.map { .integer($0) }), "text": .string(text)]) : Output.line(text)
      return
    }
    let texts = try InputTexts.read(texts)
    for (number, text) in texts.enumerated() {
      let encoding = try InputTexts.numbered(number, of: texts.count) {
        try tokenizer.encoding(of: text, pair: pair, addingSpecialTokens: !plain)
      }
      if folder.json {
        Output.json([
          "text": .string(text), "ids": .array(encoding.ids.map { .integer($0) }),
          "tokens": .array(encoding.tokens.map { .string($0) }),
          "type_ids": .array(encoding.typeIDs.map { .integer($0) }),
          "offsets": .array(encoding.offsets.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) }),
        ])
      } else {
        Output.line(zip(encoding.tokens, encoding.ids).map { "\($0):\($1)" }.joined(separator: " "))
      }
    }
  }
}
