import Foundation
import Randomness
import TensorFiles
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("States of models") struct ModelStateTests {
  @Test("Names that can be read")
  func names() {
    let names = SmallGPT(blocks: 2).namedParameters.map(\.name)
    #expect(names.count == 2 + 2 * 12 + 2)
    #expect(
      names.prefix(14) == [
        "tokens.weight", "positions.weight", "blocks.0.attentionNorm.weight", "blocks.0.attentionNorm.bias",
        "blocks.0.attention.projection.weight", "blocks.0.attention.projection.bias",
        "blocks.0.attention.output.weight",
        "blocks.0.attention.output.bias", "blocks.0.feedForwardNorm.weight", "blocks.0.feedForwardNorm.bias",
        "blocks.0.feedForward.up.weight", "blocks.0.feedForward.up.bias", "blocks.0.feedForward.down.weight",
        "blocks.0.feedForward.down.bias",
      ])
    #expect(
      TransformerBlock(.llama(features: 4, heads: 2)).namedParameters.map(\.name) == [
        "attentionNorm.weight", "attention.query.weight", "attention.key.weight", "attention.value.weight",
        "attention.output.weight", "feedForwardNorm.weight", "feedForward.gate.weight", "feedForward.up.weight",
        "feedForward.down.weight",
      ])
    #expect(
      TransformerBlock(.originalDecoder(features: 4, heads: 2)).namedParameters.map(\.name).filter {
        $0.hasPrefix("memory")
      }
        == [
          "memoryNorm.weight", "memoryNorm.bias", "memoryAttention.projection.weight",
          "memoryAttention.projection.bias",
          "memoryAttention.output.weight", "memoryAttention.output.bias",
        ])
    #expect(
      Sequential(Linear(2, 2), ReLU(), Linear(2, 1, bias: false)).state.keys.sorted() == [
        "0.bias", "0.weight", "2.weight",
      ])
  }

  @Test("A state goes into another model, which then gives the same")
  func roundTrip() throws {
    let (one, other) = (SmallGPT(), SmallGPT())
    let tokens = Tensor([[4, 60, 2]], dtype: .int)
    #expect(one(tokens) != other(tokens))
    try other.load(one.state)
    #expect(one(tokens) == other(tokens))
    // A value, not the model's own numbers.
    let state = one.state
    one.norm.weight?.value = .zeros([8])
    #expect(state["norm.weight"] == .ones([8]))
    #expect(other.head.weight === other.tokens.weight)
  }

  @Test("What does not fit is told all at once, and nothing changes")
  func mistakes() {
    let model = Sequential(Linear(2, 3), Linear(3, 1, bias: false))
    let before = model.state
    var state = before.mapValues { $0 + 1 }
    state["0.bias"] = nil
    state["1.weight"] = .zeros([1, 4])
    state["lm_head.weight"] = .zeros([7])
    let error = #expect(throws: StateError.self) { try model.load(state) }
    #expect(error?.missing == [.init(name: "0.bias", shape: [3])])
    #expect(error?.unexpected == [.init(name: "lm_head.weight", shape: [7])])
    #expect(error?.misshapen == [.init(name: "1.weight", found: [1, 4], wanted: [1, 3])])
    #expect(
      error?.description == """
        The numbers do not fit the model, which stays as it was.
           missing: 0.bias [3]
           unexpected: lm_head.weight [7]
           wrong shape: 1.weight is [1, 4], and the model has [1, 3]
        """)
    #expect(model.state == before)
  }

  @Test("Of many misfits some are told")
  func many() {
    let error = #expect(throws: StateError.self) { try SmallGPT().load([:]) }
    #expect(error?.missing.count == 40)
    #expect(error?.description.hasSuffix("\n   missing: … and 32 more") == true)
  }

  @Test("A parameter with two names is loaded by either, and by both if they agree")
  func tied() throws {
    let model = SmallGPT(blocks: 0)
    var state = model.state
    #expect(state.keys.sorted() == ["norm.bias", "norm.weight", "positions.weight", "tokens.weight"])
    let numbers = Tensor.full([65, 8], 0.5)
    state["head.weight"] = numbers
    let error = #expect(throws: StateError.self) { try model.load(state) }
    #expect(
      error?.description.contains("tokens.weight and head.weight are one parameter, and their numbers differ") == true)
    state["tokens.weight"] = numbers
    try model.load(state)
    #expect(model.tokens.weight.value == numbers)
    state["tokens.weight"] = nil
    state["head.weight"] = numbers * 2
    try model.load(state)
    #expect(model.tokens.weight.value == numbers * 2)
  }

  @Test("Numbers of other types are converted, and parameters can be")
  func conversion() throws {
    let layer = Linear(2, 1)
    layer(Tensor.ones([2])).sum().backward()
    layer.convert(to: .double)
    #expect(layer.weight.dtype == .double && layer.weight.gradient == nil)
    try layer.load(["weight": Tensor([[1, 2]]), "bias": Tensor([3], dtype: .int)])
    #expect(layer(Tensor([1, 1], dtype: .double)) == Tensor([6], dtype: .double))
    layer(Tensor([1, 1], dtype: .double)).sum().backward()
    #expect(layer.weight.gradient?.dtype == .double)
  }

  @Test(
    "Files keep everything, in half precision with rounding",
    arguments: [nil, StoredFormat.float16, .bfloat16, .float64])
  func files(format: StoredFormat?) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (one, other) = (SmallGPT(), SmallGPT())
    try one.save(to: path, format: format)
    #expect(try SafetensorsFile(path: path).metadata == ["format": "pt"])
    #expect(try SafetensorsFile(path: path)["norm.bias"].format == format ?? .float32)
    try other.load(from: path)
    // A half has 11 digits in base 2, a bfloat16 has 8.
    let tolerance = [StoredFormat.float16: 0x1p-11, .bfloat16: 0x1p-8]
    for (name, numbers) in one.state {
      let loaded = try #require(other.state[name])
      #expect(
        format.flatMap { tolerance[$0] }.map { loaded.isClose(to: numbers, tolerance: $0) } ?? (loaded == numbers))
    }
  }

  @Test("A file that does not fit changes nothing")
  func wrongFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Linear(2, 3).save(to: path)
    #expect(throws: StateError.self) { try Linear(3, 2).load(from: path) }
    #expect(throws: TensorFileError.self) { try Linear(3, 2).load(from: path + "x") }
  }
}
