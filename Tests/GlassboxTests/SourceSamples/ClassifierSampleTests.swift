import Glassbox
import Testing

/// A tokenizer and a classifier are loaded by name, and a Chinese sentence goes through both, as the first sample for the
/// library `transformers` often does.
@Suite("Sample: a pretrained classifier and a Chinese sentence") struct ClassifierSampleTests {
  private let text = "这是一个示例文本。"

  @Test("Tokenizer and model come from one folder; the model gives a score for each class")
  func scores() throws {
    let folder = ModelFolders.tiny("bert-sequence")
    let tokenizer = try AutoTokenizer.load(from: folder)
    let model = try AutoModelForSequenceClassification.load(from: folder)
    let inputs = tokenizer.encode(text, addingSpecialTokens: true)
    #expect(inputs.tokens.first == "[CLS]" && inputs.tokens.last == "[SEP]")
    let outputs = evaluating { model(Tensor(indices: inputs.ids).unsqueezed(0)) }
    #expect(outputs.shape == [1, model.labels.count])
  }

  // The sample loads "bert-base-uncased", which has no head for classes: its scores are random, and the sample does not say so.
  @Test("A head that the folder lacks is announced as untrained")
  func untrained() throws {
    var reports: [LoadingReport] = []
    _ = try AutoModelForSequenceClassification.load(from: ModelFolders.tiny("bert-masked"), labels: ["no", "yes"]) {
      reports.append($0)
    }
    #expect(reports.count == 1 && reports[0].untrained.contains { $0.contains("output") })
    #expect("\(reports)".contains("train it before you trust it"))
  }

  // A vocabulary of English pieces has no Chinese characters: look at the pieces before trusting a model.
  @Test("An English vocabulary makes unknown tokens of a Chinese text")
  func pieces() {
    let english = PipelineTokenizer.trainedWordPieces(on: KitCorpus.topics.map(\.text), vocabularySize: 200)
    let tokens = english.encode(text, addingSpecialTokens: false).tokens
    #expect(tokens.count == text.count && Set(tokens) == ["[UNK]"])
  }
}
