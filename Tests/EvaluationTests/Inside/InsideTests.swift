import Displays
import LanguageModels
import NeuralNetworks
import Randomness
import Tensors
import Testing

@testable import Evaluation

@Suite("Looking inside a model") struct InsideTests {
  private let tokens = [3, 1, 4, 1, 5, 9, 2, 6]
  private static func models() -> [any LayeredLanguageModel] {
    var llama = LlamaConfiguration(vocabularySize: 10, contextLength: 32, features: 16, layers: 3, heads: 4)
    llama.keyValueHeads = 2
    let gpt = GPTConfiguration(vocabularySize: 10, contextLength: 32, features: 16, layers: 3, heads: 4)
    return withRandomness(seed: 6) {
      let models: [any LayeredLanguageModel] = [GPT(gpt), Llama(llama)]
      // Larger weights, so that heads look at different places.
      for model in models {
        for parameter in model.parameters where parameter.shape.count == 2 { parameter.value = parameter.value * 20 }
      }
      return models
    }
  }

  private func logits(_ model: any LayeredLanguageModel, _ tokens: [Int]) -> Tensor {
    evaluating { model.logits(Tensor(indices: tokens).unsqueezed(0), cache: nil)[0] }
  }

  @Test("Each row of a map sums to 1, and nobody looks ahead") func maps() {
    for model in Self.models() {
      let maps = AttentionPattern.all(of: model, tokens: tokens)
      #expect(maps.map(\.title) == (0..<12).map { "layer \($0 / 4), head \($0 % 4)" })
      for map in maps {
        for (position, row) in map.weights.enumerated() {
          expectClose(row.reduce(0, +), 1, within: 1e-5)
          #expect(row[(position + 1)...].allSatisfy { $0 == 0 })
        }
        #expect(map.entropies[0] == 0)
        #expect(zip(map.entropies, 1...).allSatisfy { $0 >= 0 && $0 <= Double.log($1) + 1e-5 })
      }
    }
  }

  @Test("A map shows itself with its tokens") func display() throws {
    let map = AttentionPattern.all(of: Self.models()[0], tokens: [1, 2], names: ["床", " "])[1]
    let lines = map.display.text.split(separator: "\n")
    #expect(lines[0] == "layer 0, head 1")
    #expect(lines[1].contains("床") && lines[1].contains("␣"))
    #expect(lines[3].hasPrefix("床") && lines[3].hasSuffix("1.00  0.00"))
    guard case .text(let html) = map.display[.html] else { return #expect(Bool(false)) }
    #expect(html.contains("rgba(0, 60, 140, 1.0)"))
  }

  @Test("The lens at the last layer is the output, and before it is not") func lens() {
    for model in Self.models() {
      let lens = LogitLens(model, tokens: tokens)
      #expect(lens.probabilities.shape == [3, 8, 10])
      let output = softmax(logits(model, tokens))
      #expect(lens.probabilities[2].isClose(to: output, tolerance: 1e-5))
      #expect(!lens.probabilities[0].isClose(to: output, tolerance: 1e-2))
      #expect(lens.guess(layer: 2, position: 7).token == output[7].argmax())
      #expect(lens.description.split(separator: "\n").count == 10)
    }
  }

  @Test("A silent head is one whose part of the output's weights is 0") func ablation() {
    for model in Self.models() {
      let ablated = model.withoutHead(2, layer: 1) { logits(model, tokens) }
      let output = model.blocks[1].attention.output.weight
      let kept = output.value
      output.value = kept * Tensor((0..<16).map { $0 / 4 == 2 ? 0.0 : 1.0 })
      let wanted = logits(model, tokens)
      output.value = kept
      #expect(ablated.isClose(to: wanted, tolerance: 1e-3))
      #expect(!ablated.isClose(to: logits(model, tokens), tolerance: 1e-2))
    }
  }

  @Test("The rise of the loss is that without the head") func rises() {
    for model in Self.models() {
      let ablation = HeadAblation(of: model, tokens: tokens)
      #expect(ablation.rises.map(\.count) == [4, 4, 4])
      expectClose(ablation.loss, model.likelihood(of: tokens).meanNats, within: 1e-5)
      let without = model.withoutHead(3, layer: 0) { model.likelihood(of: tokens).meanNats }
      expectClose(ablation.rises[0][3], without - ablation.loss, within: 1e-5)
      #expect(ablation.description.contains("layer 2"))
    }
  }

  @Test("All of the stream after the last layer is the answer; before a token that differs, nothing") func patching() {
    for model in Self.models() {
      var corrupted = tokens
      corrupted[4] = 7
      let patching = ActivationPatching(model, clean: tokens, corrupted: corrupted, answer: 0, other: 8)
      expectClose(patching.recovered[2][7], 1, within: 1e-3)
      for layer in 0..<3 {
        for position in 0..<4 { expectClose(patching.recovered[layer][position], 0, within: 1e-3) }
      }
      for position in 0..<7 { expectClose(patching.recovered[2][position], 0, within: 1e-3) }
      let (clean, other) = (logits(model, tokens)[7], logits(model, corrupted)[7])
      expectClose(patching.clean, Double(clean[0].item - clean[8].item), within: 1e-3)
      expectClose(patching.corrupted, Double(other[0].item - other[8].item), within: 1e-3)
      #expect(patching.display.text.contains("recovered"))
    }
  }

  @Test("Of an untrained model no head copies") func noInduction() {
    let model = withRandomness(seed: 1) {
      GPT(GPTConfiguration(vocabularySize: 30, contextLength: 32, features: 16, layers: 2, heads: 2))
    }
    let score = InductionScore(model, length: 12)
    // From place 12 + i a head that looks at all alike gives each 1 / (13 + i).
    let even = (0..<12).reduce(0.0) { $0 + 1 / Double(13 + $1) } / 12
    for head in score.heads.joined() { expectClose(head, even, within: 0.01) }
    expectClose(score.gain, 0, within: 0.1)
  }

  /// A model whose first head looks at the token before and writes down what it was, and whose second head, if there is
  /// one, looks for places where what it sees now was written down, and says what is there.
  private func copying(layers: Int) throws -> GPT {
    let (vocabulary, context) = (64, 16)
    let features = 2 * vocabulary + context
    let model = GPT(
      GPTConfiguration(
        vocabularySize: vocabulary, contextLength: context, features: features, layers: layers, heads: 1))
    let parameters = Dictionary(uniqueKeysWithValues: model.namedParameters.map { ($0.name, $0.parameter) })
    /// Sets a matrix to 0 but for a diagonal each, of so many numbers, from a row and a column on.
    func set(_ name: String, _ diagonals: [Diagonal]) throws {
      let parameter = try #require(parameters[name])
      var numbers = [Float](repeating: 0, count: parameter.count)
      for diagonal in diagonals {
        for step in 0..<diagonal.count {
          numbers[(diagonal.row + step) * parameter.shape[1] + diagonal.column + step] = diagonal.value
        }
      }
      parameter.value = Tensor(numbers, shape: parameter.shape)
    }
    // Features: which token, which token was before, which position.
    let (before, place) = (vocabulary, 2 * vocabulary)
    let (keys, values) = (features, 2 * features)
    try set("tokens.weight", [Diagonal(row: 0, column: 0, count: vocabulary, value: 1)])
    try set("positions.weight", [Diagonal(row: 0, column: place, count: context, value: 1)])
    for layer in 0..<layers {
      try set("blocks.\(layer).attention.output.weight", [Diagonal(row: 0, column: 0, count: features, value: 1)])
      try set("blocks.\(layer).feedForward.down.weight", [])
    }
    let lookBack = [
      Diagonal(row: 0, column: place + 1, count: context - 1, value: 5),
      Diagonal(row: keys, column: place, count: context, value: 1),
      Diagonal(row: values + before, column: 0, count: vocabulary, value: 0.12),
    ]
    try set("blocks.0.attention.projection.weight", lookBack)
    let copy = [
      Diagonal(row: 0, column: 0, count: vocabulary, value: 5),
      Diagonal(row: keys, column: before, count: vocabulary, value: 1),
      Diagonal(row: values, column: 0, count: vocabulary, value: 1),
    ]
    if layers > 1 { try set("blocks.1.attention.projection.weight", copy) }
    return model
  }

  @Test("Two layers made to copy are found to copy; the first alone does not") func induction() throws {
    let two = try InductionScore(copying(layers: 2), length: 8)
    let one = try InductionScore(copying(layers: 1), length: 8)
    #expect(two.heads[1][0] > 0.7)
    #expect(two.heads[0][0] < 0.2 && one.best < 0.2)
    #expect(two.gain > 2 && one.gain < 0.5)
    #expect(two.description.contains("layer 1"))
  }
}

/// Numbers of a matrix, each one row and one column further.
private struct Diagonal {
  let row: Int
  let column: Int
  let count: Int
  let value: Float
}

extension Double {
  fileprivate static func log(_ count: Int) -> Double { Tensors.log(Tensor(Double(count))).doubleItem }
}
