import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Clipping of gradients") struct ClippingTests {
  @Test("Gives the same gradients and norms as PyTorch's", arguments: [DType.float, .double])
  func fixtures(dtype: DType) throws {
    let examples = TraceCase.cases(of: "optimizers", "clip_grad_norm_", "clip_grad_value_")
    #expect(examples.count == 12)
    for example in examples {
      let gradients = (example.inputs ?? [:]).mapValues { $0.tensor(dtype) }
      let parameters = gradients.mapValues { Parameter(Tensor.zeros($0.shape, dtype: dtype)) }
      for (name, parameter) in parameters { parameter.gradient = gradients[name] }
      let all = Array(parameters.values)
      var found: [String: Tensor] = [:]
      if example.operation == "clip_grad_value_" {
        clipGradients(of: all, toValue: example.number("clip_value"))
      } else {
        let kinds: [Double: GradientNormKind] = [1: .sum, 2: .euclidean, .infinity: .largest]
        let kind = try #require(kinds[example.number("norm_type")])
        found["norm"] = Tensor(clipGradients(of: all, toNorm: example.number("max_norm"), kind))
      }
      for (name, parameter) in parameters { found[name] = parameter.gradient }
      let outputs = try #require(example.outputs)
      #expect(found.keys.sorted() == outputs.keys.sorted())
      for (name, expected) in outputs {
        // Single precision has 7 digits.
        #expect(found[name]?.isClose(to: expected.tensor(.double), tolerance: 1e-6) == true, "\(example) \(name)")
      }
    }
  }

  @Test("In passing, with the step, gives the same step")
  func folded() {
    let (apart, together) = (Parameter(Tensor([1, 2])), Parameter(Tensor([1, 2])))
    let optimizers = (AdamW(apart), AdamW(together))
    for step in 1...3 {
      for parameter in [apart, together] { parameter.gradient = Tensor([3, -4]) * Double(step) }
      let norm = clipGradients(of: apart, toNorm: 1)
      #expect(norm == Double(5 * step))
      #expect(optimizers.0.step() < 1)
      #expect(optimizers.1.step(clippingNormTo: 1) == norm)
    }
    #expect(apart.value.isClose(to: together.value, tolerance: 1e-6))
  }

  @Test("The norm of gradients whose squares no float can hold")
  func largeGradients() {
    let parameter = Parameter(Tensor([0, 0]))
    parameter.gradient = Tensor([3e30, 4e30])
    #expect(abs(clipGradients(of: parameter, toNorm: 1) / 5e30 - 1) < 1e-6)
    #expect(parameter.gradient?.isClose(to: Tensor([0.6, 0.8]), tolerance: 1e-6) == true)
  }

  @Test("Leaves gradients alone that are not finite", arguments: [Double.nan, .infinity])
  func notFinite(number: Double) {
    let parameter = Parameter(Tensor([0, 0]))
    parameter.gradient = Tensor([1, number])
    #expect(!clipGradients(of: parameter, toNorm: 0.5).isFinite)
    #expect(parameter.gradient?.floats[0] == 1)
    #expect(!clipGradients(of: parameter, toNorm: 0.5, .largest).isFinite)
  }

  @Test("A step with such gradients is left out if that is wanted", arguments: [Double.nan, .infinity])
  func skipping(number: Double) {
    let parameter = Parameter(Tensor([1, 2]))
    let optimizer = AdamW(parameter)
    optimizer.nonFiniteGradients = .skip
    parameter.gradient = Tensor([1, number])
    #expect(!optimizer.step().isFinite)
    #expect(parameter.value.floats == [1, 2])
    #expect((optimizer.stepCount, optimizer.skippedStepCount) == (0, 1))
  }
}
