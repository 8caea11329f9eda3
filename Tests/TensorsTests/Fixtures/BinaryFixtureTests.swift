import PyTorchFixtures
import Tensors
import Testing

/// PyTorch's functions of two tensors, number by number, with broadcasting.
@Suite struct BinaryFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "binary"), [DType.float, .double])
  func binary(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      if call.operation == "logical_not" { return ["output": logicalNot(try call.input())] }
      let left = try call.input()
      let right = try call.input("other")
      let result =
        try call.operation == "where" ? select(call.input("condition"), left, right) : combined(call, left, right)
      return result.map { ["output": $0] }
    }
    #expect(differences == [])
  }

  private func combined(_ call: FixtureCall, _ left: Tensor, _ right: Tensor) -> Tensor? {
    switch call.operation {
    case "add": left + right
    case "sub": left - right
    case "mul": left * right
    case "div": left / right
    case "pow": pow(left, right)
    case "maximum": maximum(left, right)
    case "minimum": minimum(left, right)
    case "eq": left .== right
    case "ne", "logical_xor": left .!= right
    case "lt": left .< right
    case "le": left .<= right
    case "gt": left .> right
    case "ge": left .>= right
    case "logical_and": logicalAnd(left, right)
    case "logical_or": logicalOr(left, right)
    default: nil
    }
  }
}
