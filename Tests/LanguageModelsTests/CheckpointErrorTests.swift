import Displays
import Foundation
import TensorFiles
import Testing

@testable import LanguageModels
@testable import Tensors

/// Whatever is wrong with a folder is an error that names the file, the setting, the value and what would do.
@Suite("Model folders that are wrong") struct CheckpointErrorTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  /// A copy of a folder with some settings changed; `nil` takes a setting out.
  private func folder(_ name: String, _ changes: [String: JSON?]) throws -> String {
    let copy = try temporary.copy(ModelFixture(name))
    let path = "\(copy)/config.json"
    var members = try #require(JSON(parsing: String(contentsOfFile: path, encoding: .utf8)).objectValue)
    for (name, value) in changes { members[name] = value }
    try JSON.object(members).text.write(toFile: path, atomically: true, encoding: .utf8)
    return copy
  }

  private func problem(_ body: () throws -> Any) -> String {
    do {
      _ = try body()
      return "nothing was wrong"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A setting that is not supported, or makes no model, is named",
    arguments: [
      ("gpt2", "model_type", "mamba", "\"model_type\" is \"mamba\", which is not supported"),
      ("gpt2", "model_type", nil, "\"model_type\" is missing. It should be one of gpt2, llama, bert, distilbert."),
      ("gpt2", "activation_function", "prelu", "\"activation_function\" is \"prelu\", which is not supported"),
      ("gpt2", "add_cross_attention", true, "\"add_cross_attention\" is true"),
      ("gpt2", "scale_attn_weights", "yes", "\"scale_attn_weights\" is \"yes\". It should be true or false."),
      ("gpt2", "n_head", 3, "GPT: heads is 3. It should be a divisor of features, which is 16."),
      ("gpt2", "n_head", 0, "GPT: heads is 0. It should be a whole number from 1"),
      ("gpt2", "n_embd", "wide", "\"n_embd\" is \"wide\". It should be a whole number."),
      ("gpt2", "n_embd", 1.5, "\"n_embd\" is 1.5. It should be a whole number."),
      ("gpt2", "layer_norm_epsilon", -1, "GPT: epsilon is -1.0. It should be a number above 0."),
      ("gpt2", "n_layer", 1_000_000, "They belong to different models."),
      ("gpt2", "n_layer", -5, "GPT: layers is -5."),
      ("gpt2", "vocab_size", 9_000_000_000, "GPT: vocabularySize is 9000000000."),
      ("llama", "attention_bias", "no", "\"attention_bias\""),
      ("llama", "rope_parameters", "fast", "\"rope_parameters\" is \"fast\". It should be an object of settings."),
      ("llama", "rope_parameters", ["rope_type": "linear"], "\"rope_parameters.factor\""),
      ("llama", "rope_parameters", ["rope_type": "linear", "factor": -2], "rotaryScaling.factor is -2"),
      (
        "llama", "rope_parameters",
        ["rope_type": "llama3", "factor": 8, "low_freq_factor": 4, "high_freq_factor": 4], "rotaryScaling.mostTurns"
      ),
      ("llama", "rope_parameters", ["partial_rotary_factor": 0.5], "\"rope_parameters.partial_rotary_factor\" is 0.5"),
      ("llama", "rope_parameters", ["rope_type": "dynamic", "factor": 1e300], "rotaryScaling.factor is 1e+300."),
      ("llama", "rope_parameters", ["rope_type": "dynamic", "factor": 0.5], "rotaryScaling.factor is 0.5."),
      ("llama", "rope_parameters", ["rope_type": "dynamic"], "\"rope_parameters.factor\" is missing"),
      ("gpt2", "quantization_config", ["quant_method": "gptq"], "\"quantization_config\", by gptq: the weights are q"),
      ("gpt2", "embd_pdrop", 1.5, "GPT: embeddingDropout is 1.5."),
      ("gpt2", "attn_pdrop", "some", "\"attn_pdrop\" is \"some\"."),
      ("llama", "hidden_act", "xielu", "\"hidden_act\" is \"xielu\""),
      ("llama", "head_dim", 7, "Llama: headSize is 7."),
      ("llama", "head_dim", 0, "Llama: headSize is 0."),
      ("llama", "head_dim", 16_777_216, "Llama: heads · headSize is 67108864."),
      ("llama", "head_dim", "wide", "\"head_dim\" is \"wide\"."),
      ("llama", "num_key_value_heads", 3, "Llama: keyValueHeads is 3."),
      ("llama", "rope_parameters", ["rope_type": "longrope"], "\"rope_parameters.rope_type\" is \"longrope\""),
      ("bert", "model_type", "bert", "This is a model that reads (bert), and a model that writes was asked for."),
    ] as [(String, String, JSON?, String)])
  func settings(name: String, field: String, value: JSON?, words: String) throws {
    let folder = try folder(name, [field: value])
    let found = problem { try AutoModelForCausalLM.load(from: folder) }
    #expect(found.contains(words), "\(found)")
    #expect(found.hasPrefix("\(folder)/config.json: "), "\(found)")
  }

  @Test("Settings of encoders are looked at as well")
  func encoderSettings() throws {
    let relative = try folder("bert", ["position_embedding_type": "relative_key"])
    #expect(problem { try AutoModel.load(from: relative) }.contains("\"position_embedding_type\" is \"relative_key\""))
    let writer = try ModelFixture("gpt2").folder
    #expect(problem { try AutoModelForMaskedLM.load(from: writer) }.contains("This is a model that writes (gpt2)"))
  }

  @Test("What scores stand for is one of three things")
  func problemType() throws {
    let folder = try folder("gpt2-sequence", ["problem_type": "guessing"])
    let found = problem { try AutoModelForSequenceClassification.load(from: folder) }
    #expect(
      found.contains("\"problem_type\" is \"guessing\". It should be one of single_label_classification, "), "\(found)")
  }

  @Test("A dynamic rotation of a length that is none is an error")
  func dynamicLength() throws {
    for length in [-1, Int.max] {
      let folder = try folder(
        "llama",
        ["max_position_embeddings": .integer(length), "rope_parameters": ["rope_type": "dynamic", "factor": 1e300]])
      #expect(problem { try AutoModelForCausalLM.load(from: folder) }.contains("Llama: contextLength is \(length)."))
      try FileManager.default.removeItem(atPath: folder)
    }
  }

  @Test(
    "Class names with gaps, without any, and twice the same are named",
    arguments: [
      (["0": "a", "2": "b"], "from 0 to 1"),
      ([:], "\"id2label\" is {}. It should be an object of names by number, with one class"),
      (["0": "a", "1": "a"], "another name for each class"), (["0": "a", "00": "b"], "from 0 to 1"),
    ] as [(JSON, String)])
  func labels(names: JSON, words: String) throws {
    let folder = try folder("bert-sequence", ["id2label": names])
    for found in [
      problem { try AutoModelForSequenceClassification.load(from: folder) },
      problem { try AutoModelForTokenClassification.load(from: folder) },
    ] { #expect(found.contains("\"id2label\" is") && found.contains(words), "\(found)") }
  }

  @Test("A head for no classes is refused", arguments: [[], ["a", "a"]])
  func noClasses(labels: [String]) throws {
    let folder = try ModelFixture("bert").folder
    for found in [
      problem { try AutoModelForSequenceClassification.load(from: folder, labels: labels) },
      problem { try AutoModelForTokenClassification.load(from: folder, labels: labels) },
    ] { #expect(found.contains("\"labels\" is [") && found.contains("one name or more"), "\(found)") }
  }

  // As bitsandbytes keeps a layer: numbers of 8 bits, and a scale for each row beside them.
  @Test("Weights that are whole numbers are refused by their name")
  func wholeNumbers() throws {
    let copy = try temporary.copy(ModelFixture("llama"))
    var tensors = try Tensor.loadAll(copy)
    let name = "model.layers.0.self_attn.q_proj.weight"
    tensors[name] = try #require(tensors[name]).converted(to: .int)
    try Tensor.save(tensors, to: "\(copy)/model.safetensors")
    let found = problem { try AutoModelForCausalLM.load(from: copy) }
    #expect(found.contains("The tensor \(name) holds int64: the weights are quantized"), "\(found)")
    #expect(found.contains("model.dequantize()"))
  }

  @Test("A first transformer of absurd sizes is an error")
  func encoderDecoder() throws {
    let model = EncoderDecoder(
      EncoderDecoderConfiguration(sourceVocabularySize: 8, targetVocabularySize: 8, features: 8, layers: 1, heads: 2))
    let folder = "\(temporary.path)/first"
    try model.save(to: folder, begin: 1, end: 2)
    let path = "\(folder)/config.json"
    var members = try #require(JSON(parsing: String(contentsOfFile: path, encoding: .utf8)).objectValue)
    (members["hidden_size"], members["intermediate_size"]) = (.integer(Int.max / 2), nil)
    try JSON.object(members).text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(problem { try EncoderDecoder.load(from: folder) }.contains("EncoderDecoder: features is \(Int.max / 2)."))
  }

  @Test("Files that are not there are named", arguments: ["config.json", "model.safetensors"])
  func missingFile(name: String) throws {
    let copy = try temporary.copy(ModelFixture("gpt2"))
    try FileManager.default.removeItem(atPath: "\(copy)/\(name)")
    #expect(problem { try AutoModelForCausalLM.load(from: copy) }.contains(name))
  }

  @Test("A tensor of another shape is named with both shapes")
  func wrongShape() throws {
    let folder = try folder("gpt2", ["n_inner": 20])
    let found = problem { try AutoModelForCausalLM.load(from: folder) }
    #expect(found.contains("h.0.mlp.c_fc.weight has the shape [16, 64], and the configuration asks for [16, 20]"))
  }

  @Test("Tensors that are missing are named")
  func missingTensor() throws {
    let copy = try temporary.copy(ModelFixture("gpt2"))
    var tensors = try Tensor.loadAll(copy)
    tensors["transformer.h.1.mlp.c_fc.bias"] = nil
    try Tensor.save(tensors, to: "\(copy)/model.safetensors")
    let found = problem { try AutoModelForCausalLM.load(from: copy) }
    #expect(
      found.contains("The weights lack a tensor that the model needs: transformer.h.1.mlp.c_fc.bias."), "\(found)")
  }

  @Test("Spoilt configurations are errors, whatever stands in them")
  func spoilt() throws {
    let copy = try temporary.copy(ModelFixture("llama"))
    let path = "\(copy)/config.json"
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    var generator = SystemRandomNumberGenerator()
    var failures = 0
    for round in 0..<400 {
      var changed = bytes
      if round % 4 == 0 {
        changed.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
      } else {
        for _ in 0...round % 3 { changed[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255) }
      }
      try Data(changed).write(to: URL(filePath: path))
      do { _ = try AutoModelForCausalLM.load(from: copy, report: { _ in }) } catch { failures += 1 }
    }
    #expect(failures > 100)
  }

  @Test("What is no object, or nested without end, is an error", arguments: ["[]", "", "{", "3", "null"])
  func noObject(text: String) throws {
    let copy = try temporary.copy(ModelFixture("gpt2"))
    try text.write(toFile: "\(copy)/config.json", atomically: true, encoding: .utf8)
    #expect(problem { try AutoModelForCausalLM.load(from: copy) }.contains("This is no JSON object"))
    let deep = String(repeating: "{\"a\":", count: 100_000)
    try deep.write(toFile: "\(copy)/config.json", atomically: true, encoding: .utf8)
    #expect(problem { try AutoModelForCausalLM.load(from: copy) }.contains("levels of brackets"))
  }
}
