import Displays
import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Looking on while a model computes") struct ObservingTests {
  @Test("Every part's result by name, in the order of the calls")
  func capturing() {
    let model = Sequential(Linear(2, 3), ReLU(), Linear(3, 1))
    let x = Tensor([[1, -2]])
    var result = x
    let inside = model.capturing { result = model(x) }
    #expect(inside.calls.map(\.name) == ["0", "1", "2", ""])
    #expect(inside["0"] == model[0](x))
    #expect(inside["1"] == relu(model[0](x)))
    #expect(inside[""] == result)
    #expect(inside["3"] == nil)
    #expect(
      "\(inside)" == """
        part    result
        ──────  ──────
        0       [1, 3]
        1       [1, 3]
        2       [1, 1]
        itself  [1, 1]
        """)
    #expect(Display(of: inside)[.html] != nil)
    #expect("\(model.capturing {})" == "Nothing was called.")
  }

  @Test("A part that is called twice is there twice, by its first name")
  func twice() {
    final class Model: Layer {
      let first = Linear(2, 2)
      let again: Linear
      init() { again = first }
      func forward(_ x: Tensor) -> Tensor { again(first(x)) }
    }
    let model = Model()
    let inside = model.capturing { _ = model(Tensor.ones([2])) }
    #expect(inside.calls.map(\.name) == ["first", "first", ""])
    #expect(inside["first"] == inside[""])
  }

  @Test("What is captured still has its gradient")
  func gradients() throws {
    let model = Sequential(Linear(2, 3), Tanh())
    let inside = model.capturing { _ = model(Tensor.ones([2])) }
    try #require(inside["0"]).sum().backward()
    #expect(model.parameters.allSatisfy { $0.gradient != nil })
  }

  @Test("Replacing what a part gives")
  func replacing() {
    let model = Sequential(Linear(2, 3), Tanh(), Linear(3, 1, bias: false))
    let x = Tensor.ones([2])
    let result = model.replacing { name, result in
      name == "1" ? result * 0 : nil
    } during: {
      model(x)
    }
    #expect(result == Tensor([0]))
    #expect(model.replacing({ _, _ in nil }, during: { model(x) }) == model(x))
  }

  @Test("The weights of attention are shown while somebody looks on, and the result is the same")
  func attentionWeights() throws {
    let model = SmallGPT(blocks: 2)
    let tokens = Tensor([[1, 5, 9, 2], [7, 7, 0, 3]], dtype: .int)
    var seen = tokens
    let inside = model.capturing { seen = model(tokens) }
    #expect(seen.isClose(to: model(tokens), tolerance: 1e-5))
    for block in 0..<2 {
      let weights = try #require(inside["blocks.\(block).attention.weights"])
      #expect(weights.shape == [2, 2, 4, 4])
      #expect(weights.sum(axis: -1).isClose(to: .ones([2, 2, 4])))
      // Nobody looks ahead.
      #expect(weights.filled(with: 0, where: .lowerTriangle(4)) == .zeros([2, 2, 4, 4]))
    }
  }

  @Test("With other weights attention gives something else")
  func otherWeights() throws {
    let layer = MultiHeadAttention(4, heads: 2)
    let x = Tensor.normal([1, 3, 4], random: RandomSource(seed: 1))
    // Everybody looks at the first position only.
    let first = Tensor([1, 0, 0]).broadcast(to: [1, 2, 3, 3])
    let result = layer.replacing { name, _ in
      name == "weights" ? first : nil
    } during: {
      layer(x)
    }
    #expect(result[0, 0].isClose(to: result[0, 2]))
    #expect(result[0, 0].isClose(to: layer(x[.all, ..<1])[0, 0]))
  }

  @Test("Nobody looks on by default, and only at the model that was asked for")
  func scope() {
    let (model, stranger) = (Sequential(Linear(2, 2)), Linear(2, 2))
    #expect(!model.isObserved)
    let inside = model.capturing {
      #expect(model.isObserved && model[0].isObserved && !stranger.isObserved)
      _ = stranger(Tensor.ones([2]))
    }
    #expect(inside.calls.isEmpty)
    #expect(!model.isObserved)
  }

  @Test("A module shows values of its own by name")
  func ownValues() {
    final class Model: Layer {
      let layer = Linear(2, 2)
      func forward(_ x: Tensor) -> Tensor { observed("double") { layer(x) * 2 } }
    }
    let model = Sequential(Model())
    let inside = model.capturing { _ = model(Tensor.ones([2])) }
    #expect(inside.calls.map(\.name) == ["0.layer", "0.double", "0", ""])
  }
}
