import Foundation
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("An optimizer's state") struct OptimizerStateTests {
  private static func makers() -> [(String, @Sendable ([Parameter]) -> Optimizer)] {
    [
      ("SGD", { SGD($0, momentum: 0.9) }), ("RMSProp", { RMSProp($0, momentum: 0.5, centered: true) }),
      ("Adam", { Adam($0) }), ("AdamW", { AdamW($0) }),
    ]
  }

  private func gradient(_ step: Int) -> Tensor { sin(Tensor.arange(6) * (Double(step) + 0.5)).reshaped(to: [2, 3]) }

  @Test("Lets a training go on bit for bit", arguments: makers())
  func resuming(name: String, make: @Sendable ([Parameter]) -> Optimizer) throws {
    let whole = Parameter(Tensor([[1, 2, 3], [4, 5, 6]]))
    let optimizer = make([whole])
    func step(_ parameter: Parameter, _ optimizer: Optimizer, _ number: Int) {
      optimizer.learningRate = 0.1 / Double(number + 1)
      parameter.gradient = gradient(number)
      optimizer.step()
    }
    for number in 0..<5 { step(whole, optimizer, number) }
    let (values, state) = (stopGradient(whole.value), optimizer.state)
    for number in 5..<9 { step(whole, optimizer, number) }

    let resumed = Parameter(values)
    let second = make([resumed])
    try second.load(state)
    #expect(second.learningRate == 0.1 / 5)
    #expect(second.stepCount == 5)
    for number in 5..<9 { step(resumed, second, number) }
    #expect(stopGradient(resumed.value) == stopGradient(whole.value))
    #expect(second.state == optimizer.state)
  }

  @Test("Does not change after it has been handed out")
  func isAValue() throws {
    let parameter = Parameter(Tensor([1]))
    let optimizer = Adam(parameter)
    parameter.gradient = Tensor([1])
    optimizer.step()
    let state = optimizer.state
    let before = try #require(state["0.firstMoment"]).floats
    optimizer.step()
    #expect(state["0.firstMoment"]?.floats == before)
    #expect(optimizer.state["0.firstMoment"]?.floats != before)
  }

  @Test("Goes to a file and back")
  func files() throws {
    let parameter = Parameter(Tensor([1, 2]))
    let optimizer = AdamW(parameter, learningRate: 0.1)
    parameter.gradient = Tensor([0.1, 0.7])
    optimizer.step()
    let path = URL.temporaryDirectory.appending(path: "\(UUID()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try optimizer.save(to: path)
    let second = AdamW(parameter)
    try second.load(from: path)
    #expect(second.state == optimizer.state)
  }

  @Test("Is refused as a whole if anything in it is wrong")
  func refusals() throws {
    let parameter = Parameter(Tensor([1, 2]))
    let optimizer = AdamW(parameter)
    parameter.gradient = Tensor([1, 1])
    optimizer.step()
    let state = optimizer.state
    func error(_ change: (inout [String: Tensor]) -> Void) -> OptimizerStateError? {
      var changed = state
      change(&changed)
      do throws(OptimizerStateError) { try optimizer.load(changed) } catch { return error }
      return nil
    }
    #expect(error { $0["0.firstMoment"] = nil } == .missing(name: "0.firstMoment"))
    #expect(error { $0["stepCount"] = nil } == .missing(name: "stepCount"))
    #expect(error { $0["1.velocity"] = Tensor(0) } == .unknown(name: "1.velocity"))
    #expect(error { $0["0.secondMoment"] = Tensor([1]) } == .shape(name: "0.secondMoment", got: [1], expected: [2]))
    #expect(error { $0["stepCount"] = Tensor(-1) } == .number(name: "stepCount", value: -1))
    #expect(error { $0["learningRate"] = Tensor(-1) } == .number(name: "learningRate", value: -1))
    #expect(optimizer.state == state)
    #expect(
      OptimizerStateError.missing(name: "a.firstMoment").description
        == "The optimizer's state has no 'a.firstMoment'. Restore a state into an optimizer of the same kind, for the same "
        + "model.")
  }

  @Test("Keeps models apart that use the same names")
  func sameNames() throws {
    // The names of the first begin with 0 and 2, as if they had been told apart already.
    let first = Sequential(Linear(1, 1), Tanh(), Linear(1, 1))
    let others = (0..<3).map { _ in Linear(1, 1) }
    for groups in [
      [ParameterGroup(first)] + others.map { ParameterGroup($0) }, [ParameterGroup(others), ParameterGroup(first)],
    ] {
      let optimizer = SGD(groups, momentum: 0.9)
      for (number, parameter) in groups.flatMap(\.parameters).enumerated() {
        parameter.parameter.gradient = Tensor.full(parameter.parameter.shape, Double(number))
      }
      optimizer.step()
      let velocities = optimizer.state.filter { $0.key.hasSuffix("velocity") }.values.map(\.item)
      #expect(velocities.sorted() == (0..<10).map { Float($0) })
    }
  }

  @Test("Names tensors after the model's parameters")
  func names() {
    final class Pair: Module {
      let weight = Parameter(Tensor([1]))
      let bias = Parameter(Tensor([2]))
    }
    let pair = Pair()
    let optimizer = AdamW(pair)
    pair.weight.gradient = Tensor([1])
    optimizer.step()
    #expect(
      optimizer.state.keys.sorted() == [
        "learningRate", "skippedStepCount", "stepCount", "weight.firstMoment", "weight.secondMoment",
        "weight.stepCount",
      ])
  }
}
