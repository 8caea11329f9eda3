import Foundation
import Glassbox
import Testing

/// The examples of Tokenizers.
@Suite("The examples of tokenizers") struct TokenizerExampleTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "glassbox-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test("Small ones")
  func small() {
    do {
      let tokenizer = CharacterTokenizer(text: "hello")
      #expect(tokenizer.ids(of: "hole") == [1, 3, 2, 0])
    }
    do {
      let tokenizer = WordTokenizer(text: "the cat sat on the mat.")
      #expect(tokenizer.ids(of: "the cat sat.") == [6, 2, 5, 1])
      #expect(tokenizer.text(of: [6, 2, 0, 5, 1]) == "the cat <unk> sat .")
    }
    let pairs = BasicBytePairs(text: "aaabdaaabac", merges: 3)
    #expect(pairs.encode("aaabdaaabac") == [258, 100, 258, 97, 99])
    #expect(pairs.decode([258, 100, 258, 97, 99]) == "aaabdaaabac")
    #expect(BasicBytePairs(text: "aaabdaaabac", merges: 3).description == "BasicBytePairs: 259 tokens, 3 joins")
    #expect(CharacterTokenizer(text: "hello").description == "CharacterTokenizer: 4 characters")
    #expect(WordTokenizer(text: "the cat sat").description == "WordTokenizer: 4 words")
    var decoder = StreamingDecoder(CharacterTokenizer(text: "abc"))
    let text = decoder.append(0) + decoder.append(2) + decoder.finish()
    #expect(text == "ac")
    var words = StreamingDecoder(WordTokenizer(text: "a cat sat"), after: [1, 2])
    #expect(words.append(3) == " sat")
  }

  @Test("Texts that come from outside")
  func outside() throws {
    func length(of text: String, _ tokenizer: some Tokenizer) -> Int? {
      do { return try tokenizer.encoding(of: text, addingSpecialTokens: false).count } catch {
        print(error)
        return nil
      }
    }
    #expect(length(of: "hole", CharacterTokenizer(text: "hello")) == 4)
    let tokenizer = try PipelineTokenizer.trainedBytePairs(on: ["low"], vocabularySize: 257)
    #expect(try tokenizer.encoding(of: "low", pair: nil).tokens == ["lo", "w"])
  }

  @Test("Learning a vocabulary")
  func learning() throws {
    do {
      let tokenizer = try PipelineTokenizer.trainedBytePairs(on: ["aaabdaaabac"], vocabularySize: 259)
      let tokens = tokenizer.encode("aaabdaaabac", addingSpecialTokens: false).tokens
      #expect(tokens == ["aaab", "d", "aaab", "a", "c"])
    }
    do {
      let tokenizer = try PipelineTokenizer.trainedUnigrams(on: ["low lower lowest"], vocabularySize: 10)
      let tokens = tokenizer.encode("lowers", addingSpecialTokens: false).tokens
      #expect(tokens == ["▁low", "e", "r", "s"])
    }
    let tokenizer = try PipelineTokenizer.trainedBytePairs(on: ["low lower lowest"], vocabularySize: 262)
    #expect(tokenizer.text(of: tokenizer.ids(of: "lower 水")) == "lower 水")
  }

  @Test("Windows and batches")
  func batches() throws {
    do {
      let tokenizer = try PipelineTokenizer.trainedBytePairs(on: [], vocabularySize: 256)
      let truncation = Truncation(maximumLength: 4, stride: 1)
      let kept = tokenizer.encode("abcdefg", pair: nil, truncation: truncation).tokens
      #expect(kept == ["a", "b", "c", "d"])
      #expect(tokenizer.windows(on: "abcdefg", truncation: truncation)[1].tokens == ["d", "e", "f", "g"])
      #expect(tokenizer.encode(batch: ["a", "bc"]).map(\.tokens) == [["a"], ["b", "c"]])
    }
    do {
      let tokenizer = PipelineTokenizer.trainedWordPieces(on: ["a b c d"], vocabularySize: 30)
      let truncation = Truncation(maximumLength: 6, strategy: .onlySecond, stride: 1)
      let windows = tokenizer.windows(on: "a", pair: "b c d", truncation: truncation)
      #expect(windows[0].tokens == ["[CLS]", "a", "[SEP]", "b", "c", "[SEP]"])
      #expect(windows[1].tokens == ["[CLS]", "a", "[SEP]", "c", "d", "[SEP]"])
    }
    do {
      let tokenizer = try PipelineTokenizer.trainedBytePairs(on: [], vocabularySize: 257, specialTokens: ["<end>"])
      #expect(tokenizer.encode("a<end><end>", recognizingSpecialTokensIn: [1..<6]).ids.count == 7)
    }
    let tokenizer = PipelineTokenizer.trainedWordPieces(on: ["low", "lowest"], vocabularySize: 40)
    let batch = tokenizer.encode(batch: ["low", "low low"], padding: tokenizer.padding)
    #expect(batch.map(\.attentionMask) == [[1, 1, 1, 0], [1, 1, 1, 1]])
  }

  @Test("Files")
  func files() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let trained = try PipelineTokenizer.trainedBytePairs(on: ["to be or not to be"], vocabularySize: 260)
      try trained.save(to: folder)
      #expect(try AutoTokenizer.load(from: folder).ids(of: "to be") == trained.ids(of: "to be"))
    }
    do {
      let tokenizer = PipelineTokenizer.trainedWordPieces(on: ["low", "lowest"], vocabularySize: 40)
      let names = try tokenizer.saveVocabulary(to: folder)
      #expect(names == ["vocab.txt"])
    }
    let settings = #"{"model_max_length": 512, "pad_token": "[PAD]"}"#
    try settings.write(toFile: "\(folder)/tokenizer_config.json", atomically: true, encoding: .utf8)
    let tokenizer = try AutoTokenizer.load(from: folder)
    #expect(tokenizer.settings.maximumLength == 512)
    #expect(tokenizer.settings.marks[.padding] == "[PAD]")
  }
}
