internal import NumericKernels

/// Where the numbers lie that a tensor of indices names along an axis.
struct IndexedPlaces {
  private let indices: Tensor
  private let axis: Int
  private let strides: [Int]

  init(_ indices: Tensor, in shape: [Int], _ axis: Int, _ operation: String) {
    self.indices = indices.asIndices(operation, below: shape[axis])
    self.axis = axis
    strides = Shape.rowMajorStrides(shape)
    let fits = indices.rank == shape.count && shape.indices.allSatisfy { $0 == axis || indices.shape[$0] <= shape[$0] }
    guard fits else { stop(.indexShape(operation: operation, indices: indices.shape, shape: shape, axis: axis)) }
  }

  /// Calls the function for each index with its own place and with the place of the number that it names.
  func visit(_ body: (_ place: Int, _ position: Int) -> Void) {
    var wheels = Array(repeating: 0, count: indices.rank)
    indices.reading(Int.self) { chosen in
      for place in 0..<indices.count {
        var position = 0
        for wheel in wheels.indices { position += (wheel == axis ? chosen[place] : wheels[wheel]) * strides[wheel] }
        body(place, position)
        for wheel in wheels.indices.reversed() {
          wheels[wheel] += 1
          if wheels[wheel] < indices.shape[wheel] { break }
          wheels[wheel] = 0
        }
      }
    }
  }
}

extension Tensor {
  /// This tensor as indices: integers from 0 to `size - 1`. Stops the program if it is none.
  package func asIndices(_ operation: String, below size: Int) -> Tensor {
    guard dtype == .int else { stop(.notIndices(operation: operation, dtype: dtype)) }
    let areIndices = reading(Int.self) { Kernels.areIndices($0, count: count, below: size) }
    if !areIndices, let index = ints.first(where: { $0 < 0 || $0 >= size }) {
      stop(.indexBeyond(operation: operation, index: index, size: size))
    }
    return withoutTape
  }
}
