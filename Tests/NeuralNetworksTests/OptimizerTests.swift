import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Optimizers") struct OptimizerTests {
  // The expected numbers are computed in double precision: ten steps in single precision are off by some 10⁻⁶.
  @Test(
    "Take the same ten steps as PyTorch's",
    arguments: TraceCase.cases(of: "optimizers", "SGD", "RMSprop", "Adam", "AdamW"), [DType.float, .double])
  func traces(example: TraceCase, dtype: DType) throws {
    let trace = OptimizerTrace(example, dtype)
    let tolerance = dtype == .float ? 1e-5 : 1e-12
    #expect(!trace.steps.isEmpty)
    for number in trace.steps.indices {
      trace.take(number)
      for (name, expected) in trace.steps[number].parameters {
        let found = try #require(trace.parameters[name]).value.converted(to: .double)
        #expect(found.isClose(to: expected.tensor(.double), tolerance: tolerance), "\(name) after step \(number)")
      }
    }
  }

  // Both compute in single precision, in another order.
  @Test(
    "Give the same numbers fused and in tensor operations",
    arguments: TraceCase.cases(of: "optimizers", "SGD", "RMSprop", "Adam", "AdamW"))
  func byHand(example: TraceCase) throws {
    let (fused, byHand) = (OptimizerTrace(example, .float), OptimizerTrace(example, .float))
    byHand.optimizer.computesByHand = true
    for number in fused.steps.indices {
      fused.take(number)
      byHand.take(number)
    }
    for (name, tensor) in byHand.optimizer.state {
      #expect(try #require(fused.optimizer.state[name]).isClose(to: tensor, tolerance: 2e-6), "\(name)")
    }
    for (name, parameter) in byHand.parameters {
      #expect(try #require(fused.parameters[name]).value.isClose(to: parameter.value, tolerance: 5e-6), "\(name)")
    }
  }

  @Test("Are held against all cases of the file")
  func coverage() {
    #expect(TraceCase.cases(of: "optimizers").count == 47)
    #expect(TraceCase.cases(of: "optimizers", "SGD", "RMSprop", "Adam", "AdamW").count == 35)
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
      let norm = (numbers * Double(step)).doubles.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(abs(first.step() / norm - 1) < 1e-6)
      #expect(abs(second.step() / norm - 1) < 1e-6)
    }
    #expect(whole.value.isClose(to: byHand.value, tolerance: 1e-5))
  }

  @Test("A gradient that never varies leaves no variance below 0", arguments: [false, true])
  func steadyGradient(byHand: Bool) {
    let parameter = Parameter(Tensor([1, 1]))
    let optimizer = RMSProp(parameter, learningRate: 1e-6, centered: true)
    optimizer.computesByHand = byHand
    // After some 1200 steps mean square and squared mean agree to the last digit.
    for _ in 0..<1_500 {
      parameter.gradient = Tensor([0.1, 0.7])
      optimizer.step()
    }
    // In exact numbers it is 0.625 then.
    #expect(parameter.value.floats.allSatisfy { 0..<1 ~= $0 })
  }

  @Test("An optimizer shows what it changes and how far it is")
  func description() {
    let layer = Linear(2, 3)
    let optimizer = Adam(layer)
    #expect("\(optimizer)" == "Adam: 9 numbers in 2 parameters, learning rate 0.001, 0 steps")
    for parameter in layer.parameters { parameter.gradient = Tensor.ones(parameter.shape) }
    optimizer.step()
    #expect(optimizer.description.hasSuffix("1 step"))
    #expect(optimizer.display.text == optimizer.description)
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

  @Test("Gradients whose squares no float can hold are taken for what they are")
  func largeGradients() {
    let parameter = Parameter(Tensor([1, 1]))
    let optimizer = SGD(parameter, learningRate: 1e-30)
    parameter.gradient = Tensor([3e30, 4e30])
    #expect(abs(optimizer.step() / 5e30 - 1) < 1e-6)
    #expect(parameter.value.isClose(to: Tensor([-2, -3]), tolerance: 1e-6))
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
