import Foundation
import Testing

@testable import Tokenizers

/// `Fixtures/written` has what this library writes, and `Fixtures/written.py` has Python read it: `Tests/Setup` runs it.
@Suite("What is written, as Python has read it") struct WrittenFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "tokenizer-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// With GLASSBOX_WRITTEN=1 in the environment the files are written anew.
  @Test("The files are those that Python's tokenizers have read", arguments: TokenizerFixture.names)
  func files(name: String) throws {
    let written = "\(TokenizerFixture.folder)/written/\(name)"
    let isWritingAnew = ProcessInfo.processInfo.environment["GLASSBOX_WRITTEN"] == "1"
    if isWritingAnew { try FileManager.default.createDirectory(atPath: written, withIntermediateDirectories: true) }
    let target = isWritingAnew ? written : folder
    let tokenizer = try TokenizerFixture(name).tokenizer()
    try tokenizer.save(to: target)
    let names = ["tokenizer.json"] + ((try? tokenizer.saveVocabulary(to: target)) ?? [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: written).sorted() == names.sorted())
    for file in names {
      let (found, wanted) = (try Data(contentsOf: URL(filePath: "\(target)/\(file)")), "\(written)/\(file)")
      #expect(
        try found == Data(contentsOf: URL(filePath: wanted)),
        "\(file) has changed: write it anew with GLASSBOX_WRITTEN=1, and have Python read it with written.py")
    }
  }

  @Test("Vocabularies come back from the files of older programs", arguments: ["gpt2", "bert"])
  func back(name: String) throws {
    let tokenizer = try TokenizerFixture(name).tokenizer()
    #expect(
      try tokenizer.saveVocabulary(to: folder) == (name == "bert" ? ["vocab.txt"] : ["vocab.json", "merges.txt"]))
    let again = try AutoTokenizer.load(from: folder)
    for text in try TokenizerFixture.texts() { #expect(again.ids(of: text) == tokenizer.ids(of: text)) }
  }

  private func problem(_ tokenizer: PipelineTokenizer) -> VocabularyFileError? {
    do { try tokenizer.saveVocabulary(to: folder) } catch { return error as? VocabularyFileError }
    return nil
  }

  private func pieces(_ tokens: [(token: String, id: Int)]) throws -> PipelineTokenizer {
    let vocabulary = try #require(Vocabulary(tokens))
    return PipelineTokenizer(
      model: WordPieceModel(vocabulary: vocabulary, unknownToken: "a", continuingPrefix: "##", longestWord: 9))
  }

  @Test("What no line can hold is an error, and nothing is written")
  func unwritable() throws {
    #expect(problem(try TokenizerFixture("unigram").tokenizer()) == .noFiles(model: "Unigram"))
    #expect(problem(try TokenizerFixture("words").tokenizer()) == .noFiles(model: "WordLevel"))
    #expect(problem(try pieces([("a", 0), ("b\n", 1)])) == .unwritable(token: "b\n", file: "vocab.txt"))
    #expect(problem(try pieces([("a", 0), ("b", 2)])) == .missing(id: 1))
    let spaced = try BytePairModel(
      vocabulary: Vocabulary(["a", " ", "a "]), merges: [("a", " ")], options: BytePairModel.Options())
    let error = problem(PipelineTokenizer(model: spaced))
    #expect(error == .unwritable(token: " ", file: "merges.txt"))
    #expect(error.map { "\($0)" }?.hasPrefix(#"The token " " cannot stand in a line of merges.txt."#) == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }
}
