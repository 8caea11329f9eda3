internal import Interruption
import Tensors

extension Parameter {
  /// How many bytes the numbers take.
  var byteCount: Int {
    state.withUninterruptedLock { $0.quantized?.byteCount ?? $0.numbers.count * $0.numbers.dtype.byteCount }
  }

  /// Whether the numbers are kept in 8 bits.
  public var isQuantized: Bool { quantized != nil }

  /// The numbers in 8 bits, if they are kept so.
  package var quantized: QuantizedMatrix? { state.withUninterruptedLock(\.quantized) }

  /// Rounds a matrix to 8 bits and freezes it. Other shapes stay as they are.
  package func quantize() {
    let numbers = state.withUninterruptedLock { $0.quantized == nil ? $0.numbers : nil }
    guard let numbers, numbers.rank == 2 else { return }
    let quantized = QuantizedMatrix(numbers)
    state.withUninterruptedLock { state in
      state.quantized = quantized
      state.isTrainable = false
      state.numbers = Parameter.nothing
      state.entry = TapeEntry(parameter: Parameter.nothing)
    }
  }

  private static let nothing = Tensor.zeros([0])
}
