import Glibc

/// A number that remembers how it was computed, so that it can tell how much each input moves it.
///
///     let a = Value(2, label: "a")
///     let b = Value(-3, label: "b")
///     let loss = a * b + b.power(2)
///     loss.backward()
///     loss.data         // 3.0
///     b.gradient        // -4.0: a + 2b
///
/// This is backpropagation (Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986)
/// in three steps, which follow each other in this file: compute, remember the inputs and the local derivatives, walk back.
/// Andrej Karpathy's micrograd showed that it fits on a page.
///
/// A value belongs to whoever computes with it. It is not `Sendable`, so the compiler keeps it, and everything that it was
/// computed from, on one thread; no locks are needed.
public final class Value {
  /// The number. Whoever changes it computes what follows from it anew.
  public var data: Double
  /// How much the value on which ``backward()`` was called grows for each unit that this one grows.
  public var gradient = 0.0
  /// What the value is called in descriptions and drawings.
  public var label: String
  /// What it was computed with, or nothing if it was given.
  let operation: String
  /// What it was computed from, each with the local derivative: how much this value grows for each unit that the input
  /// grows.
  private(set) var inputs: [(value: Value, derivative: Double)]

  /// Makes a value that is given: an input, a constant or a parameter.
  public convenience init(_ data: Double, label: String = "") { self.init(data, label: label, operation: "", from: []) }

  private init(_ data: Double, label: String = "", operation: String, from inputs: [(value: Value, derivative: Double)])
  {
    (self.data, self.label, self.operation, self.inputs) = (data, label, operation, inputs)
  }

  // MARK: Compute, and remember

  /// a + b grows as fast as a, and as fast as b.
  public static func + (a: Value, b: Value) -> Value {
    Value(a.data + b.data, operation: "+", from: [(a, 1), (b, 1)])
  }

  /// a - b grows as fast as a, and falls as fast as b grows.
  public static func - (a: Value, b: Value) -> Value {
    Value(a.data - b.data, operation: "-", from: [(a, 1), (b, -1)])
  }

  /// a · b grows b times as fast as a, and a times as fast as b.
  public static func * (a: Value, b: Value) -> Value {
    Value(a.data * b.data, operation: "*", from: [(a, b.data), (b, a.data)])
  }

  /// The derivatives of a / b are 1 / b for a, and -a / b² for b.
  public static func / (a: Value, b: Value) -> Value {
    Value(a.data / b.data, operation: "/", from: [(a, 1 / b.data), (b, -a.data / (b.data * b.data))])
  }

  /// -a falls as fast as a grows.
  public static prefix func - (a: Value) -> Value { Value(-a.data, operation: "-", from: [(a, -1)]) }

  /// Gives the variable a new value; what has used the old one keeps it.
  public static func += (a: inout Value, b: Value) { a = a + b }

  /// aⁿ for a fixed n. Its derivative is n · aⁿ⁻¹, and 0 for n = 0.
  public func power(_ exponent: Double) -> Value {
    let derivative = exponent == 0 ? 0 : exponent * pow(data, exponent - 1)
    return Value(pow(data, exponent), operation: "power \(exponent.short)", from: [(self, derivative)])
  }

  /// eᵃ, which is its own derivative.
  public func exp() -> Value {
    let result = Glibc.exp(data)
    return Value(result, operation: "exp", from: [(self, result)])
  }

  /// The natural logarithm, with the derivative 1 / a. That of a negative number is no number (NaN).
  public func log() -> Value { Value(Glibc.log(data), operation: "log", from: [(self, 1 / data)]) }

  /// The hyperbolic tangent, an S between -1 and 1. Its derivative is 1 - tanh²(a).
  public func tanh() -> Value {
    let result = Glibc.tanh(data)
    return Value(result, operation: "tanh", from: [(self, 1 - result * result)])
  }

  /// a, or 0 where it is negative: it grows with a, or not at all. What is no number (NaN) stays so.
  public func relu() -> Value {
    Value(data < 0 ? 0 : data, operation: "relu", from: [(self, data <= 0 ? 0 : 1)])
  }

  // MARK: Walk back

  /// Finds how much this value grows with each of those that it was computed from, and adds that to their gradients.
  ///
  /// The chain rule: if `c` was computed from `a`, then `a` moves this value by what `c` moves it, times what `a` moves
  /// `c`. A value that is used several times collects a part from each use. A given value also keeps what earlier calls
  /// have added, until ``zeroGradients()``. Cost: O(values).
  public func backward() {
    let history = history
    for value in history where !value.inputs.isEmpty { value.gradient = 0 }
    gradient += 1
    // The users of a value come before it, so its gradient is complete when its turn comes.
    for value in history.reversed() {
      for (input, derivative) in value.inputs { input.gradient += derivative * value.gradient }
    }
  }

  /// Forgets the gradients of this value and of all that it was computed from.
  public func zeroGradients() { for value in history { value.gradient = 0 } }

  /// All that this value was computed from, and itself: each once, and behind its inputs (topological order).
  var history: [Value] {
    var order: [Value] = []
    var seen: Set = [ObjectIdentifier(self)]
    // The way from this value down to the one whose inputs are looked at. A recursion would end at the stack's limit.
    var path = [(value: self, nextInput: 0)]
    while let (value, nextInput) = path.last {
      if nextInput < value.inputs.count {
        path[path.count - 1].nextInput += 1
        let input = value.inputs[nextInput].value
        if seen.insert(ObjectIdentifier(input)).inserted { path.append((input, 0)) }
      } else {
        order.append(value)
        path.removeLast()
      }
    }
    return order
  }

  // Swift would release an input within the release of its user, and so on down the chain, until the stack is full.
  // Therefore a value takes over the inputs of those that die with it.
  deinit {
    var dying = inputs
    inputs = []
    while var last = dying.popLast() {
      if isKnownUniquelyReferenced(&last.value) {
        dying += last.value.inputs
        last.value.inputs = []
      }
    }
  }
}
