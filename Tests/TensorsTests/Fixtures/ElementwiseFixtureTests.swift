import PyTorchFixtures
import Tensors
import Testing

/// PyTorch's functions of one tensor, number by number.
@Suite struct ElementwiseFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "elementwise"), [DType.float, .double])
  func elementwise(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      let x = try call.input()
      let result = try function(call, x) ?? rounded(call, x) ?? withNumber(call, x)
      return result.map { ["output": $0] }
    }
    #expect(differences == [])
  }

  private func function(_ call: FixtureCall, _ x: Tensor) throws -> Tensor? {
    switch call.operation {
    case "neg": -x
    case "exp": exp(x)
    case "expm1": expm1(x)
    case "log": log(x)
    case "log1p": log1p(x)
    case "sqrt": sqrt(x)
    case "rsqrt": reciprocal(sqrt(x))
    case "square": square(x)
    case "reciprocal": reciprocal(x)
    case "tanh": tanh(x)
    case "sigmoid": sigmoid(x)
    case "relu": relu(x)
    case "gelu": gelu(x, call["approximate"]?.word == "tanh" ? .tanh : .exact)
    case "silu": silu(x)
    case "abs": abs(x)
    // To PyTorch the sign of what is no number is 0; ours stays no number, so that it cannot hide.
    case "sign": sign(x).filled(with: 0, where: x .!= x)
    case "sin": sin(x)
    case "cos": cos(x)
    case "erf": erf(x)
    case "clamp": clamped(x, from: call["min"]?.number, to: call["max"]?.number)
    case "pow": pow(x, try call.number("exponent"))
    default: nil
    }
  }

  private func rounded(_ call: FixtureCall, _ x: Tensor) -> Tensor? {
    switch call.operation {
    case "floor": floor(x)
    case "ceil": ceil(x)
    case "round": round(x)
    case "isnan": x.isNaN()
    case "isinf": x.isInfinite()
    case "isfinite": x.isFinite()
    default: nil
    }
  }

  private func clamped(_ x: Tensor, from low: Double?, to high: Double?) -> Tensor? {
    switch (low, high) {
    case (let low?, let high?): x.clipped(to: low...high)
    case (let low?, nil): x.clipped(to: low...)
    case (nil, let high?): x.clipped(to: ...high)
    case (nil, nil): nil
    }
  }

  private func withNumber(_ call: FixtureCall, _ x: Tensor) throws -> Tensor? {
    let other = try call.number("other")
    return switch call.operation {
    case "add": x + other
    case "sub": x - other
    case "rsub": other - x
    case "mul": x * other
    case "div": x / other
    case "rdiv": other / x
    case "rpow": pow(other, x)
    case "eq": x .== other
    case "ne": x .!= other
    case "lt": x .< other
    case "le": x .<= other
    case "gt": x .> other
    case "ge": x .>= other
    default: nil
    }
  }
}
