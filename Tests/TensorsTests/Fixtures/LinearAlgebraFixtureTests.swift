import PyTorchFixtures
import Tensors
import Testing

/// PyTorch's products of tensors and factorisations.
@Suite struct LinearAlgebraFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "linear-algebra"), [DType.float, .double])
  func linearAlgebra(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      switch call.operation {
      case "einsum": return ["output": einsum(call["equation"]?.word ?? "", call.inputs("operands"))]
      case "svd": return ["S": svd(try call.input()).values]
      case "svd_vectors":
        let (left, _, right) = svd(try call.input())
        return ["U": square(left), "Vh": square(right)]
      default: return try product(call).map { ["output": $0] }
      }
    }
    #expect(differences == [])
  }

  private func product(_ call: FixtureCall) throws -> Tensor? {
    let (left, right) = (try call.input(), try call.input("other"))
    return switch call.operation {
    case "matmul": left.matmul(right)
    case "dot": left.dot(right)
    case "outer": left.outer(right)
    case "solve": solve(left, right)
    default: nil
    }
  }
}
