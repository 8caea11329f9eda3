internal import NumericKernels
import Parallelism
import Tensors

/// A matrix in a quarter of the memory: each row is rounded to whole numbers from -127 to 127 times a scale.
///
///     let matrix = QuantizedMatrix(Tensor([[0.5, -1.27], [0.01, 0.02]]))
///     matrix.scales                    // [0.01, 0.00015748]
///     matrix.row(0)                    // [50, -127] as Int8
///
/// W[i, j] ≈ scale[i] · q[i, j], with scale[i] = max |W[i, ·]| / 127. No number is further off than half of its row's
/// scale. A row with infinite numbers or NaN is NaN after. Source: Dettmers and others, LLM.int8(), 2022, section 2.1, with
/// one scale for each row of the weights and inputs left as they are.
public struct QuantizedMatrix: Sendable, Equatable {
  /// Rows and columns.
  public let shape: [Int]
  /// What a row's whole numbers are multiplied by. `[rows]`
  public let scales: [Float]
  /// The whole numbers, row after row. `[rows · columns]`
  let numbers: [Int8]

  /// Rounds a matrix.
  /// - Parameter matrix: `[rows, columns]`; anything else stops the program.
  public init(_ matrix: Tensor) {
    guard matrix.rank == 2 else {
      stop(.parameterSize(operation: "QuantizedMatrix", name: "matrix", shape: matrix.shape, expected: [-1, -1]))
    }
    let source = stopGradient(matrix).converted(to: .float).contiguous()
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    var scales = [Float](repeating: 0, count: rows)
    let size = rows * columns
    // All empty arrays are one in memory, into which filling an array writes its count, whoever else reads it just then.
    numbers =
      size == 0
      ? []
      : [Int8](unsafeUninitializedCapacity: size) { target, count in
        count = size
        withExtendedLifetime(source) {
          scales.withUnsafeMutableBufferPointer { scales in
            guard let target = target.baseAddress, let scales = scales.baseAddress else { return }
            Kernels.quantizeRows(source.start(), into: target, scales: scales, rows: rows, columns: columns)
          }
        }
      }
    self.scales = scales
    shape = matrix.shape
  }

  /// The whole numbers of a row.
  public func row(_ index: Int) -> [Int8] {
    guard 0..<shape[0] ~= index else { stop(.indexOutOfRange(index: index, axis: 0, shape: shape)) }
    return Array(numbers[index * shape[1]..<(index + 1) * shape[1]])
  }

  /// How many bytes the numbers and the scales take.
  public var byteCount: Int { numbers.count + scales.count * MemoryLayout<Float>.size }

  /// The matrix with its rounded numbers as `Float`.
  public var dequantized: Tensor {
    guard !numbers.isEmpty else { return .zeros(shape) }
    let result = Tensor.unwritten(shape)
    read { numbers, scales in
      Kernels.dequantizeRows(numbers, scales: scales, into: result.freshStart(), rows: shape[0], columns: shape[1])
    }
    return result
  }

  /// Some rows as `Float`, as an embedding reads them. Indices `[…]`, result `[…, columns]`
  func rows(_ indices: Tensor) -> Tensor {
    let columns = shape[1]
    let result = Tensor.unwritten(indices.shape + [columns])
    guard result.count > 0 else { return result }
    read { numbers, scales in
      let target: UnsafeMutablePointer<Float> = result.freshStart()
      for (place, index) in indices.ints.enumerated() {
        Kernels.dequantizeRows(
          numbers + index * columns, scales: scales + index, into: target + place * columns, rows: 1, columns: columns)
      }
    }
    return result
  }

  /// Calls a function with where the whole numbers and the scales begin.
  func read(_ body: (UnsafePointer<Int8>, UnsafePointer<Float>) -> Void) {
    numbers.withUnsafeBufferPointer { numbers in
      scales.withUnsafeBufferPointer { scales in
        if let numbers = numbers.baseAddress, let scales = scales.baseAddress { body(numbers, scales) }
      }
    }
  }
}
