import PyTorchFixtures
import Tensors
import Testing

/// Tensors made from a few numbers.
@Suite struct MakingFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "making"), [DType.float, .double])
  func making(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      let dtype = fixture.outputs["output"]?.dtype(precision) ?? precision
      return try (filled(call, dtype) ?? alike(call) ?? ranged(call, dtype)).map { ["output": $0] }
    }
    #expect(differences == [])
  }

  private func filled(_ call: FixtureCall, _ dtype: DType) throws -> Tensor? {
    switch call.operation {
    case "full": Tensor.full(try call.ints("size"), try call.number("fill_value"), dtype: dtype)
    case "zeros": Tensor.zeros(try call.ints("size"), dtype: dtype)
    case "ones": Tensor.ones(try call.ints("size"), dtype: dtype)
    default: nil
    }
  }

  private func alike(_ call: FixtureCall) throws -> Tensor? {
    switch call.operation {
    case "zeros_like": Tensor.zeros(like: try call.input())
    case "ones_like": Tensor.ones(like: try call.input())
    case "full_like": Tensor.full(like: try call.input(), try call.number("fill_value"))
    default: nil
    }
  }

  private func ranged(_ call: FixtureCall, _ dtype: DType) throws -> Tensor? {
    switch call.operation {
    case "arange":
      Tensor.arange(
        from: try call.number("start"), to: try call.number("end"), by: try call.number("step"), dtype: dtype)
    case "linspace":
      Tensor.linspace(
        from: try call.number("start"), to: try call.number("end"), count: try call.int("steps"), dtype: dtype)
    case "eye": Tensor.eye(try call.int("n"), try call.int("m"), dtype: dtype)
    case "triangular_mask":
      Tensor.lowerTriangle(try call.int("n"), try call.int("m"), diagonal: try call.int("diagonal"))
    default: nil
    }
  }
}
