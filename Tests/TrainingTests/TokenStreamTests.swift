import Corpora
import Tensors
import Testing
import Tokenizers

@testable import Training

@Suite("Streams of tokens") struct TokenStreamTests {
  @Test("Targets are the inputs one place further, in every block", arguments: [1, 3, 7, 20])
  func shift(length: Int) throws {
    let stream = try TokenStream([Array(0..<31), Array(50..<60)], blockLength: length, separator: 99)
    #expect(stream.documentStarts == [0, 32] && stream.tokens[31] == 99)
    var seen: [Int] = []
    for number in 0..<stream.blockCount {
      let (inputs, targets) = stream.block(number)
      #expect(inputs.dropFirst() == targets.dropLast() && inputs.count == length)
      seen += inputs
      #expect(targets.last == stream.tokens[seen.count])
    }
    #expect(seen == Array(stream.tokens.prefix(seen.count)))
    #expect(stream.tokens.count - 1 - seen.count < length)
  }

  @Test("Blocks may begin anywhere, and behind the end comes the beginning")
  func anywhere() throws {
    let stream = try TokenStream([Array(0..<10)], blockLength: 4)
    let batch = stream.batch(startingAt: [3, 8])
    #expect(batch.inputs.ints == [3, 4, 5, 6, 8, 9, 0, 1] && batch.targets.ints == [4, 5, 6, 7, 9, 0, 1, 2])
  }

  @Test("Texts that are too short are an error")
  func short() {
    #expect(throws: TokenStreamError.tooShort(tokens: 3, blockLength: 3)) {
      try TokenStream([[1, 2, 3]], blockLength: 3)
    }
    #expect(throws: TokenStreamError.blockLength(0)) { try TokenStream([[1]], blockLength: 0) }
  }

  /// Knows one word.
  private struct OneWord: Tokenizer {
    let vocabularySize = 1
    func encode(_ text: String, addingSpecialTokens: Bool) -> Encoding { Encoding(ids: [0]) }
    func encoding(of text: String, addingSpecialTokens: Bool) throws(TokenizerError) -> Encoding {
      guard text == "low" else { throw .noUnknownToken(nil, text: text) }
      return encode(text, addingSpecialTokens: addingSpecialTokens)
    }
    func decode(_ ids: [Int], skippingSpecialTokens: Bool) -> String { "low" }
    func token(for id: Int) -> String? { "low" }
    func id(for token: String) -> Int? { 0 }
  }

  @Test("A text without a token is an error that says which text it is")
  func unknown() throws {
    let error = #expect(throws: TokenStreamError.self) {
      try TokenStream(Corpus("c", documents: ["low", "zz"]), tokenizer: OneWord(), blockLength: 1)
    }
    #expect(error == .tokenizer(.noUnknownToken(nil, text: "zz"), document: 1))
    #expect("\(try #require(error))".hasPrefix("Text 2: The tokenizer has no token for \"zz\""))
    let corpus = Corpus("c", documents: ["low", "low"])
    #expect(try TokenStream(corpus, tokenizer: OneWord(), blockLength: 1).tokens == [0, 0])
  }

  @Test("Each epoch has every example once, in an order of its own", arguments: [(10, 4), (7, 7), (3, 8), (1, 1)])
  func order(count: Int, size: Int) {
    let order = ExampleOrder(count: count, batchSize: size, seed: 3)
    let all = (0..<count * 2).flatMap(order.examples)
    for epoch in 0..<2 * size {
      #expect(all[epoch * count..<(epoch + 1) * count].sorted() == Array(0..<count))
    }
    #expect(order.examples(ofBatch: 5) == ExampleOrder(count: count, batchSize: size, seed: 3).examples(ofBatch: 5))
  }

  @Test("Padding and prompts cost nothing")
  func masks() {
    let batch = TokenBatch(
      segments: [[PromptSegment([1, 2, 3]), PromptSegment([4, 5], isLearned: true)], [PromptSegment([6, 7])]], filler: 0
    )
    #expect(batch.inputs == Tensor(indices: [1, 2, 3, 4, 6, 0, 0, 0]).reshaped(to: [2, 4]))
    #expect(batch.targets.ints == [-100, -100, 4, 5, -100, -100, -100, -100])
    #expect(batch.targetCount == 2)
  }
}
