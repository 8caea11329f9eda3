/// Why an optimizer cannot go on from a state.
public enum OptimizerStateError: Error, Equatable {
  case missing(name: String)
  case unknown(name: String)
  case shape(name: String, got: [Int], expected: [Int])
  case number(name: String, value: Double)
}
