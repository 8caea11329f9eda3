import LanguageModels
import NeuralNetworks
import Tensors

/// Training steps: forward, backward, clip where a GPT is trained, AdamW. And text, token by token.
enum Training {
  static var kinds: [String: (BenchmarkCase.Sizes) -> () -> Void] {
    [
      "gpt-training": { gpt($0, time: $0["block"]) }, "gpt2-training": { gpt($0, time: $0["time"]) },
      "lstm-training": lstm,
      "mlp-training": mlp, "gpt2-generation": { generation($0, isQuantized: false) },
      "gpt2-generation-int8": { generation($0, isQuantized: true) },
    ]
  }

  private static func gpt(_ sizes: BenchmarkCase.Sizes, time: Int) -> () -> Void {
    let model = GPT(sizes)
    let tokens = Tensor.randomIndices([sizes["batch"], time], below: sizes["vocabulary"])
    let targets = Tensor.randomIndices([sizes["batch"], time], below: sizes["vocabulary"])
    return step(of: model, clip: 1) { crossEntropy(model.logits(tokens, cache: nil), targets) }
  }

  private static func lstm(_ sizes: BenchmarkCase.Sizes) -> () -> Void {
    let model = Recurrent(sizes["input"], sizes["hidden"], classes: 10)
    let x = Tensor.normal([sizes["batch"], sizes["time"], sizes["input"]])
    let targets = Tensor.randomIndices([sizes["batch"]], below: 10)
    return step(of: model) { crossEntropy(model(x), targets) }
  }

  private static func mlp(_ sizes: BenchmarkCase.Sizes) -> () -> Void {
    let model = MLP(sizes.widths, activation: .relu)
    let x = Tensor.normal([sizes["batch"], sizes.widths[0]])
    let targets = Tensor.randomIndices([sizes["batch"]], below: sizes.widths[sizes.widths.count - 1])
    return step(of: model) { crossEntropy(model(x), targets) }
  }

  private static func generation(_ sizes: BenchmarkCase.Sizes, isQuantized: Bool) -> () -> Void {
    let model = GPT(sizes)
    if isQuantized { model.quantizeWeights() }
    releaseUnusedMemory()
    let prompt = Tensor.randomIndices([sizes["batch"], sizes["prompt"]], below: sizes["vocabulary"])
    return {
      withoutGradients {
        let cache = model.makeCache()
        var given = prompt
        for _ in 0..<sizes["tokens"] {
          // Only the last position says what comes next.
          let logits = model.lastLogits(given, cache: cache)  // [batch, vocabulary]
          given = logits.argmax(axis: -1, keepDims: true)
        }
      }
    }
  }

  /// One step of training as a function without arguments.
  private static func step(
    of model: any Module, clip: Double? = nil, _ loss: @escaping () -> Tensor
  ) -> () -> Void {
    let optimizer = AdamW(model, learningRate: 1e-3)
    return {
      optimizer.zeroGradients()
      loss().backward()
      optimizer.step(clippingNormTo: clip)
    }
  }
}
