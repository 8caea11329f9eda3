import Testing

@testable import Backpropagation

@Suite("Values and their gradients") struct ValueTests {
  @Test("The example of micrograd's README")
  func readme() {
    let a = Value(-4, label: "a")
    let b = Value(2, label: "b")
    var c = a + b
    var d = a * b + b.power(3)
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    let e = c - d
    let f = e.power(2)
    var g = f / 2
    g += 10 / f
    g.backward()
    // The README prints these to four decimals.
    #expect(abs(g.data - 24.7041) < 5e-5)
    #expect(abs(a.gradient - 138.8338) < 5e-5)
    #expect(abs(b.gradient - 645.5773) < 5e-5)
  }

  @Test("A neuron by hand")
  func neuron() {
    let (x1, x2) = (Value(2, label: "x1"), Value(0, label: "x2"))
    let (w1, w2) = (Value(-3, label: "w1"), Value(1, label: "w2"))
    let bias = Value(6.881373587019543, label: "b")
    let output = (x1 * w1 + x2 * w2 + bias).tanh()
    output.backward()
    // The bias was chosen so that tanh = √½, and then 1 - tanh² = ½: half of w1, x1, w2, x2.
    #expect(abs(output.data - 0.5.squareRoot()) < 1e-12)
    for (value, expected) in [(x1, -1.5), (w1, 1.0), (x2, 0.5), (w2, 0.0), (bias, 0.5)] {
      #expect(abs(value.gradient - expected) < 1e-12, "\(value)")
    }
  }

  /// An operation at a = 6, b = 2, with what its formula gives there.
  struct Operation: Sendable {
    let name: String
    let data: Double
    let first: Double
    let second: Double
    let apply: @Sendable (Value, Value) -> Value

    init(
      _ name: String, _ data: Double, _ first: Double, _ second: Double,
      _ apply: @escaping @Sendable (Value, Value) -> Value
    ) {
      (self.name, self.data, self.first, self.second, self.apply) = (name, data, first, second, apply)
    }
  }

  static let operations: [Operation] = [
    Operation("+", 8, 1, 1) { a, b in a + b },
    Operation("-", 4, 1, -1) { a, b in a - b },
    Operation("*", 12, 2, 6) { a, b in a * b },
    Operation("/", 3, 0.5, -1.5) { a, b in a / b },
    Operation("negation", -6, -1, 0) { a, _ in -a },
    Operation("relu", 6, 1, 0) { a, _ in a.relu() },
    Operation("relu below 0", 0, 0, 0) { a, _ in (-a).relu() },
    Operation("power 3", 216, 108, 0) { a, _ in a.power(3) },
    Operation("power -1", 1 / 6, -1 / 36, 0) { a, _ in a.power(-1) },
    Operation("power 0", 1, 0, 0) { a, _ in a.power(0) },
    Operation("exp", 1, 1, 0) { a, _ in (a - 6).exp() },
    Operation("log", 0, 1, 0) { a, _ in (a - 5).log() },
    Operation("tanh", 0, 1, 0) { a, _ in (a - 6).tanh() },
  ]

  @Test("Each operation has the value and the local derivatives of its formula", arguments: operations)
  func operation(_ operation: Operation) {
    let (a, b) = (Value(6), Value(2))
    let result = operation.apply(a, b)
    result.backward()
    // Division and powers round once more than the fractions here.
    #expect(abs(result.data - operation.data) < 1e-15)
    #expect(abs(a.gradient - operation.first) < 1e-15)
    #expect(abs(b.gradient - operation.second) < 1e-15)
  }

  @Test("A value that is used twice collects from both uses")
  func reuse() {
    let a = Value(3)
    let sum = a + a
    sum.backward()
    #expect(a.gradient == 2)
    let b = Value(3)
    let product = b * b * b
    product.backward()
    #expect(b.gradient == 27)
  }

  @Test("A value that is reached on a short and on a long way waits for both")
  func longAndShortWay() {
    let a = Value(2)
    let early = a * 3
    let late = early.power(2) + early
    late.backward()
    // d/da (9a² + 3a) = 18a + 3
    #expect(a.gradient == 39)
    #expect(early.gradient == 13)
  }

  @Test("Calls add up on what was given, and only there")
  func severalCalls() {
    let a = Value(2)
    let square = a * a
    let loss = square * 3
    loss.backward()
    loss.backward()
    #expect(a.gradient == 24)
    #expect(square.gradient == 3)
    square.backward()
    #expect(a.gradient == 28)
    loss.zeroGradients()
    #expect([a, square, loss].map(\.gradient) == [0, 0, 0])
    loss.backward()
    #expect(a.gradient == 12)
  }

  @Test("A value moves itself as much as it grows")
  func itself() {
    let a = Value(5)
    a.backward()
    #expect(a.gradient == 1)
  }

  @Test("What is no number stays so, in the values and in the gradients")
  func notANumber() {
    let a = Value(-1)
    let root = a.log().relu()
    root.backward()
    #expect(root.data.isNaN)
    #expect(a.gradient == -1)
    let b = Value(0)
    (b * .init(.infinity)).backward()
    #expect(b.gradient == .infinity)
    let c = Value(.nan)
    let product = c * c
    product.backward()
    #expect(product.data.isNaN && c.gradient.isNaN)
    #expect(product.graph.text().contains("data nan"))
  }

  @Test("Numbers in an expression are values")
  func literals() {
    let a = Value(2)
    #expect((2 * a + 0.5 - a / 4).data == 4)
    let sum: Value = [a, 1, 2.5].reduce(0, +)
    #expect(sum.data == 5.5)
    // Numbers among themselves stay numbers.
    let plain = 2 * 3.5
    #expect(plain == 7)
  }

  @Test("A description has the name, the number and the gradient")
  func description() {
    let a = Value(2, label: "a")
    let third = a / 3
    third.backward()
    #expect("\(a)" == "a = 2.0, gradient 0.333333")
    #expect("\(third)" == "0.666667, gradient 1.0")
  }
}
