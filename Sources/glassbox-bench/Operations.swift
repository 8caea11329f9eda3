import NeuralNetworks
import Tensors

/// Single operations. Each function takes the sizes of a case and gives the call to be timed.
enum Operations {
  typealias Work = () -> Void

  static var kinds: [String: (BenchmarkCase.Sizes) -> Work] {
    [
      "softmax": softmax, "layer-norm": layerNorm, "gelu": gelu, "adamw": adamW, "embedding": embedding,
      "gather": gather,
      "transpose": transpose, "sum-last": sum, "sum-first": sum, "sum-all": sum, "max-last": max,
      "cross-entropy": crossEntropy, "matmul": matmul,
    ]
  }

  private static func softmax(_ sizes: BenchmarkCase.Sizes) -> Work {
    let x = Tensor.normal(sizes.shape)
    return forward { Tensors.softmax(x) }
  }

  private static func layerNorm(_ sizes: BenchmarkCase.Sizes) -> Work {
    let features = sizes.shape[sizes.shape.count - 1]
    let x = Parameter(Tensor.normal(sizes.shape))
    let (weight, bias) = (Parameter(Tensor.ones([features])), Parameter(Tensor.zeros([features])))
    return forwardAndBackward([x, weight, bias]) {
      NeuralNetworks.layerNorm(x.value, weight: weight.value, bias: bias.value)
    }
  }

  private static func gelu(_ sizes: BenchmarkCase.Sizes) -> Work {
    let x = Parameter(Tensor.normal(sizes.shape))
    return forwardAndBackward([x]) { Tensors.gelu(x.value, .tanh) }
  }

  private static func adamW(_ sizes: BenchmarkCase.Sizes) -> Work {
    let parameters = (0..<sizes["count"]).map { _ in Parameter(Tensor.normal(sizes.shape)) }
    for parameter in parameters { parameter.gradient = Tensor.normal(sizes.shape) }
    let optimizer = AdamW(parameters, learningRate: 1e-3)
    return { optimizer.step() }
  }

  private static func embedding(_ sizes: BenchmarkCase.Sizes) -> Work {
    let table = Parameter(Tensor.normal([sizes["vocabulary"], sizes["width"]]))
    let indices = Tensor.randomIndices([sizes["count"]], below: sizes["vocabulary"])
    return forwardAndBackward([table]) { table.value.selecting(indices) }
  }

  private static func gather(_ sizes: BenchmarkCase.Sizes) -> Work {
    let x = Tensor.normal(sizes.shape)
    let indices = Tensor.randomIndices([sizes.shape[0], sizes["count"]], below: sizes.shape[1])
    return forward { x.gather(indices, axis: -1) }
  }

  private static func transpose(_ sizes: BenchmarkCase.Sizes) -> Work {
    let x = Tensor.normal(sizes.shape)
    return forward { x.permuted(sizes.axes).contiguous() }
  }

  private static func sum(_ sizes: BenchmarkCase.Sizes) -> Work {
    let x = Tensor.normal(sizes.shape)
    return forward { sizes.axis.map { x.sum(axis: $0) } ?? x.sum() }
  }

  private static func max(_ sizes: BenchmarkCase.Sizes) -> Work {
    let x = Tensor.normal(sizes.shape)
    return forward { x.max(axis: sizes.axis ?? -1) }
  }

  private static func crossEntropy(_ sizes: BenchmarkCase.Sizes) -> Work {
    let logits = Parameter(Tensor.normal(sizes.shape))
    let targets = Tensor.randomIndices([sizes.shape[0]], below: sizes.shape[1])
    return forwardAndBackward([logits]) { NeuralNetworks.crossEntropy(logits.value, targets) }
  }

  private static func matmul(_ sizes: BenchmarkCase.Sizes) -> Work {
    let left = Tensor.normal([sizes["size"], sizes["size"]])
    let right = Tensor.normal([sizes["size"], sizes["size"]])
    // No parameter is among them, so nothing is noted for gradients.
    return { _ = left.matmul(right) }
  }

  /// A call that notes nothing for gradients.
  private static func forward(_ function: @escaping () -> Tensor) -> Work {
    { withoutGradients { _ = function() } }
  }

  /// A call that fills the parameters' gradients afresh. The output's own gradient is given: ones.
  private static func forwardAndBackward(_ parameters: [Parameter], _ function: @escaping () -> Tensor) -> Work {
    let seed = Tensor.ones(withoutGradients { function() }.shape)
    return {
      for parameter in parameters { parameter.gradient = nil }
      function().backward(seed)
    }
  }
}
