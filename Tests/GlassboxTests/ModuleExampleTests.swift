import Foundation
import Glassbox
import Testing

/// The examples of NeuralNetworks that look into models, keep them and show them.
@Suite("The examples of models") struct ModuleExampleTests {
  final class Classifier: Layer {
    let hidden = Linear(4, 16)
    let output = Linear(16, 3)
    func forward(_ x: Tensor) -> Tensor { output(relu(hidden(x))) }
  }

  final class Doubling: Layer {
    let layer = Linear(4, 4)
    func forward(_ x: Tensor) -> Tensor { observed("doubled") { layer(x) * 2 } }
  }

  @Test("Parameters")
  func parameters() {
    #expect(Linear(2, 3).namedParameters.map(\.name) == ["weight", "bias"])
    let weight = Parameter(Tensor([1, 2]))
    (weight.value * weight.value).sum().backward()
    #expect(weight.gradient == Tensor([2, 4]))
    print(Parameter(Tensor([1, 2])))
    #expect("\(Parameter(Tensor([1, 2])))" == "Parameter [2] Float\n  1  2")
  }

  @Test("Looking on")
  func observing() {
    let (model, x) = (Classifier(), Tensor.ones([2, 4]))
    let inside = model.capturing { _ = model(x) }
    #expect(inside["hidden"] == model.hidden(x))
    // swift-format-ignore
    let without =
      model.replacing { name, result in name == "hidden" ? result * 0 : nil } during: { model(x) }
    #expect(without == model.output(Tensor.zeros([2, 16])))
    let doubling = Doubling()
    #expect(doubling.capturing { _ = doubling(x) }["doubled"] == 2 * doubling.layer(x))
  }

  @Test("Gradients and training")
  func training() {
    let (model, x) = (Classifier(), Tensor.ones([2, 4]))
    let check = GradientCheck(of: model, at: [x]) { x in model(x[0]) }
    #expect(check.passes)
    model.setTraining(false)
    let prediction = evaluating { model(x) }
    #expect(prediction == model(x))
  }

  @Test("Keeping")
  func state() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "glassbox-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (model, teacher) = (Classifier(), Classifier())
    let before = model.state
    try model.load(teacher.state)
    #expect(model.state == teacher.state && model.state != before)
    try model.save(to: "\(folder)/model.safetensors")
    try model.load(before)
    try model.load(from: "\(folder)/model.safetensors")
    #expect(model.state == teacher.state)
    teacher.convert(to: .double)
    #expect(teacher.parameters.allSatisfy { $0.value.dtype == .double })
  }

  @Test("Showing")
  func showing() {
    let answering = TransformerBlock(.originalDecoder(features: 8, heads: 2))
    // swift-format-ignore
    let summary =
      answering.summary { _ = answering(Tensor.zeros([1, 5, 8]), memory: Tensor.zeros([1, 9, 8])) }
    #expect("\(summary)".contains("[1, 5, 8]"))
    print(MLP([2, 16, 1], activation: .tanh).summary(Tensor.zeros([5, 2])))
    print(MLP([2, 16, 1], activation: .tanh))
    #expect("\(MLP([2, 16, 1], activation: .tanh))".contains("65"))
  }
}
