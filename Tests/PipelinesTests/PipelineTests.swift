import Foundation
import LanguageModels
import NeuralNetworks
import Pipelines
import Randomness
import Tensors
import Testing
import TextGeneration
import Tokenizers

@Suite("Pipelines") struct PipelineTests {
  @Test("A long context is read through windows, and an answer at its end is found")
  func longContext() throws {
    let answer = try pipeline(.questionAnswering, model: Expected.folder("bert-question"))
    let sentence = "The old river runs past quiet towns and carries small boats of grain. "
    let context = String(repeating: sentence, count: 12) + "Ada and her brother built the bridge in 1843."
    let answers = try answer.answers(question: "Who built it?", context: context, count: 40)
    #expect(answers.count == 40)
    #expect(answers.map(\.probability) == answers.map(\.probability).sorted(by: >))
    #expect(Set(answers.map(\.place)).count == 40)
    let scalars = Array(context.unicodeScalars)
    for one in answers { #expect(String(String.UnicodeScalarView(scalars[one.place])) == one.text) }
    // Each part of the context was read: answers come from the first half and from the second.
    #expect(answers.contains { $0.place.upperBound < scalars.count / 2 })
    #expect(answers.contains { $0.place.lowerBound > scalars.count / 2 })
  }

  @Test("A context without spaces, one word longer than a window, ends")
  func endlessWord() throws {
    let answer = try pipeline(.questionAnswering, model: Expected.folder("bert-question"))
    let found = try answer(
      question: "Who?", context: String(repeating: "river", count: 19) + " " + String(repeating: "河", count: 300))
    #expect(!found.text.isEmpty)
  }

  @Test("A mark that a user types beside the gap is plain text")
  func forgedMarks() throws {
    let fill = try pipeline(.fillMask, model: Expected.folder("bert-masked"))
    let end = try #require(fill.tokenizer.id(for: "[SEP]"))
    let encoding = fill.tokenizer.encode("the [SEP] river", addingSpecialTokens: false)
    #expect(!encoding.ids.contains(end))
    #expect(try fill("the [SEP] [MASK] river").count == 1)
    #expect(try fill("[MASK][MASK] 河 [MASK]").count == 3)
  }

  @Test("The mark for a gap is what the folder calls so")
  func namedMask() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mask-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: Expected.folder("bert-masked"), toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for file in ["tokenizer.json", "tokenizer_config.json"] {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      try text.replacing("[MASK]", with: "<GAP>").write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
    }
    let fill = try pipeline(.fillMask, model: folder)
    let usual = try pipeline(.fillMask, model: Expected.folder("bert-masked"))
    #expect(fill.mask.content == "<GAP>" && fill.mask.id == usual.mask.id)
    let gaps = try fill("the <GAP> river")
    #expect(try gaps.map { $0.choices.map(\.id) } == usual("the [MASK] river").map { $0.choices.map(\.id) })
  }

  @Test("A gap's text has the token in its place and the other gaps as they were")
  func filledText() throws {
    let fill = try pipeline(.fillMask, model: Expected.folder("bert-masked"))
    let gaps = try fill("the [MASK] runs past [MASK] towns", top: 2)
    #expect(gaps[0].choices.allSatisfy { $0.text.contains("runs past [MASK] towns") && !$0.text.contains("[CLS]") })
    #expect(gaps[1].choices.allSatisfy { $0.text.hasPrefix("the [MASK] runs past") })
  }

  @Test("A prompt loses the mark that a template puts behind it, and keeps an end of its own")
  func promptsThatEnd() throws {
    func ids(of prompt: String, _ tokenizer: PipelineTokenizer, end: String) throws -> [Int] {
      let sizes = GPTConfiguration(
        vocabularySize: tokenizer.vocabularySize, contextLength: 16, features: 8, layers: 1, heads: 2)
      let end = try #require(tokenizer.id(for: end))
      return try TextGenerationPipeline(GPT(sizes), tokenizer: tokenizer, endTokens: [end]).ids(of: prompt)
    }
    let lines = PipelineTokenizer.characters(of: ["ab\n"])
    #expect(try ids(of: "ab\n\n", lines, end: "\n") == lines.ids(of: "ab\n\n"))
    let marked = try AutoTokenizer.load(from: Expected.folder("bert-masked"))
    let start = try #require(marked.id(for: "[CLS]"))
    #expect(try ids(of: "the river", marked, end: "[SEP]") == [start] + marked.ids(of: "the river"))
  }

  @Test("What cannot be done is said")
  func mistakes() throws {
    let write = try pipeline(.textGeneration, model: Expected.folder("gpt2"))
    let fill = try pipeline(.fillMask, model: Expected.folder("bert-masked"))
    let classify = try pipeline(.textClassification, model: Expected.folder("bert-sequence"))
    let answer = try pipeline(.questionAnswering, model: Expected.folder("bert-question"))
    let long = String(repeating: "river ", count: 60)
    #expect(throws: PipelineError.self) { try write(long) }
    #expect(throws: PipelineError.noGap(text: "no gap", mark: "[MASK]")) { try fill("no gap") }
    #expect(throws: PipelineError.setting(name: "top", value: "0", wanted: "1 or more")) { try fill("[MASK]", top: 0) }
    #expect(throws: PipelineError.tooLong(task: "textClassification", tokens: 62, limit: 48)) { try classify(long) }
    #expect(try classify(long, isCut: true).scores.count == 3)
    #expect(throws: PipelineError.nothingToRead(task: "questionAnswering")) { try answer(question: "", context: "x") }
    #expect(throws: PipelineError.nothingToRead(task: "questionAnswering")) { try answer(question: "x", context: "") }
    #expect(throws: PipelineError.self) { try answer(question: long, context: "x") }
    #expect(
      "\(PipelineError.noGap(text: "no gap", mark: "[MASK]"))"
        == "fillMask: there is no gap in \"no gap\". Write [MASK] where one is.")
    #expect(throws: CheckpointError.self) { try pipeline(.textGeneration, model: Expected.folder("bert-masked")) }
    #expect(throws: CheckpointError.self) { try pipeline(.fillMask, model: Expected.folder("gpt2")) }
    #expect(throws: CheckpointError.self) { try pipeline(.translation, model: Expected.folder("gpt2")) }
    #expect(throws: (any Error).self) { try pipeline(.textGeneration, model: "/nowhere") }
  }

  @Test("An empty prompt begins with the mark for the beginning")
  func emptyPrompt() throws {
    let write = try pipeline(.textGeneration, model: Expected.folder("gpt2"))
    #expect(try write.ids(of: "") == [1])
    #expect(try write("", GenerationConfiguration(maximumNewTokens: 3)).tokens.count <= 3)
  }

  @Test("Several prompts give what each gives alone", arguments: ["gpt2", "llama"], [1, 2, 8])
  func batches(name: String, batchSize: Int) throws {
    let write = try pipeline(.textGeneration, model: Expected.folder(name))
    let prompts = ["The", "明天北方", "Add two eggs and stir until the dough is smooth", "a", "The old river"]
    let settings = GenerationConfiguration(maximumNewTokens: 30)
    #expect(
      try write(prompts, settings, batchSize: batchSize).map(\.text) == prompts.map { try write($0, settings).text })
    #expect(throws: PipelineError.setting(name: "batchSize", value: "0", wanted: "1 or more")) {
      try write(prompts, settings, batchSize: 0)
    }
    #expect(throws: PipelineError.self) { try write(["The", String(repeating: "river ", count: 60)], settings) }
  }

  @Test("A decoder's classes hang on the text alone, not on what fills its batch")
  func decoderBatches() throws {
    let classify = try pipeline(.textClassification, model: Expected.folder("gpt2-sequence"))
    let texts = ["river", "Add two eggs and stir", "明天北方有雨", "boats of grain toward a distant harbour"]
    for (found, text) in zip(try classify(texts), texts) {
      let alone = try classify(text)
      #expect(found.label == alone.label && abs(found.probability - alone.probability) < 1e-5)
    }
    #expect(throws: PipelineError.nothingToRead(task: "textClassification")) { try classify("") }
  }

  @Test("A translation is kept with its tokenizers, and spoilt folders are refused")
  func translation() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let english = try PipelineTokenizer.trainedBytePairs(on: ["good morning river"], vocabularySize: 270)
    let chinese = try PipelineTokenizer.trainedBytePairs(
      on: ["早上好 河"], vocabularySize: 270, specialTokens: ["<begin>", "<end>"])
    let (begin, end) = try (#require(chinese.id(for: "<begin>")), #require(chinese.id(for: "<end>")))
    let model = withRandomness(seed: 4) {
      EncoderDecoder(
        EncoderDecoderConfiguration(
          sourceVocabularySize: english.vocabularySize, targetVocabularySize: chinese.vocabularySize, features: 32,
          layers: 1, heads: 2))
    }
    let pairs = [("good morning", "早上好"), ("river", "河")]
    let optimizer = AdamW(model, learningRate: 0.01)
    for _ in 0..<60 {
      for (source, target) in pairs {
        let ids = chinese.ids(of: target)
        optimizer.zeroGradients()
        let scores = model(
          Tensor(indices: english.ids(of: source)).unsqueezed(0), target: Tensor(indices: [begin] + ids).unsqueezed(0))
        crossEntropy(scores, Tensor(indices: ids + [end]).unsqueezed(0)).backward()
        optimizer.step()
      }
    }
    let translate = try TranslationPipeline(model, source: english, target: chinese, begin: begin, end: end)
    #expect(try translate(pairs.map(\.0)) == pairs.map(\.1))
    try translate.save(to: folder)
    let again = try pipeline(.translation, model: folder)
    #expect(try again(pairs.map(\.0), beams: 2) == pairs.map(\.1))
    #expect(throws: PipelineError.nothingToRead(task: "translation")) { try again("") }

    let settings = "\(folder)/config.json"
    let text = try String(contentsOfFile: settings, encoding: .utf8)
    for (old, new) in [
      ("\"hidden_size\":32", "\"hidden_size\":1000000000"), ("\"hidden_size\":32", "\"hidden_size\":\"wide\""),
      ("\"num_hidden_layers\":1", "\"num_hidden_layers\":99999999"), ("glassbox-encoder", "other-encoder"),
      ("\"eos_token_id\":", "\"end\":"),
    ] {
      try text.replacing(old, with: new).write(toFile: settings, atomically: true, encoding: .utf8)
      #expect(throws: (any Error).self) { try pipeline(.translation, model: folder) }
    }
  }
}
