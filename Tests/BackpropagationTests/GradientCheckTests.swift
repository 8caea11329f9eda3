import Testing

@testable import Backpropagation

@Suite("Gradients against differences") struct GradientCheckTests {
  /// A random expression: each step takes one or two of the values before it.
  struct Expression {
    var steps: [(operation: Int, first: Int, second: Int)]

    init(inputs: Int, length: Int, seed: UInt64) {
      var generator = SplitMix64(state: seed)
      steps = (0..<length).map { step in
        let range = 0..<inputs + step
        return (
          .random(in: 0..<10, using: &generator), .random(in: range, using: &generator),
          .random(in: range, using: &generator)
        )
      }
    }

    /// The last of the values that the expression makes of its inputs. Each one stays within bounds by a tanh or a divisor
    /// of at least 1, so that the differences are exact enough.
    func callAsFunction(_ inputs: [Value]) -> Value {
      var values = inputs
      for (operation, first, second) in steps {
        let (a, b) = (values[first], values[second])
        switch operation {
        case 0: values.append((a + b).tanh())
        case 1: values.append(a - b.tanh())
        case 2: values.append(a.tanh() * b)
        case 3: values.append(a / (b * b + 1))
        case 4: values.append(a.tanh().power(2))
        case 5: values.append((b.tanh() + 2).power(-1.5))
        case 6: values.append(a.tanh().exp() - 1)
        case 7: values.append((a * a + 1).log())
        case 8: values.append((a + 0.1).relu())
        default: values.append(-a + 2 * b.tanh())
        }
      }
      return values.reduce(0, +)
    }
  }

  @Test("Every input of random expressions", arguments: 1...40 as ClosedRange<UInt64>)
  func randomExpressions(seed: UInt64) {
    var generator = SplitMix64(state: seed &+ 1_000)
    let numbers = (0..<4).map { _ in Double.random(in: -2...2, using: &generator) }
    let expression = Expression(inputs: 4, length: 25, seed: seed)
    let inputs = numbers.map { Value($0) }
    expression(inputs).backward()
    let step = 1e-5
    for index in numbers.indices {
      func shifted(_ distance: Double) -> Double {
        var moved = numbers
        moved[index] += distance
        return expression(moved.map { Value($0) }).data
      }
      let difference = (shifted(step) - shifted(-step)) / (2 * step)
      // The difference is off by about step² from its curvature, and by 1e-16 / step from rounding.
      #expect(abs(difference - inputs[index].gradient) < 1e-6 * max(1, abs(difference)))
    }
  }
}

/// The generator of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
