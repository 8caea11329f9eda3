import Displays

/// An optimizer is shown by what it changes and how far it is.
///
///     print(Adam(Linear(2, 3)))     // Adam: 9 numbers in 2 parameters, learning rate 0.001, 0 steps
extension Optimizer: CustomStringConvertible, Displayable {
  public var description: String {
    let count = learners.reduce(0) { $0 + $1.parameter.count }
    return
      "\(name): \(counted(count, "number")) in \(counted(learners.count, "parameter")), learning rate \(learningRate), "
      + counted(stepCount, "step")
  }

  public var display: Display { .text(description) }
}
