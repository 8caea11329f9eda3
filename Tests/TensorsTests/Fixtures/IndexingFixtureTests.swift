import PyTorchFixtures
import Tensors
import Testing

/// PyTorch's operations that pick numbers, or put them, by index.
@Suite struct IndexingFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "indexing"), [DType.float, .double])
  func indexing(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      let x = try call.input()
      let result: Tensor? =
        switch call.operation {
        case "slice": sliced(call, x, nil)
        case "slice_assign": sliced(call, x, try call.input("source"))
        case "gather": x.gather(try call.input("index"), axis: try call.int("dim"))
        case "index_select": x.selecting(try call.input("index"), axis: try call.int("dim"))
        case "scatter_add":
          x.scatterAdding(try call.input("source"), at: try call.input("index"), axis: try call.int("dim"))
        case "scatter":
          x.scattering(try call.input("source"), at: try call.input("index"), axis: try call.int("dim"))
        case "masked_fill": x.filled(with: try call.number("value"), where: try call.input("mask"))
        case "any": x.any(axis: try call.int("dim"))
        case "all": x.all(axis: try call.int("dim"))
        case "nonzero": x.nonZero()
        // PyTorch's ones are integers, ours are ready to be multiplied.
        case "one_hot": Tensor.oneHot(x, classes: try call.int("num_classes")).converted(to: .int)
        default: nil
        }
      return result.map { ["output": $0] }
    }
    #expect(differences == [])
  }

  /// A part of a tensor, or the tensor with another part in its place.
  private func sliced(_ call: FixtureCall, _ x: Tensor, _ new: Tensor?) -> Tensor? {
    let parts = (call["ranges"]?.list ?? []).filter { $0.word != "newAxis" }.count
    var axis = 0
    var places: [any TensorIndex] = []
    for part in call["ranges"]?.list ?? [] {
      switch part.word {
      case "newAxis"?: places.append(SubscriptPart.newAxis)
      case "ellipsis"?:
        for _ in 0..<x.rank - parts + 1 { places.append(SubscriptPart.all) }
        axis += x.rank - parts + 1
      default:
        places.append(place(part, size: x.shape[axis]))
        axis += 1
      }
    }
    return subscripted(x, places, new)
  }

  /// The bounds of Python's ranges may count from the end, and reach beyond it.
  private func place(_ part: FixtureArgument, size: Int) -> any TensorIndex {
    func resolved(_ bound: Int) -> Int { bound < 0 ? bound + size : bound }
    guard let range = part.list else { return part.int ?? 0 }
    let start = range[0].int.map { min(max(resolved($0), 0), size) } ?? 0
    let end = range[1].int.map { min(max(resolved($0), start), size) } ?? size
    return (start..<end).by(range[2].int ?? 1)
  }

  private func subscripted(_ x: Tensor, _ places: [any TensorIndex], _ new: Tensor?) -> Tensor? {
    // A function cannot hand on an array of its arguments as arguments.
    var result = stopsBeingParameter(x)
    switch places.count {
    case 1:
      guard let new else { return x[places[0]] }
      result[places[0]] = new
    case 2:
      guard let new else { return x[places[0], places[1]] }
      result[places[0], places[1]] = new
    case 3:
      guard let new else { return x[places[0], places[1], places[2]] }
      result[places[0], places[1], places[2]] = new
    default: return nil
    }
    return result
  }

  /// A parameter would remain one with other numbers.
  private func stopsBeingParameter(_ x: Tensor) -> Tensor { x * 1 }
}
