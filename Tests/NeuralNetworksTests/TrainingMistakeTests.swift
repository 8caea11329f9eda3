import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Mistakes in training are told in sentences") struct TrainingMistakeTests {
  @Test(
    "Every mistake names what was given and what is wanted",
    arguments: [
      (TrainingMistake.learningRate(-1), "a number from 0 up, often between 0.0001 and 0.1; this one is -1.0."),
      (
        .targets(of: "crossEntropy", logits: [2, 3], targets: [3]),
        "the model's numbers [2, 3] want targets [2], not [3]."
      ),
      (.targets(of: "crossEntropy", logits: [], targets: []), "one number for each class; these are single numbers."),
      (.targetBeyond(5, of: "crossEntropy", classes: 3), "target 5 is no class; there are 3, numbered 0 to 2."),
      (.classWeights([2], of: "crossEntropy", classes: 3), "one weight for each of the 3 classes: [3], not [2]."),
      (.probability(1.5), "probabilities, from 0 to 1; one is 1.5."),
      (.pairTarget(0), "-1, for others; one is 0.0."),
      (
        .setting(of: "Adam", name: "epsilon", value: -1, wanted: "0 or more"),
        "Adam: epsilon is to be 0 or more, not -1.0."
      ),
      (.nesterovWithoutMomentum, "give SGD a momentum above 0 and a dampening of 0."),
      (.nothingToLearn(optimizer: "SGD"), "SGD got no parameters."),
      (.parameterTwice(name: "weight"), "The parameter 'weight' is listed twice"),
      (.otherParameters(optimizer: "SGD"), "Make it with the model that is compiled, SGD(model)"),
      (.noGradients(optimizer: "SGD"), "SGD.step() found no gradient in any parameter. Call backward()"),
      (
        .nonFiniteGradient(name: "w", count: 2, total: 9, step: 17, isClipping: false),
        "'w': 2 of 9 numbers are infinite or NaN, at step 17. They have not been changed. Try a smaller learning rate or step("
      ),
      (.noRule(optimizer: "Mine"), "Mine does not say how a parameter changes."),
      (.clippingLimit(0), "a limit above 0, not to 0.0."),
      (.stepBelowZero(-1), "there is no step -1."),
      (.warmUp(9, steps: 5), "A schedule of 5 steps cannot begin with a warm-up of 9."),
      (.examples([3, 2], targets: [4]), "the examples are [3, 2], the targets [4], and the first sizes differ."),
      (.examples([0, 2], targets: [0]), "There are no examples"),
      (.batchSize(0), "at least one example, not 0."),
      (.epochs(-1), "0 epochs or more, not -1."),
    ])
  func words(mistake: TrainingMistake, part: String) { #expect(mistake.description.contains(part)) }

  @Test(
    "Recurrent layers too",
    arguments: [
      (
        NetworkMistake.recurrentInput(operation: "lstm", shape: [5, 3], isSequence: true),
        "[batch, time, features], not [5, 3]. For a single sequence:  x.unsqueezed(0)"
      ),
      (.recurrentInput(operation: "gruStep", shape: [5], isSequence: false), "[batch, features], not [5]."),
      (.emptySequence(operation: "gru", shape: [2, 0, 3]), "at least one step in time; the input is [2, 0, 3]."),
      (
        .recurrentState(operation: "gru", shape: [1, 4], expected: [2, 4]),
        "a state of shape [2, 4] to begin with, not [1, 4]."
      ),
      (
        .stateCount(layer: "GRU", states: [1, 2, 4], layers: 2), "GRU has 2 layers and needs a state [2, batch, hidden]"
      ),
    ])
  func recurrentWords(mistake: NetworkMistake, part: String) { #expect(mistake.description.contains(part)) }

  @Test("A learning rate below 0 or none at all ends the cell")
  func learningRate() async throws {
    await #expect(processExitsWith: .failure) { _ = SGD(Parameter(Tensor(1)), learningRate: -0.1) }
    await #expect(processExitsWith: .failure) {
      let optimizer = SGD(Parameter(Tensor(1)))
      optimizer.learningRate = .nan
    }
  }

  @Test("A step without gradients, or with one that is not finite, ends the cell")
  func gradients() async throws {
    await #expect(processExitsWith: .failure) { SGD(Parameter(Tensor(1))).step() }
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let parameter = Parameter(Tensor([1, 2]))
      parameter.gradient = Tensor([1, Double.nan])
      SGD(parameter).step()
    }
    let words = String(decoding: try #require(result?.standardErrorContent), as: UTF8.self)
    // Clipping has been tried, so it is no advice.
    let clipping = TrainingMistake.nonFiniteGradient(name: "w", count: 1, total: 1, step: 3, isClipping: true)
    #expect(clipping.description.hasPrefix("The gradient of 'w': 1 of 1 number is infinite or NaN, at step 3."))
    #expect(!clipping.description.contains("clippingNormTo"))
    #expect(words.contains("1 of 2 numbers is infinite or NaN, at step 0."))
  }

  @Test("A training with the optimizer of another model, or of a frozen one, ends with a sentence")
  func otherParameters() async throws {
    let other = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let compiled = Linear(1, 1).compile(optimizer: SGD(Linear(1, 1)), loss: .meanSquaredError)
      compiled.fit(Tensor([[1]]), Tensor([[1]]), showsProgress: false)
    }
    let words = String(decoding: try #require(other?.standardErrorContent), as: UTF8.self)
    #expect(words.contains("SGD has no parameter of this model that may learn."))
    let frozen = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let model = Linear(1, 1)
      model.freeze()
      model.compile(optimizer: SGD(model), loss: .meanSquaredError)
        .fit(Tensor([[1]]), Tensor([[1]]), showsProgress: false)
    }
    let reason = String(decoding: try #require(frozen?.standardErrorContent), as: UTF8.self)
    #expect(reason.contains("SGD has no parameter of this model that may learn."))
  }

  @Test("An optimizer refuses what it cannot do")
  func refusals() async {
    await #expect(processExitsWith: .failure) { _ = SGD([Parameter]()) }
    await #expect(processExitsWith: .failure) {
      let parameter = Parameter(Tensor(1))
      _ = SGD([parameter, parameter])
    }
    await #expect(processExitsWith: .failure) { _ = SGD(Parameter(Tensor(1)), nesterov: true) }
    await #expect(processExitsWith: .failure) { _ = Adam(Parameter(Tensor(1)), betas: (1, 0.999)) }
    await #expect(processExitsWith: .failure) { clipGradients(of: Parameter(Tensor(1)), toNorm: 0) }
  }

  @Test("A loss refuses shapes that do not fit, instead of stretching them")
  func shapes() async {
    await #expect(processExitsWith: .failure) { _ = meanSquaredError(Tensor([[1], [2]]), Tensor([1, 2])) }
    await #expect(processExitsWith: .failure) { _ = crossEntropy(Tensor([[1, 2]]), Tensor(indices: [2])) }
    await #expect(processExitsWith: .failure) { _ = binaryCrossEntropy(Tensor([1.5]), Tensor([1])) }
  }

  @Test("A recurrent layer refuses inputs and states that do not fit")
  func recurrent() async {
    await #expect(processExitsWith: .failure) { _ = LSTM(3, 4)(Tensor.ones([2, 5])) }
    await #expect(processExitsWith: .failure) { _ = LSTM(3, 4)(Tensor.ones([2, 5, 2])) }
    await #expect(processExitsWith: .failure) { _ = GRU(3, 4)(Tensor.ones([2, 0, 3])) }
    await #expect(processExitsWith: .failure) { _ = GRU(3, 4)(Tensor.ones([2, 5, 3]), from: Tensor.zeros([2, 2, 4])) }
    await #expect(processExitsWith: .failure) { _ = RNN(3, 4)(Tensor.ones([2, 5, 3]), from: Tensor.zeros([1, 3, 4])) }
  }
}
