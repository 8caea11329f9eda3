import NeuralNetworks
import Tensors
import Testing

@testable import SizedTensors

@Suite("Tensors with their sizes in their types") struct SizedTensorTests {
  let a = Matrix<2, 3>([[1, 2, 3], [4, 5, 6]])

  @Test("Matrices are tensors underneath")
  func matrices() {
    #expect(a.matmul(a.transposed()) == Matrix<2, 2>([[14, 32], [32, 77]]))
    #expect((a + a).tensor == a.tensor * 2)
    #expect(a - a == .zeros)
    #expect(a * .ones == 1 * a)
    #expect(a.matmul(.identity) == a)
    #expect((a * -1).map(relu) == .zeros)
    #expect(a[1, 2] == 6)
    #expect(a.description == a.tensor.description)
  }

  @Test("Gradients go through them")
  func gradients() {
    let weight = Tensor.ones([3, 1]).asParameter()
    a.matmul(Matrix<3, 1>(weight)).tensor.sum().backward()
    #expect(weight.gradient == Tensor([[5], [7], [9]]))
  }

  @Test("A chain of layers computes what its layers do, and has their parameters")
  func chain() {
    let (first, second) = (Sized.Linear<3, 4>(), Sized.Linear<4, 2>(bias: false))
    let model = first.activated(by: relu).then(second)
    let y = model(Sized.Features(a))
    #expect(y.tensor == second.layer(relu(first.layer(a.tensor))))
    #expect(y.tensor.shape == [2, 2])
    #expect(model.namedParameters.map(\.name) == ["first.weight", "first.bias", "second.weight"])
    y.tensor.sum().backward()
    #expect(first.layer.weight.gradient?.shape == [4, 3])
    #expect(Sized.Linear<3, 4>(first.layer).layer === first.layer)
  }

  @Test("A tensor of another shape ends the cell")
  func runtime() async throws {
    let matrix = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix<2, 2>(Tensor.zeros([2, 3]))
    }
    #expect(
      try words(matrix).contains(
        SizeMistake.shape([2, 3], expected: [2, 2], type: "Matrix<2, 2>").description))
    let features = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Sized.Features<4>(Tensor(1))
    }
    #expect(
      try words(features).contains(SizeMistake.lastSize([], expected: 4, type: "Sized.Features<4>").description))
    let layer = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Sized.Linear<3, 4>(NeuralNetworks.Linear(4, 3))
    }
    #expect(
      try words(layer).contains(
        SizeMistake.shape([3, 4], expected: [4, 3], type: "Sized.Linear<3, 4>").description))
  }

  private func words(_ result: ExitTest.Result?) throws -> String {
    String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
  }
}
