import Dispatch
import Synchronization
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Parameters") struct ParameterTests {
  // Each value is made of one number only, so that a mixture or a gap would show.
  @Test("While threads set a value, every thread sees a whole one")
  func threads() {
    let parameter = Parameter(.full([300], 0))
    let mixed = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      for round in 0..<500 {
        parameter.value = .full([300], Double(4 * round + thread))
        let seen = stopGradient(parameter.value)
        if seen.shape != [300] || seen.min().item != seen.max().item { mixed.withLock { $0 += 1 } }
      }
    }
    #expect(mixed.withLock { $0 } == 0)
  }

  @Test("A value is converted to the parameter's type, and leaves its gradient")
  func types() {
    let parameter = Parameter(Tensor([1, 2]))
    (parameter.value * 3).sum().backward()
    parameter.value = Tensor([3, 4], dtype: .double)
    #expect(parameter.dtype == .float)
    #expect(parameter.gradient == Tensor([3, 3]))
    parameter.value += Tensor.ones([2])
    #expect(stopGradient(parameter.value) == Tensor([4, 5]))
  }

  @Test("What is written into a copy of the value takes no gradient to the parameter")
  func writtenCopies() {
    let parameter = Parameter(Tensor([1, 2, 3]))
    var copy = parameter.value
    copy[0] = 0
    copy.sum().backward()
    #expect(parameter.gradient == Tensor([0, 1, 1]))
    parameter.value[2] = 7
    #expect(stopGradient(parameter.value) == Tensor([1, 2, 7]))
    (parameter.value * 2).sum().backward()
    #expect(parameter.gradient == Tensor([2, 3, 3]))
  }

  private final class Branch: Layer {
    let layer = Linear(1, 1)
    var parent: (any Module)?
    func forward(_ x: Tensor) -> Tensor { layer(x) }
  }

  private final class Tree: Layer {
    let first = Branch()
    let second = Branch()
    func forward(_ x: Tensor) -> Tensor { second(first(x)) }
  }

  @Test("A part that knows the whole is walked through once")
  func parents() {
    let tree = Tree()
    for branch in [tree.first, tree.second] { branch.parent = tree }
    #expect(tree.namedParameters.map(\.name).prefix(2) == ["first.layer.weight", "first.layer.bias"])
    #expect(tree.parameterCount == 4)
    #expect(tree.description.hasPrefix("Tree: 4 parameters"))
    tree.setTraining(false)
  }

  @Test("A matrix that lies column by column has the same numbers, gradients and steps")
  func layout() {
    let numbers = Tensor.arange(6, dtype: .float).reshaped(to: [2, 3])
    let (parameter, plain) = (Parameter(numbers), Parameter(numbers))
    parameter.layOutByColumns()
    #expect(parameter.value.strides == [1, 2] && stopGradient(parameter.value) == numbers)
    for parameter in [parameter, plain] {
      linear(Tensor([1, 2, 3]), weight: parameter.value).sum().backward()
      let optimizer = SGD(parameter, learningRate: 0.1)
      optimizer.step()
    }
    #expect(parameter.gradient == plain.gradient)
    #expect(stopGradient(parameter.value) == stopGradient(plain.value))
    let bias = Parameter(Tensor([1, 2]))
    bias.layOutByColumns()
    #expect(stopGradient(bias.value) == Tensor([1, 2]))
  }
}
