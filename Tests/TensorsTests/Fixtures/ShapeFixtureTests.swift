import PyTorchFixtures
import Tensors
import Testing

/// PyTorch's operations that rearrange numbers and compute nothing.
@Suite struct ShapeFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "shapes"), [DType.float, .double])
  func shapes(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      switch call.operation {
      case "cat": return ["output": concatenated(call.inputs("tensors"), axis: try call.int("dim"))]
      case "stack": return ["output": stacked(call.inputs("tensors"), axis: try call.int("dim"))]
      case "split", "chunk": return numbered(try parts(call))
      default: return try (viewed(call) ?? rearranged(call)).map { ["output": $0] }
      }
    }
    #expect(differences == [])
  }

  private func viewed(_ call: FixtureCall) throws -> Tensor? {
    let x = try call.input()
    return switch call.operation {
    case "reshape": x.reshaped(to: try call.ints("shape"))
    case "flatten": x.flattened(from: call["start_dim"]?.int ?? 0, through: call["end_dim"]?.int ?? -1)
    case "transpose": x.transposed(try call.int("dim0"), try call.int("dim1"))
    case "permute": x.permuted(try call.ints("dims"))
    case "squeeze": call["dim"]?.int.map { x.squeezed($0) } ?? x.squeezed()
    case "unsqueeze": x.unsqueezed(try call.int("dim"))
    case "expand": x.broadcast(to: try call.ints("shape"))
    case "flip": x.flipped(try call.ints("dims"))
    default: nil
    }
  }

  private func rearranged(_ call: FixtureCall) throws -> Tensor? {
    let x = try call.input()
    switch call.operation {
    case "pad":
      let widths = (call["widths"]?.list ?? []).compactMap(\.ints).map { (before: $0[0], after: $0[1]) }
      return x.padded(widths, with: call["value"]?.number ?? 0)
    case "roll":
      guard let axes = call["dims"]?.ints else { return x.rolled(by: try call.ints("shifts")[0]) }
      return zip(try call.ints("shifts"), axes).reduce(x) { $0.rolled(by: $1.0, axis: $1.1) }
    case "repeat", "tile": return x.repeated(try call.ints("counts"))
    case "repeat_interleave":
      let axis = try call.int("dim")
      if let counts = call.inputs["repeats"] { return x.repeatedElements(counts.ints, axis: axis) }
      return x.repeatedElements(try call.int("repeats"), axis: axis)
    case "diagonal": return x.diagonal(offset: try call.int("offset"))
    case "diag_embed": return x.diagonalMatrix(offset: try call.int("offset"))
    case "trace": return x.trace()
    case "tril": return x.lowerTriangular(diagonal: call["diagonal"]?.int ?? 0)
    case "triu": return x.upperTriangular(diagonal: call["diagonal"]?.int ?? 0)
    default: return nil
    }
  }

  private func parts(_ call: FixtureCall) throws -> [Tensor] {
    let (x, axis) = (try call.input(), try call.int("dim"))
    if call.operation == "chunk" { return x.chunked(into: try call.int("chunks"), axis: axis) }
    if let size = call["sizes"]?.int { return x.split(size: size, axis: axis) }
    return x.split(sizes: try call.ints("sizes"), axis: axis)
  }

  private func numbered(_ parts: [Tensor]) -> [String: Tensor] {
    Dictionary(uniqueKeysWithValues: parts.enumerated().map { ("\($0.offset)", $0.element) })
  }
}
