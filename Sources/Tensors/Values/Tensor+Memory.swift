internal import NumericKernels
import Parallelism

/// How operations reach the numbers.
extension Tensor {
  /// Makes a contiguous tensor whose numbers the function writes, all of them.
  package init<Scalar: TensorScalar>(
    _ shape: [Int], writing: (UnsafeMutablePointer<Scalar>) -> Void
  ) {
    self.init(unwritten: shape, Scalar.dtype)
    writing(storage.start.assumingMemoryBound(to: Scalar.self))
  }

  /// Hands out the numbers in row-major order; copies them first if they lie otherwise.
  package func reading<Scalar: TensorScalar, Result>(
    _ type: Scalar.Type = Scalar.self, _ body: (UnsafePointer<Scalar>) -> Result
  ) -> Result {
    contiguous().readingInPlace(type, body)
  }

  /// Hands out the place of the first number; the others lie where ``strides`` say.
  package func readingInPlace<Scalar: TensorScalar, Result>(
    _ type: Scalar.Type = Scalar.self, _ body: (UnsafePointer<Scalar>) -> Result
  ) -> Result {
    withExtendedLifetime(storage) {
      body(UnsafePointer(storage.start.assumingMemoryBound(to: Scalar.self) + offset))
    }
  }

  /// Hands out the numbers for changing, in row-major order. Copies them first if somebody else sees them too.
  package mutating func writing<Scalar: TensorScalar, Result>(
    _ type: Scalar.Type = Scalar.self, _ body: (UnsafeMutablePointer<Scalar>) -> Result
  ) -> Result {
    if !isContiguous || !isKnownUniquelyReferenced(&storage) {
      let entry = tapeEntry
      self = copied()
      tapeEntry = entry
    }
    return withExtendedLifetime(storage) { body(storage.start.assumingMemoryBound(to: Scalar.self) + offset) }
  }

  /// The same numbers one after the other in row-major order. Copies only if they lie otherwise.
  public func contiguous() -> Tensor {
    if isContiguous { return self }
    return copied().recorded("contiguous", self) { $0 }
  }

  /// The same numbers in a storage of their own, in row-major order, without a memory of how they were computed.
  func copied() -> Tensor {
    switch dtype {
    case .float where isTransposedInMemory: copiedByTransposing()
    case .float: copied(Float.self)
    case .double: copied(Double.self)
    case .int: copied(Int.self)
    case .bool: copied(Bool.self)
    }
  }

  /// Whether the columns of each matrix lie in one piece, instead of the rows.
  private var isTransposedInMemory: Bool { rank >= 2 && strides[rank - 2] == 1 && strides[rank - 1] > 1 && count > 0 }

  /// Walking along rows would take a number here and a number there; this goes over small square blocks instead.
  private func copiedByTransposing() -> Tensor {
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let matrices = StridedRows(shape.dropLast(2) + [1], strides.dropLast(2) + [1])
    return Tensor(shape) { (target: UnsafeMutablePointer<Float>) in
      readingInPlace(Float.self) { source in
        matrices.visit { matrix, start, _, _ in
          for place in 0..<matrices.length {
            let from = source + start + place * matrices.steps[0]
            let to = target + (matrix * matrices.length + place) * rows * columns
            parallel(count: rows, smallest: Swift.max(16, Tensor.smallestShare / columns)) { strip in
              Kernels.transpose(
                from + strip.lowerBound, rowStride: strides[rank - 1], into: to + strip.lowerBound * columns,
                rowStride: columns, rows: columns, columns: strip.count)
            }
          }
        }
      }
    }
  }

  private func copied<Scalar: TensorScalar>(_ type: Scalar.Type) -> Tensor {
    Tensor(shape) { (target: UnsafeMutablePointer<Scalar>) in
      readingInPlace(Scalar.self) { source in
        StridedCopy(shape: shape, strides: strides).copy(from: source, to: target)
      }
    }
  }
}

/// For operations that read or write several tensors at once.
extension Tensor {
  /// Where the numbers of a contiguous tensor begin. Valid while the tensor is kept alive by `withExtendedLifetime`.
  package func start<Scalar: TensorScalar>(_ type: Scalar.Type = Scalar.self) -> UnsafePointer<Scalar> {
    UnsafePointer(storage.start.assumingMemoryBound(to: Scalar.self) + offset)
  }

  /// Where the numbers of a tensor that has just been made begin, for being written.
  package func freshStart<Scalar: TensorScalar>(_ type: Scalar.Type = Scalar.self) -> UnsafeMutablePointer<Scalar> {
    storage.start.assumingMemoryBound(to: Scalar.self) + offset
  }

  /// A tensor whose numbers are still to be written.
  package static func unwritten(_ shape: [Int], _ dtype: DType = .float) -> Tensor { Tensor(unwritten: shape, dtype) }

  /// Where the numbers of a contiguous tensor of type `Float` begin, as for ``start(_:)`` but without the cost of a
  /// generic function: for what is done many times in a training step.
  package var floatStart: UnsafePointer<Float> { start(Float.self) }

  /// The same for changing: the numbers are copied first if somebody else sees them too.
  package mutating func changeableFloats() -> UnsafeMutablePointer<Float> { writing(Float.self) { $0 } }
}
