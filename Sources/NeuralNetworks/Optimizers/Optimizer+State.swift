import TensorFiles
import Tensors

/// Going on with a training later as if it had not been stopped.
extension Optimizer {
  /// What the optimizer has in mind, as named tensors that can be written to a file beside the model's: the learning rate,
  /// the number of steps, and for each parameter what is remembered of its gradients and its own number of steps.
  ///
  ///     optimizer.state.keys     // "learningRate", "stepCount", "hidden.weight.firstMoment", …
  ///
  /// The settings that are made in code, such as betas, are not part of it.
  public var state: [String: Tensor] {
    var state = [
      "learningRate": Tensor(learningRate, dtype: .double), "stepCount": Tensor(stepCount, dtype: .int),
      "skippedStepCount": Tensor(skippedStepCount, dtype: .int),
    ]
    for learner in learners where !learner.memory.isEmpty || learner.stepCount > 0 {
      state["\(learner.name).stepCount"] = Tensor(learner.stepCount, dtype: .int)
      for (name, tensor) in zip(memoryNames, learner.memory) { state["\(learner.name).\(name)"] = tensor }
    }
    return state
  }

  /// Takes up where another optimizer of the same kind and for the same parameters has stopped: the next steps give the
  /// same numbers bit for bit.
  ///
  ///     let optimizer = AdamW(model)
  ///     try optimizer.load(state)
  ///
  /// - Throws: ``OptimizerStateError`` if a tensor is missing, is not known or has another shape. The optimizer is then as
  ///   it was.
  public func load(_ state: [String: Tensor]) throws(OptimizerStateError) {
    var reader = OptimizerStateReader(state)
    let rate = try reader.number("learningRate").doubleItem
    guard rate >= 0, rate.isFinite else { throw .number(name: "learningRate", value: rate) }
    let count = try reader.count("stepCount")
    let skipped = try reader.count("skippedStepCount")
    var restored = learners
    for place in restored.indices {
      let learner = restored[place]
      restored[place].stepCount = 0
      restored[place].memory = []
      guard state["\(learner.name).stepCount"] != nil else { continue }
      restored[place].stepCount = try reader.count("\(learner.name).stepCount")
      for name in memoryNames {
        let tensor = try reader.tensor("\(learner.name).\(name)", shape: learner.parameter.shape)
        restored[place].memory.append(tensor.converted(to: learner.parameter.dtype))
      }
    }
    try reader.refuseTheRest()
    (learningRate, stepCount, skippedStepCount, learners) = (rate, count, skipped, restored)
  }

  /// Writes ``state`` to a file of safetensors.
  ///
  /// - Throws: `TensorFileError` if the file cannot be written.
  public func save(to path: String) throws { try Tensor.save(state, to: path) }

  /// Takes up a state from a file.
  ///
  /// - Throws: `TensorFileError` if the file cannot be read, ``OptimizerStateError`` if it does not fit.
  public func load(from path: String) throws { try load(Tensor.loadAll(path)) }
}

/// Takes tensors out of a state and notes which.
private struct OptimizerStateReader {
  private var rest: [String: Tensor]

  init(_ state: [String: Tensor]) { rest = state }

  mutating func tensor(_ name: String, shape: [Int]) throws(OptimizerStateError) -> Tensor {
    guard let tensor = rest.removeValue(forKey: name) else { throw .missing(name: name) }
    guard tensor.shape == shape else { throw .shape(name: name, got: tensor.shape, expected: shape) }
    return stopGradient(tensor)
  }

  mutating func number(_ name: String) throws(OptimizerStateError) -> Tensor { try tensor(name, shape: []) }

  mutating func count(_ name: String) throws(OptimizerStateError) -> Int {
    let number = try number(name).doubleItem
    guard let count = Int(exactly: number), count >= 0 else { throw .number(name: name, value: number) }
    return count
  }

  func refuseTheRest() throws(OptimizerStateError) {
    if let name = rest.keys.min() { throw .unknown(name: name) }
  }
}
