import PyTorchFixtures
import Tensors
import Testing

/// PyTorch's operations that shorten an axis, follow it or put it in order.
@Suite struct ReductionFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "reductions"), [DType.float, .double])
  func reductions(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      let x = try call.input()
      let keepDims = call["keepdim"]?.truth ?? false
      switch call.operation {
      case "max", "min": return extremes(call.operation == "max", x, try call.int("dim"), keepDims)
      case "argmax", "argmin": return ["output": places(call, x, keepDims)]
      default: return try reduced(call, x, keepDims).map { ["output": $0] }
      }
    }
    #expect(differences == [])
  }

  @Test(arguments: try FixtureFile.cases(of: "along-axes"), [DType.float, .double])
  func alongAxes(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      let x = try call.input()
      let axis = call["dim"]?.int ?? -1
      switch call.operation {
      case "softmax": return ["output": softmax(x, axis: axis)]
      case "log_softmax": return ["output": logSoftmax(x, axis: axis)]
      case "cumsum": return ["output": x.cumulativeSum(axis: axis)]
      case "sort":
        let isDescending = call["descending"]?.truth ?? false
        return [
          "values": x.sorted(axis: axis, descending: isDescending),
          "indices": x.argsorted(axis: axis, descending: isDescending),
        ]
      case "topk":
        let top = x.topK(try call.int("k"), axis: axis, largest: call["largest"]?.truth ?? true)
        return fixture.outputs["indices"] == nil
          ? ["values": top.values] : ["values": top.values, "indices": top.indices]
      default: return nil
      }
    }
    #expect(differences == [])
  }

  private func reduced(_ call: FixtureCall, _ x: Tensor, _ keepDims: Bool) throws -> Tensor? {
    let correction = call["correction"]?.int ?? 1
    guard let axes = call["dim"]?.ints else { return try reducedToOne(call, x, correction) }
    let single = axes.count == 1 ? axes[0] : nil
    return switch call.operation {
    case "prod":
      single.map { x.product(axis: $0, keepDims: keepDims) } ?? x.product(axes: axes, keepDims: keepDims)
    case "std":
      single.map { x.standardDeviation(axis: $0, correction: correction, keepDims: keepDims) }
        ?? x.standardDeviation(axes: axes, correction: correction, keepDims: keepDims)
    case "any": single.map { x.any(axis: $0, keepDims: keepDims) } ?? x.any(axes: axes, keepDims: keepDims)
    case "all": single.map { x.all(axis: $0, keepDims: keepDims) } ?? x.all(axes: axes, keepDims: keepDims)
    case "count_nonzero": single.map { x.nonZeroCount(axis: $0) } ?? x.nonZeroCount(axes: axes)
    case "sum": single.map { x.sum(axis: $0, keepDims: keepDims) } ?? x.sum(axes: axes, keepDims: keepDims)
    case "mean": single.map { x.mean(axis: $0, keepDims: keepDims) } ?? x.mean(axes: axes, keepDims: keepDims)
    case "var":
      single.map { x.variance(axis: $0, correction: correction, keepDims: keepDims) }
        ?? x.variance(axes: axes, correction: correction, keepDims: keepDims)
    case "amax": x.max(axes: axes, keepDims: keepDims)
    case "amin": x.min(axes: axes, keepDims: keepDims)
    case "logsumexp":
      single.map { logSumExp(x, axis: $0, keepDims: keepDims) } ?? logSumExp(x, axes: axes, keepDims: keepDims)
    case "norm": x.norm(order: try call.number("ord"), axes: axes, keepDims: keepDims)
    default: nil
    }
  }

  private func reducedToOne(_ call: FixtureCall, _ x: Tensor, _ correction: Int) throws -> Tensor? {
    switch call.operation {
    case "sum": x.sum()
    case "mean": x.mean()
    case "var": x.variance(correction: correction)
    case "amax": x.max()
    case "amin": x.min()
    case "prod": x.product()
    case "std": x.standardDeviation(correction: correction)
    case "logsumexp": logSumExp(x)
    case "norm": x.norm(order: try call.number("ord"))
    default: nil
    }
  }

  private func extremes(_ isLargest: Bool, _ x: Tensor, _ axis: Int, _ keepDims: Bool) -> [String: Tensor] {
    isLargest
      ? ["values": x.max(axis: axis, keepDims: keepDims), "indices": x.argmax(axis: axis, keepDims: keepDims)]
      : ["values": x.min(axis: axis, keepDims: keepDims), "indices": x.argmin(axis: axis, keepDims: keepDims)]
  }

  private func places(_ call: FixtureCall, _ x: Tensor, _ keepDims: Bool) -> Tensor {
    let isLargest = call.operation == "argmax"
    guard let axis = call["dim"]?.int else { return Tensor([isLargest ? x.argmax() : x.argmin()], shape: []) }
    return isLargest ? x.argmax(axis: axis, keepDims: keepDims) : x.argmin(axis: axis, keepDims: keepDims)
  }
}
