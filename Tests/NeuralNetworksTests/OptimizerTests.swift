import Displays
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Optimizers") struct OptimizerTests {
  // The expected numbers are computed in double precision: ten steps in single precision are off by some 10⁻⁶.
  @Test(
    "Take the same ten steps as PyTorch's",
    arguments: PyTorchFixture.cases(of: "optimizers", "SGD", "RMSprop", "Adam", "AdamW"), [DType.float, .double])
  func traces(example: PyTorchCase, dtype: DType) throws {
    let trace = OptimizerTrace(example, dtype)
    let tolerance = dtype == .float ? 1e-5 : 1e-12
    for (number, step) in trace.steps.enumerated() {
      trace.take(step, number)
      for (name, expected) in step["parameters"]?.tensors ?? [:] {
        let found = try #require(trace.parameters[name]).value.converted(to: .double)
        #expect(found.isClose(to: expected, tolerance: tolerance), "\(name) after step \(number): \(found) \(expected)")
      }
    }
  }

  // Both compute in single precision, in another order.
  @Test(
    "Give the same numbers fused and in tensor operations",
    arguments: PyTorchFixture.cases(of: "optimizers", "SGD", "RMSprop", "Adam", "AdamW"))
  func byHand(example: PyTorchCase) throws {
    let (fused, byHand) = (OptimizerTrace(example, .float), OptimizerTrace(example, .float))
    byHand.optimizer.computesByHand = true
    for (number, step) in fused.steps.enumerated() {
      fused.take(step, number)
      byHand.take(step, number)
    }
    for (name, tensor) in byHand.optimizer.state {
      #expect(try #require(fused.optimizer.state[name]).isClose(to: tensor, tolerance: 2e-6), "\(name)")
    }
    for (name, parameter) in byHand.parameters {
      #expect(try #require(fused.parameters[name]).value.isClose(to: parameter.value, tolerance: 5e-6), "\(name)")
    }
  }

  @Test("A parameter that threads share takes the same steps as one that they do not")
  func largeParameter() {
    let count = 100_003
    let numbers = Tensor((0..<count).map { Float($0 % 101) / 50 - 1 }, shape: [count])
    let (whole, byHand) = (Parameter(numbers), Parameter(numbers))
    let (first, second) = (AdamW(whole, learningRate: 0.1), AdamW(byHand, learningRate: 0.1))
    second.computesByHand = true
    for step in 1...3 {
      whole.gradient = numbers * Float(step)
      byHand.gradient = numbers * Float(step)
      first.step()
      second.step()
    }
    #expect(whole.value.isClose(to: byHand.value, tolerance: 1e-5))
  }

  @Test("AdamW's two steps on paper")
  func golden() {
    // p = 1, g = 0.5, rate 0.1, decay 0.01, decay first: 0.999 - 0.1, then 0.999 · 0.899 - 0.1.
    let parameter = Parameter(Tensor([1]))
    let optimizer = AdamW(parameter, learningRate: 0.1)
    for expected in [0.899, 0.798101] {
      parameter.gradient = Tensor([0.5])
      optimizer.step()
      #expect(parameter.value.isClose(to: Tensor([expected]), tolerance: 1e-6))
    }
  }

  @Test("Parameters without a gradient and frozen ones stay as they are")
  func untouched() {
    let parameters = (0..<3).map { Parameter(Tensor([Float($0)])) }
    let optimizer = Adam(parameters, learningRate: 1)
    parameters[0].gradient = Tensor([1])
    parameters[1].gradient = Tensor([1])
    parameters[1].isTrainable = false
    optimizer.step()
    #expect(parameters.map { $0.value.item }.dropFirst() == [1, 2])
    #expect(parameters[0].value.item == -1)
    optimizer.zeroGradients()
    #expect(parameters.allSatisfy { $0.gradient == nil })
  }

  @Test("Groups have their own weight decay and a share of the learning rate")
  func groups() {
    let (fast, slow) = (Parameter(Tensor([1])), Parameter(Tensor([1])))
    let optimizer = SGD(
      [ParameterGroup(fast), ParameterGroup(slow, learningRateScale: 0.5, weightDecay: 1)], learningRate: 0.25)
    (fast.gradient, slow.gradient) = (Tensor([1]), Tensor([1]))
    optimizer.step()
    #expect(fast.value.item == 0.75)
    #expect(slow.value.item == 1 - 0.125 * 2)
    optimizer.learningRate = 0
    optimizer.step()
    #expect(slow.value.item == 0.75)
  }

  @Test("Matrices shrink, vectors do not")
  func shrinkingMatrices() {
    let parameters = [Parameter(Tensor([[1]])), Parameter(Tensor([1]))]
    let optimizer = AdamW(ParameterGroup.shrinkingMatrices(of: parameters, weightDecay: 0.5), learningRate: 0.5)
    for parameter in parameters { parameter.gradient = Tensor.zeros(parameter.shape) }
    optimizer.step()
    #expect(parameters.map { $0.value.item } == [0.75, 1])
  }

  @Test("An optimizer of one's own is a subclass with one rule")
  func subclass() {
    final class Signs: Optimizer {
      override func update(_ x: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep) {
        x -= step.learningRate * sign(gradient)
      }
    }
    let parameter = Parameter(Tensor([1, 2]))
    parameter.gradient = Tensor([-7, 0.1])
    Signs(parameter, learningRate: 0.5).step()
    #expect(parameter.value == Tensor([1.5, 1.5]))
  }
}

/// The steps of a fixture, and the optimizer that is to take them.
struct OptimizerTrace {
  let parameters: [String: Parameter]
  let optimizer: Optimizer
  let steps: [JSON]
  private let rates: [Double]
  private let dtype: DType

  init(_ example: PyTorchCase, _ dtype: DType) {
    let parameters = example.tensors("initial").mapValues { Parameter($0.converted(to: dtype)) }
    self.parameters = parameters
    self.dtype = dtype
    steps = example.json["steps"]?.arrayValue ?? []
    rates = example.json["rates"]?.arrayValue?.compactMap(\.doubleValue) ?? []
    let settings = example.arguments
    let rate = settings["lr"]?.doubleValue ?? 0
    let groups = (example.json["groups"]?.arrayValue ?? []).map { group in
      let names = group["parameters"]?.arrayValue?.compactMap(\.stringValue) ?? []
      return ParameterGroup(
        names.map { ($0, parameters[$0] ?? Parameter(Tensor(0))) },
        (group["arguments"]?["lr"]?.doubleValue ?? rate) / rate, group["arguments"]?["weight_decay"]?.doubleValue)
    }
    optimizer = OptimizerTrace.optimizer(example.operation, groups, rate, settings)
  }

  private static func optimizer(
    _ operation: String, _ groups: [ParameterGroup], _ rate: Double, _ settings: JSON
  ) -> Optimizer {
    func number(_ key: String, _ standard: Double) -> Double { settings[key]?.number ?? standard }
    let betas = settings["betas"]?.arrayValue?.map(\.number) ?? [0.9, 0.999]
    switch operation {
    case "SGD":
      return SGD(
        groups, learningRate: rate, momentum: number("momentum", 0), dampening: number("dampening", 0),
        nesterov: settings["nesterov"] == true, weightDecay: number("weight_decay", 0))
    case "RMSprop":
      return RMSProp(
        groups, learningRate: rate, smoothing: number("alpha", 0.99), epsilon: number("eps", 1e-8),
        momentum: number("momentum", 0), centered: settings["centered"] == true, weightDecay: number("weight_decay", 0))
    case "Adam":
      return Adam(
        groups, learningRate: rate, betas: (betas[0], betas[1]), epsilon: number("eps", 1e-8),
        weightDecay: number("weight_decay", 0))
    default:
      return AdamW(
        groups, learningRate: rate, betas: (betas[0], betas[1]), epsilon: number("eps", 1e-8),
        weightDecay: number("weight_decay", 0.01))
    }
  }

  func take(_ step: JSON, _ number: Int) {
    if !rates.isEmpty { optimizer.learningRate = rates[number] }
    for (name, gradient) in step["gradients"]?.tensors ?? [:] {
      parameters[name]?.gradient = gradient.converted(to: dtype)
    }
    optimizer.step()
  }
}
