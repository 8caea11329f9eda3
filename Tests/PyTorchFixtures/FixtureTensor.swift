import Tensors

/// A tensor as the file has it.
package struct FixtureTensor: Decodable, Sendable {
  package let shape: [Int]
  package let dtype: String
  /// In which order the operation sees the axes, if not in their own.
  package let permutation: [Int]?
  private let data: [FixtureNumber]

  package var numbers: [Double] { data.map(\.value) }

  package var isFloatingPoint: Bool { dtype.hasPrefix("float") }

  /// The tensor, with the axes in their own order.
  ///
  /// - Parameter precision: The type of numbers with a fraction.
  package func tensor(_ precision: DType) -> Tensor {
    Tensor(numbers, shape: shape, dtype: dtype(precision))
  }

  /// The type that a result must have.
  package func dtype(_ precision: DType) -> DType {
    switch dtype {
    case "bool": .bool
    case "int64": .int
    default: precision
    }
  }
}

/// A number, also one that JSON lacks, or a truth value.
private struct FixtureNumber: Decodable, Sendable {
  let value: Double

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      value = number
    } else if let truth = try? container.decode(Bool.self) {
      value = truth ? 1 : 0
    } else if let number = Double(try container.decode(String.self)) {
      value = number
    } else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a number")
    }
  }
}
